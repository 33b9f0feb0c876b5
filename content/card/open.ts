import type { Change } from '../../contract/changes.ts';
import { language } from '../../locales/spoken.ts';
import { t } from '../../locales/words.ts';
import type { CardContent, CardRequest, OpenedCard } from '../../messages/card.ts';
import { createCard } from '../../overlay/card.ts';
import { sayIn } from '../../overlay/language.ts';
import { part } from './part.ts';
import { tell } from './tell.ts';
import { tellUnseen } from './wait.ts';
import { createWhy } from './why.ts';

/** The worker takes no longer ones. */
const longestName = 500;

/** Shows what is known of a marked subject, beside its mark, and keeps it true while it is open. Null: there is nothing to say. */
export function cardOf({ mark, read, ask, left }: CardRequest): OpenedCard | null {
  let content = read();
  if (!content) return null;
  sayIn(language());
  const { name } = content;
  const over = new AbortController();
  const shown = createCard(mark, content.name);
  const title = part('strong', content.name);
  const state = part('p', '', 'quiet');
  const trouble = part('ul');
  const rows = part('dl');
  const link = part('a');
  link.target = '_blank';
  link.rel = 'noopener';
  const why = createWhy(mark, ask, () => !over.signal.aborted && shown.place());
  shown.body.append(title, state, trouble, why.above, rows, link, why.below);
  let change: Change | null | undefined;
  let places = content.places;
  /** The side panel has been told of whom this card is. */
  let pointed = false;
  /** What the change was asked for. */
  let asked = '';

  const close = () => {
    over.abort();
    shown.remove();
  };
  const show = () => {
    content = read();
    // A list that reuses the row shows somebody else there by now.
    if (content?.name !== name) return leave();
    draw({ ...content, places });
    if (!shown.place()) return leave();
    if (stateOf(content) !== asked) void learn();
  };
  const leave = () => {
    close();
    left();
  };
  const draw = (now: CardContent) => {
    const told = tell(now, change, Date.now());
    const waits = tellUnseen(now);
    state.textContent = now.label;
    trouble.hidden = told.trouble.length + waits.length === 0;
    trouble.replaceChildren(...[...waits, ...told.trouble].map((line) => part('li', line)));
    why.show(now);
    rows.replaceChildren(...told.rows.flatMap(([name, value]) => [part('dt', name), part('dd', value)]));
    // The link stays the element that it is: it may have the focus.
    link.hidden = told.link === null;
    if (told.link && link.href !== told.link.href) link.href = told.link.href;
    if (told.link && link.textContent !== told.link.words) {
      link.textContent = told.link.words;
      link.setAttribute('aria-label', `${told.link.words} ${t('card.new-tab')}`);
    }
  };

  draw(content);
  if (!shown.place()) {
    close();
    return null;
  }
  const learn = async () => {
    if (!content) return;
    const { facts, host } = content;
    asked = stateOf(content);
    const [changed, learned] = await Promise.all([
      facts ? ask('changes.of', { id: facts.id }) : null,
      // What Okta's pages have taught since this session began.
      ask('session.start', { host }),
    ]);
    change = changed?.change ?? null;
    if (facts && changed?.followed && !pointed) {
      pointed = true;
      void ask('subject.pointed', { kind: facts.kind, id: facts.id, name: name.slice(0, longestName) });
    }
    if (learned) places = { ...places, ...learned, oktaGroups: { ...places.oktaGroups, ...learned.oktaGroups } };
    if (over.signal.aborted) return;
    show();
    await why.renew({ ...content, places });
  };
  void learn();
  const clock = setInterval(show, 1000);
  over.signal.addEventListener('abort', () => clearInterval(clock));
  const move = () => shown.place() || leave();
  for (const type of ['scroll', 'resize']) addEventListener(type, move, { capture: true, passive: true, signal: over.signal });
  return { host: shown.host, enter: shown.enter, atEdge: shown.atEdge, close };
}

/** Tells apart whom a card is of, and what Okta has sent of them last. */
function stateOf({ facts }: CardContent): string {
  return facts ? `${facts.id} ${facts.sync.lastSyncedAt} ${facts.sync.lastChangedAt}` : '-';
}
