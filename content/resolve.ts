import type { ControlDeclaration, SubjectKind } from '../contract/page-declaration.ts';
import { dialogs } from '../overlay/box.ts';
import { findFirst } from '../overlay/find.ts';
import { fieldsOf, heldBy } from '../overlay/name.ts';
import { around, linesOf, own, plain, textNodes } from '../overlay/text.ts';
import { queryFor } from './knowledge.ts';
import type { Subject } from './scan.ts';

/** Finds whom an act touches, from what stands around its control. */
export interface Resolver {
  /** The one subject of the row that an element stands in, whatever its kind. */
  nearest(element: Element, kind?: SubjectKind): Subject | null;
  /** Begins to remember. Called after the guard has begun to listen: what it holds back opens nothing. */
  listen(): void;
  subjectsOf(control: Element, declared: ControlDeclaration, box: Element | null): Subject[];
  /** The subject of that name, on the page or not. */
  called(kind: SubjectKind, name: string, control: Element): Subject[];
}

const popups = '[role=menu],[role=listbox],[role=tooltip],[popover]';
const choices = '[role=option],li,tr,a,button,label';

/** Remembers the row whose menu or dialog was opened last, and what was picked last in a dialog: what opens from them shows neither. */
export function createResolver(subjects: ReadonlyMap<Element, Subject>, signs: () => Element[], signal: AbortSignal): Resolver {
  let opened: Subject | null = null;
  let picked: { around: Element[]; lines: string[] } | null = null;

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
    if (choice) picked = { around: [...around(target)], lines: linesOf(choice).slice(0, 4) };
    const row = nearest(target);
    if (row) opened = row;
    // A click elsewhere on the page itself ends what was opened; one in a dialog or menu, or in what floats over the page, goes on with it.
    // (A menu that went away under the finger leaves its click to the body.)
    else if (!box && document.body !== target && document.body.contains(target) && !target.closest(popups) && holdsSubjects(topOf(target)))
      opened = null;
  };
  const holdsSubjects = (element: Element) => [...subjects.keys()].some((subject) => element.contains(subject));

  /** What a field of the box has chosen: the suggestion that was picked, while the box still shows it, else what the field holds. */
  const chosenIn = (alternatives: NonNullable<ControlDeclaration['chosen']>, box: Element): string => {
    const found = findFirst(alternatives, box);
    const value = found ? (fieldsOf(box).includes(found as HTMLElement) ? heldBy(found) : (linesOf(found)[0] ?? '')) : '';
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
        its === kind && name && !box.contains(element) && new RegExp(`(?<![\\p{L}\\d])${escaped(name)}(?![\\p{L}\\d])`, 'iu').test(text),
    );
    if (opened && all.some(({ name }) => name === opened?.name)) return [opened];
    return all.filter(({ name }) => !all.some((other) => other.name !== name && other.name.includes(name)));
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
    nearest,
    called,
    listen() {
      for (const type of ['click', 'keydown', 'contextmenu']) addEventListener(type, see, { capture: true, signal });
    },
    subjectsOf(control, declared, box) {
      const kind = declared.of;
      if (kind === 'none') return [];
      const whole = box ?? control.closest(dialogs) ?? document.body;
      const words = declared.creates
        ? heldBy(findFirst(declared.creates, whole) ?? whole.ownerDocument.createElement('i'))
        : declared.chosen && chosenIn(declared.chosen, whole);
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
      const ticked = [
        ...document.querySelectorAll(
          'input[type=checkbox]:checked,[role=checkbox][aria-checked=true],tr[aria-selected=true],[role=row][aria-selected=true]',
        ),
      ];
      const selected = ticked.flatMap((box) => nearest(box, kind) ?? []);
      if (selected.length > 0) return selected;
      return [...subjects.values()].filter((subject) => subject.list === null && subject.kind === kind);
    },
  };
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

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
