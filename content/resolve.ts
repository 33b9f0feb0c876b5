import type { ControlDeclaration, SubjectKind } from '../contract/page-declaration.ts';
import { firstWords } from '../overlay/beside.ts';
import { dialogs } from '../overlay/box.ts';
import { findFirst } from '../overlay/find.ts';
import { fieldsOf, heldBy } from '../overlay/name.ts';
import { around, isShown, linesOf, own, plain, rows, textNodes, wordingOf } from '../overlay/text.ts';
import { queryFor } from './knowledge.ts';
import type { Subject } from './scan.ts';

/** Finds whom an act touches, from what stands around its control. */
export interface Resolver {
  /** The one subject of the row that an element stands in, whatever its kind. */
  nearest(element: Element, kind?: SubjectKind): Subject | null;
  /** Begins to remember. Called after the guard has begun to listen: what it holds back opens nothing. */
  listen(): void;
  /** Whether several subjects of the page stand in an element. */
  holdsMany(element: Element): boolean;
  subjectsOf(control: Element, declared: ControlDeclaration, box: Element | null): Subject[];
  /** The subject of that name, on the page or not. */
  called(kind: SubjectKind, name: string, control: Element): Subject[];
}

const popups = '[role=menu],[role=listbox],[role=tooltip],[popover]';
const tickable = 'input[type=checkbox],[role=checkbox],label';
const choices = '[role=option],li,tr,a,button,label';

