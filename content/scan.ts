import type { ListDeclaration, Locator, SubjectKind } from '../contract/page-declaration.ts';
import type { SubjectQuery } from '../contract/subjects.ts';
import { readAddress } from '../overlay/address.ts';
import { dialogs } from '../overlay/box.ts';
import { headers } from '../overlay/columns.ts';
import { find, findAll } from '../overlay/find.ts';
import { nameOf } from '../overlay/name.ts';
import { around, fits, isShown, liesIn, linesOf, plain, rows, textNodes } from '../overlay/text.ts';
import { queryFor } from './knowledge.ts';
import type { Page } from './recognise.ts';

/** A user or team that the page shows, and the element that says so. */
export interface Subject {
  element: Element;
  kind: SubjectKind;
  name: string;
  /** The element's words as they were read: where it says others by now, it is another subject. */
  text: string;
  /** What to look up: the most exact first, or the possible readings of its words. */
  queries: SubjectQuery[];
  list: ListDeclaration | null;
  /** What its row calls the state of its push, as a code of `marks.states`; null where it says none. */
  state?: string | null;
}

const stateful = 'button,[role=button],a,summary,select,[role=combobox]';
const email = /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/i;

export interface Scan {
  /** Which of a list's alternatives it is read by, from 0; -1: none has found anything. */
  readBy(list: ListDeclaration): number;
  /** In reading order, as far as the page was read. */
  subjects: ReadonlyMap<Element, Subject>;
  /** The one that the whole page is about. */
  readonly title: Subject | null;
  /** Reads the changed regions (null: everything) of the pages on screen, a step an element: a long list is read in several tasks.
   *  A region holds none of the others. */
  read(pages: readonly Page[], regions: readonly Element[] | null): Generator<void>;
}

export function createScan(): Scan {
  const subjects = new Map<Element, Subject>();
  /** The subject of each row: a row has one. */
  const ofRow = new WeakMap<Element, Element>();
  let chosen = new Map<ListDeclaration, Locator>();
  let title: Subject | null = null;

  const add = (list: ListDeclaration, locator: Locator, element: Element) => {
    if (subjects.has(element) || !element.isConnected) return;
    const row = element.closest(rows);
    const other = row && ofRow.get(row);
    if (other && subjects.has(other) && other.closest(rows) === row) return;
    const subject = subjectOf(list, locator, element);
    if (!subject) return;
    if (list.state) subject.state = stateIn(list.state, element);
    subjects.set(element, subject);
    if (row) ofRow.set(row, element);
  };

  const forget = (regions: readonly Element[]) => {
    const changed = new Set(regions);
    for (const element of subjects.keys()) if (!element.isConnected || liesIn(element, changed)) subjects.delete(element);
    for (const region of regions) for (let around: Element | null = region; around; around = around.parentElement) subjects.delete(around);
  };

  return {
    subjects,
    get title() {
      return title;
    },
    readBy(list) {
      const locator = chosen.get(list);
      return locator ? list.names.indexOf(locator) : -1;
    },
    *read(pages, changed) {
      const whole = !changed || changed.some((region) => region.matches(headers) || region.querySelector(headers));
      if (whole) chosen = new Map();
      const regions = whole ? [document.body] : changed;
      forget(regions);
      title = null;
      for (const { declared, places } of pages) {
        title ??= declared.subject ? titleOf(declared.subject, places) : null;
        if (title) subjects.set(title.element, title);
        for (const list of declared.lists) {
          const known = chosen.get(list);
          for (const locator of known ? [known] : list.names) {
            let found = false;
            for (const element of find(locator, regions)) {
              found = true;
              add(list, locator, element);
              yield;
            }
            if (!found) continue;
            chosen.set(list, locator);
            break;
          }
        }
      }
    },
  };
}

