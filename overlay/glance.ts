import { unread } from './text.ts';

/** So many elements of one kind side by side are a list: of what follows, the last says how it ends. */
const list = 50;

/** What there is to read of a page without the length of its lists, in the page's order. */
export interface Glance {
  readonly elements: readonly Element[];
  readonly texts: readonly Text[];
}

/** Reads what tells one page from another: where a list has a thousand rows, fifty say what it lists, and the rest would be read each time
 *  that the page changes. One walk, whatever is then looked for in it. */
export function glanceAt(root: Element): Glance {
  const elements: Element[] = [];
  const texts: Text[] = [];
  // No recursion: a page may nest as deep as it likes.
  const open = [{ next: root.firstChild, kind: '', count: 0 }];
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const node = level.next;
    if (!node) {
      open.pop();
      continue;
    }
    level.next = node.nextSibling;
    if (node.nodeType === Node.TEXT_NODE) texts.push(node as Text);
    if (!(node instanceof Element)) continue;
    level.count = node.localName === level.kind ? level.count + 1 : 1;
    level.kind = node.localName;
    if (level.count > list && node.nextElementSibling?.localName === level.kind) continue;
    if (node.matches(unread)) continue;
    elements.push(node);
    open.push({ next: node.firstChild, kind: '', count: 0 });
  }
  return { elements, texts };
}