/** Remembers the row whose menu or dialog was opened last, and the last two picks in a dialog: what opens from them shows neither. */
export function createResolver(subjects: ReadonlyMap<Element, Subject>, signs: () => Element[], signal: AbortSignal): Resolver {
  let opened: Subject | null = null;
  let picks: { choice: Element; around: Element[]; lines: string[] }[] = [];

  const nearest = (start: Element, kind?: SubjectKind): Subject | null => {
    const some = [...subjects.values()].filter((subject) => !kind || subject.kind === kind);
    for (const element of around(start, 9)) {
      if (element.matches(`main,[role=main],${dialogs}`) || signs().some((sign) => element !== sign && element.contains(sign))) return null;
      const [first, second] = some.filter((subject) => element.contains(subject.element));
      if (first) return second && second.queries[0]?.key !== first.queries[0]?.key ? null : first;
    }
    return null;
  };

  const see = (event: Event) => {
    const { target } = event;
    if (!(target instanceof Element) || target.closest(`[${own}]`) || (event instanceof KeyboardEvent && !/^(Enter| )$/.test(event.key)))
      return;
    const box = target.closest(dialogs);
    const choice = target.closest(choices);
    if (choice)
      picks = [
        { choice, around: [...around(target)], lines: linesOf(choice).slice(0, 4) },
        ...picks.filter((pick) => pick.choice !== choice),
      ].slice(0, 2);
    const row = target.closest(tickable) ? null : nearest(target);
    if (row) opened = row;
    // A click elsewhere on the page itself ends what was opened; one in a dialog or menu, or in what floats over the page, goes on with it.
    // (A menu that went away under the finger leaves its click to the body.)
    // Ticking opens nothing either: what follows is about all that is ticked.
    else if (!box && document.body !== target && document.body.contains(target) && !target.closest(popups) && holdsSubjects(topOf(target)))
      opened = null;
  };
  const holdsSubjects = (element: Element) => [...subjects.keys()].some((subject) => element.contains(subject));

  /** What a field of the box has chosen: the suggestion that was picked, while the box still shows it, else what the field holds. */
  const chosenIn = (alternatives: NonNullable<ControlDeclaration['chosen']>, box: Element, control: Element): string => {
    const found = findFirst(alternatives, box);
    const value = found ? (fieldsOf(box).includes(found as HTMLElement) ? heldBy(found) : (linesOf(found)[0] ?? '')) : '';
    // The press on the control itself picks nothing: "Save" is no group.
    const picked = picks.find(({ choice }) => !choice.contains(control) && !control.contains(choice));
    // Picked in the box, or in a list that floats beside it.
    const here = picked?.around.some((element) => element === box || element.matches(popups));
    const shown =
      here && picked?.lines.find((line) => line === value || [...textNodes(box)].some((text) => plain(text.nodeValue) === line));
    return shown && !(found instanceof HTMLSelectElement) ? shown : value;
  };

  const named = (box: Element, kind: SubjectKind): Subject[] => {
    const text = ` ${plain([...textNodes(box)].map((node) => node.nodeValue).join(' '))} `.toLowerCase();
    const all = [...subjects.values()].filter(
      ({ kind: its, name, element }) =>
        its === kind && name && !box.contains(element) && new RegExp(`(?<![\\p{L}\\d])${wordingOf(name)}(?![\\p{L}\\d])`, 'iu').test(text),
    );
    if (opened && all.some(({ name }) => name === opened?.name)) return [opened];
    return all.filter(({ name }) => !all.some((other) => other.name !== name && other.name.includes(name)));
  };

  const ticked = (kind: SubjectKind): Subject[] => [
    ...new Set(
      [
        ...document.querySelectorAll(
          'input[type=checkbox]:checked,[role=checkbox][aria-checked=true],tr[aria-selected=true],[role=row][aria-selected=true]',
        ),
      ].flatMap((box) => (isShown(box) && nearest(box, kind)) || []),
    ),
  ];

  /** Those whose row says "By rule: Regions", where that rule is the one the box speaks of. */
  const ofRule = (kind: SubjectKind, box: Element | null): Subject[] => {
    const said = box ? plain([...textNodes(box)].map(({ nodeValue }) => nodeValue).join(' ')) : '';
    return [...subjects.values()].filter(({ kind: its, element }) => {
      const row = element.closest(rows) ?? element.parentElement;
      const rules = its === kind && row ? [...textNodes(row)].map(({ nodeValue }) => /\brule\b\W+(.+)$/i.exec(plain(nodeValue))?.[1]) : [];
      return rules.some((rule) => rule && said.includes(rule));
    });
  };

  /** Whether a control is one row's, by where it stands or by the menu that was opened there: then it is about that row, whatever is ticked. */
  const isOfRow = (control: Element, kind: SubjectKind): boolean => {
    const trigger = triggerOf(control);
    const floats = control.closest(popups) !== null || !holdsSubjects(topOf(control));
    return nearest(control, kind) !== null || (trigger ? nearest(trigger, kind) !== null : floats && opened?.kind === kind);
  };

  const called = (kind: SubjectKind, name: string, control: Element): Subject[] =>
    name
      ? [
          {
            element: control,
            text: '',
            kind,
            name,
            list: null,
            queries: [queryFor(kind, name.includes('@') && kind === 'user' ? 'email' : 'name', name)],
          },
        ]
      : [];

  return {
    holdsMany: (element) => [...subjects.keys()].filter((subject) => element.contains(subject)).length > 1,
    nearest,
    called,
    listen() {
      for (const type of ['click', 'keydown', 'contextmenu']) addEventListener(type, see, { capture: true, signal });
    },
    subjectsOf(control, declared, box) {
      const kind = declared.of;
      if (kind === 'none') return [];
      if (declared.ticked) return isOfRow(control, kind) ? [] : ticked(kind);
      if (declared.named) return called(kind, plain(firstWords(rowAround(control))?.textContent), control);
      if (declared.byRule) return ofRule(kind, box);
      const whole = box ?? control.closest(dialogs) ?? document.body;
      const words = declared.creates
        ? heldBy(findFirst(declared.creates, whole) ?? whole.ownerDocument.createElement('i'))
        : declared.chosen && chosenIn(declared.chosen, whole, control);
      if (words !== undefined) return called(kind, words, control);
      const near = nearest(control, kind);
      if (near) return [near];
      const inDialog = control.closest(dialogs) ?? box;
      const told = inDialog ? named(inDialog, kind) : [];
      if (told.length > 0) return told;
      const trigger = triggerOf(control);
      const owner = trigger && nearest(trigger, kind);
      if (owner) return [owner];
      if (opened?.kind === kind) return [opened];
      const selected = ticked(kind);
      if (selected.length > 0) return selected;
      return [...subjects.values()].filter((subject) => subject.list === null && subject.kind === kind);
    },
  };
}

/** What a row is by its markup, else the nearest element around a control that says more than the control. */
export function rowAround(control: Element): Element {
  const row = control.closest(rows);
  if (row) return row;
  for (const element of around(control, 6)) if (plain(element.textContent) !== plain(control.textContent)) return element;
  return control;
}

/** The button that opened the menu an element stands in, where the page says so. */
function triggerOf(element: Element): Element | null {
  const menu = element.closest(`${popups},[aria-labelledby]`);
  const by = menu?.getAttribute('aria-labelledby');
  const named = by ? document.getElementById(by) : null;
  if (named) return named;
  return menu?.id ? document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"],[aria-owns="${CSS.escape(menu.id)}"]`) : null;
}

/** The child of `<body>` that an element lies in: what floats over a page is usually one of its own. */
function topOf(element: Element): Element {
  let top = element;
  while (top.parentElement && top.parentElement !== document.body) top = top.parentElement;
  return top;
}