/** The state that the row of an element shows: what a row is, where markup does not call it one, is told by holding one such state. */
function stateIn(wording: string, element: Element): string | null {
  const row = element.closest(rows);
  for (const box of row ? [row] : around(element, 10)) {
    const words = [...box.querySelectorAll(stateful)].map(nameOf).filter((name) => fits(wording, name));
    const said = words.length > 0 ? words : [...textNodes(box, (text) => fits(wording, text))].map(({ nodeValue }) => plain(nodeValue));
    if (said.length > 1) return null;
    const [code] = /active|inactive|error|pending|pushing/.exec(said[0]?.toLowerCase() ?? '') ?? [];
    if (code) return said[0]?.toLowerCase().includes('inactive') ? 'inactive' : code === 'pushing' ? 'pending' : code;
  }
  return null;
}

function subjectOf(list: ListDeclaration, locator: Locator, element: Element): Subject | null {
  const places = 'link' in locator && element instanceof HTMLAnchorElement ? readAddress(locator.link, element.href) : null;
  const { kind } = list;
  const text = plain(element.textContent);
  const [line = ''] = linesOf(element);
  if (places?.['externalId'] || places?.['email'] || list.by === 'email') {
    const { externalId } = places ?? {};
    const address = places?.['email'] ?? email.exec(text)?.[0];
    if (!externalId && !address) return null;
    // A line that holds more than the address (a button's words, say) is no name.
    const name = address && line.includes(address) ? address : line;
    const query = externalId ? queryFor(kind, 'externalId', externalId) : queryFor(kind, 'email', address ?? '');
    return { element, text, kind, list, name, queries: [query] };
  }
  if (!line) return null;
  return { element, text, kind, list, name: line, queries: readings(element, line).map((name) => queryFor(kind, 'name', name)) };
}

/** The names that an element's words may be: the first line; without a count that stands beside it; the parts that are elements of
 *  their own (beside an avatar's initials). */
function readings(element: Element, line: string): string[] {
  if (element.childElementCount === 0) return [line];
  const parts = [...textNodes(element)].filter((node) => node.parentElement !== element).map((node) => plain(node.nodeValue));
  const direct = plain([...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ' ')).join(''));
  const counted = direct && /^[\s(·•,-]*\d+/.test(line.slice(direct.length)) ? [direct] : [];
  return [...new Set([line, ...counted, ...parts.slice(0, 4)])];
}

function titleOf(subject: NonNullable<Page['declared']['subject']>, { externalId }: Record<string, string>): Subject | null {
  const { kind, called } = subject;
  for (const locator of subject.names) {
    const element = findAll(locator, document.body).find((found) => isShown(found) && !found.closest(dialogs) && plain(found.textContent));
    if (!element) continue;
    const [line = ''] = linesOf(element);
    const name = (called && new RegExp(`^${called}$`, 'i').exec(line)?.[1]) || line;
    const query = externalId ? queryFor(kind, 'externalId', externalId) : queryFor(kind, 'name', name);
    return { element, text: plain(element.textContent), kind, name, list: null, queries: [query] };
  }
  return null;
}

/** What the page shows around a subject that can tell two of one name apart. `icon` is null where no row of the list has the owner's icon. */
export function rowOf(subject: Subject, all: Iterable<Subject>): { markup: string; icon: boolean | null } {
  const { list } = subject;
  const row = subject.element.closest(rows) ?? subject.element.parentElement ?? subject.element;
  const has = ({ element }: Subject) => hasIcon(list?.icon, element.closest(rows) ?? element.parentElement ?? element);
  const seen = list?.icon ? [...all].some((other) => other.list === list && has(other)) : false;
  return { markup: row.outerHTML, icon: seen ? has(subject) : null };
}

function hasIcon(wording: string | undefined, row: Element): boolean {
  if (!wording) return false;
  return [...row.querySelectorAll('img,svg,i,[role=img],[title],[aria-label],[class*=icon]')].some(
    (icon) =>
      !icon.closest('[data-sourcemark]') &&
      [nameOf(icon), icon.getAttribute('title') ?? '', icon.getAttribute('class') ?? ''].some((name) => fits(wording, name)),
  );
}
