import type { Locator } from '../contract/page-declaration.ts';
import { headerOver } from './columns.ts';
import { nameOf } from './name.ts';
import { plain, rows, textNodes, wordingOf } from './text.ts';

const controls = 'button,[role=button],[role=menuitem],a,input[type=button],input[type=submit]';
/** What a segment of an address is that says which one is meant: an id of Okta's (`00g1emaKYZTWRYYRRTSK`), a UUID, a number. */
const id = /^(0\w{2}[\da-zA-Z]{17}|[\da-f]{8}-[\da-f-]{27}|\d+)$/i;
/** What Okta's ids are of, by how they begin. */
const places: Readonly<Record<string, string>> = { '00u': 'externalId', '00g': 'groupId', '0oa': 'instanceId' };

/** How somebody could tell another what they point at: by the address of its link, by its column, by what stands beside it in the row. The
 *  most trusted first; never by a class name, which a tool has made and makes anew. Empty: there is nothing to find it again by. */
export function locatorsOf(element: Element): Locator[] {
  const found: Locator[] = [];
  const link = element.closest('a[href]') ?? element.querySelector('a[href]');
  const template = link instanceof HTMLAnchorElement ? templateOf(link.href) : null;
  if (template !== null) found.push({ link: template });
  const header = headerOver(element);
  const column = header === null ? '' : nameOf(header);
  if (column !== '') found.push({ column: wordingOf(column) });
  const beside = controlBeside(element);
  if (beside !== null) found.push({ beside: wordingOf(beside) });
  return found;
}

/** A control by its accessible name, the subject's own name and marks around it taken out, as a guard reads it: `Delete “Sales”?` is any
 *  `Delete …`. */
export function controlWording(control: Element, subject: string): string {
  const name = nameOf(control.closest(controls) ?? control);
  const at = subject === '' ? -1 : name.toLowerCase().indexOf(subject.toLowerCase());
  const rest = at < 0 ? name : plain(`${name.slice(0, at)} ${name.slice(at + subject.length)}`.replace(/["'“”‘’:?]/g, ' '));
  return rest === '' ? '' : wordingOf(rest);
}

/** The address with a place for each part that says which one is meant, or null: an address without one is no row's. */
export function templateOf(href: string): string | null {
  const url = new URL(href, location.href);
  if (url.protocol === 'mailto:') return 'mailto:{email}';
  if (url.origin !== location.origin) return null;
  const taken = new Set<string>();
  const parts = url.pathname.split('/').map((part) => {
    if (!id.test(part)) return part;
    const base = places[part.slice(0, 3)] ?? 'id';
    const place = taken.has(base) ? `${base}${taken.size}` : base;
    taken.add(place);
    return `{${place}}`;
  });
  return taken.size === 0 ? null : parts.join('/');
}

/** The name of a control in the row that begins with what was pointed at. */
function controlBeside(element: Element): string | null {
  const row = element.closest(rows);
  const words = firstWords(element);
  if (row === null || firstWords(row) !== words) return null;
  for (const control of row.querySelectorAll(controls)) {
    const name = nameOf(control);
    if (name !== '' && name !== words && !control.contains(element)) return name;
  }
  return null;
}

function firstWords(element: Element): string {
  for (const node of textNodes(element)) return plain(node.nodeValue);
  return '';
}
