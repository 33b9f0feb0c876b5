import type { Locator, PageDeclaration, SubjectKind } from '../../contract/page-declaration.ts';
import { clauses, sentences } from '../../locales/joined.ts';
import { language } from '../../locales/spoken.ts';
import { t } from '../../locales/words.ts';
import { controlWording, locatorsOf, templateOf } from '../../overlay/describe.ts';
import { find, findFirst } from '../../overlay/find.ts';
import { sayIn } from '../../overlay/language.ts';
import { nameOf } from '../../overlay/name.ts';
import { createShield } from '../../overlay/shield.ts';
import { isShown, linesOf, own, wordingOf } from '../../overlay/text.ts';
import type { Action } from '../../ownership/actions.ts';
import type { Ask } from '../send.ts';
import { draftOf, withControl, withNames } from './draft.ts';
import { createPanel, type Field } from './panel.ts';

/** What a control may be taught to do, in the order in which it is offered. */
const taughtActs = [
  'spekit.user.delete',
  'spekit.user.deactivate',
  'spekit.user.edit-profile',
  'spekit.team.rename',
  'spekit.team.delete',
  'spekit.team.add-member',
  'spekit.team.remove-member',
  'okta.group.push',
  'okta.group.delete',
  'okta.group.unlink',
  'okta.group.add-member',
  'okta.group.remove-member',
  'okta.user.unassign',
  'okta.user.deactivate',
] as const satisfies readonly Action[];

export interface TeachOptions {
  host: 'okta' | 'spekit';
  /** The page that is recognised, or null. */
  known: PageDeclaration | null;
  /** How an email is found among other words, where nothing else tells it. */
  emails: Locator;
  ask: Ask;
}

/** What was pointed at, and how it is found again. */
interface Names {
  locator: Locator;
  by: 'email' | undefined;
  elements: Element[];
  example: string;
}

/** Leads somebody to show where the names are on this page, and which control does what; what comes of it is a declaration like the
 *  built-in ones, kept on this computer. Nothing acts meanwhile. */
export function startTeaching({ host, known, emails, ask }: TeachOptions): void {
  sayIn(language());
  const end = new AbortController();
  addEventListener('keydown', (event) => event.key === 'Escape' && end.abort(), { capture: true, signal: end.signal });
  const shield = createShield((element) => chosen(element), end.signal);
  const { show } = createPanel(shield.root, t('teach.title'));
  const cancel = { label: t('teach.cancel'), act: () => end.abort() };
  let kind: SubjectKind =
    known?.lists.find((list) => list.expected)?.kind ?? (host === 'okta' && /user|people/.test(location.pathname) ? 'user' : 'team');
  let page = draftOf(host, known, { path: templateOf(location.href) ?? location.pathname, heading: headingOf() });
  let chosen: (element: Element) => void = () => undefined;

  askForNames('');

  function askForNames(problem: string): void {
    shield.outline([]);
    shield.pointing = true;
    chosen = (element) => consider(element);
    const typed: Field = {
      label: t('teach.names-typed'),
      options: null,
      value: '',
      changed: (name) => {
        const element = name.trim() === '' ? null : findFirst([{ text: wordingOf(name.trim()), anywhere: true }], document.body);
        if (element) consider(element);
        else if (name.trim() !== '') askForNames(t('teach.not-shown', { name }));
      },
    };
    const shown: Field = {
      label: t('teach.kind'),
      options: { team: t('teach.kinds.team'), user: t('teach.kinds.user') },
      value: kind,
      changed: (value) => {
        kind = value === 'user' ? 'user' : 'team';
        askForNames('');
      },
    };
    show(problem || t(`teach.names.${kind}`), [shown, typed], [cancel]);
  }

  function consider(element: Element): void {
    const names = namesLike(element, kind, emails);
    if (names === null) {
      askForNames(t('teach.nothing'));
      return;
    }
    shield.pointing = false;
    shield.outline(names.elements);
    const count = names.elements.length;
    const examples = clauses(...names.elements.slice(0, 3).map((one) => linesOf(one)[0]));
    const found = t(count > 3 ? 'teach.found-more' : 'teach.found', { count, examples });
    show(
      sentences(found, t('teach.right')),
      [],
      [
        { label: t('teach.use'), primary: true, act: () => askForControl(names, withNames(page, kind, names.locator, names.by), '') },
        { label: t('teach.again'), act: () => askForNames('') },
        cancel,
      ],
    );
  }

  function askForControl(names: Names, taught: PageDeclaration, problem: string): void {
    page = taught;
    const acts = Object.fromEntries(
      taughtActs
        .filter((act) => act.startsWith(`${host}.${kind === 'team' && host === 'okta' ? 'group' : kind}.`))
        .map((act) => [act, t(`teach.acts.${act}`)]),
    );
    let act = Object.keys(acts)[0] ?? '';
    shield.pointing = true;
    chosen = (element) => {
      const control = element.closest('button,[role=button],[role=menuitem],a,input') ?? element;
      const name = controlWording(control, subjectAt(control, names));
      if (name === '') askForControl(names, page, t('teach.nameless'));
      else askForControl(names, withControl(page, kind, act as Action, name), t('teach.added', { name: nameOf(control) }));
    };
    const does: Field = { label: t('teach.act'), options: acts, value: act, changed: (value) => (act = value) };
    show(problem || t('teach.control'), [does], [{ label: t('teach.finish'), primary: true, act: () => void keep() }, cancel]);
  }

  async function keep(): Promise<void> {
    shield.pointing = false;
    shield.outline([]);
    const kept = await ask('pages.teach', { page });
    if (kept === null) show(t('teach.failed'), [], [cancel]);
    else show(t('teach.kept'), [], [{ label: t('teach.reload'), primary: true, act: () => location.reload() }, cancel]);
  }
}

/** The ways that find the pointed one among those that they find; of them the most trusted. A person is told by an email where the words
 *  hold one: it says who is meant, a name may be two people's. */
function namesLike(pointed: Element, kind: SubjectKind, emails: Locator): Names | null {
  const mail = kind === 'user' && /\S@\S+\.\S/.test(pointed.textContent);
  for (const locator of mail ? [...locatorsOf(pointed), emails] : locatorsOf(pointed)) {
    const elements = [...find(locator, [document.body])].filter((one) => isShown(one) && !one.closest(`[${own}]`));
    if (!elements.some((one) => one.contains(pointed) || pointed.contains(one))) continue;
    return { locator, by: mail ? 'email' : undefined, elements, example: linesOf(pointed)[0] ?? '' };
  }
  return null;
}

/** The name that stands in the control's row, which the control's own name may hold. */
function subjectAt(control: Element, { elements, example }: Names): string {
  const near = elements.find((one) => one.closest('tr,li,[role=row],article')?.contains(control) ?? false);
  return (near && linesOf(near)[0]) ?? example;
}

function headingOf(): string | null {
  const heading = [...document.querySelectorAll('h1,h2,[role=heading]')].find((one) => isShown(one) && !one.closest(`[${own}]`));
  const name = heading ? nameOf(heading) : '';
  return name === '' ? null : wordingOf(name.slice(0, 200));
}
