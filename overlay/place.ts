import { around, own, rows, textNodes } from './text.ts';

const interactive = 'a,button,label,summary,select,[role=button],[role=link],[role=tab],[role=menuitem]';
const cells = 'td,th,[role=cell],[role=gridcell]';
const gap = 6;

/** The element at whose end the mark of `anchor` is appended: the nearest one that is no control (a mark inside a link would be the link),
 *  cuts nothing off, and does not lay its children out in a row or grid of its own (an appended child would move the others). */
export function placeOf(anchor: Element): Element {
  let place = anchor;
  for (let step = 0; step < 5; step += 1) {
    const parent: Element | null = place.parentElement;
    if (!parent || parent === document.body || place.matches(`${cells},${rows}`)) break;
    const { overflowX, whiteSpace, display } = getComputedStyle(place);
    const cuts = overflowX !== 'visible' && whiteSpace === 'nowrap';
    if (!place.closest(interactive) && !cuts && !/flex|grid/.test(display)) break;
    place = parent;
  }
  return place;
}

export interface Pose {
  /** Where the mark's left end and its middle lie, in px from its host. */
  x: number;
  y: number;
  /** There is no room for words: the icon alone. */
  narrow: boolean;
}

/** Where a mark of `width` px stands beside the words of `anchor`: it takes no room in the page's layout, so it is laid over the free
 *  room to the right of the words, shrinks to its icon (`icon` px) where that is too little, and never leaves its cell. Null: not laid out. */
export function poseOf(anchor: Element, host: Element, width: number, icon: number): Pose | null {
  const node = firstText(anchor) ?? anchor;
  const words = rectOf(node);
  if (!words || words.width === 0) return null;
  const origin = host.getBoundingClientRect();
  const right = freeUntil(node, words);
  const narrow = words.right + gap + width > right;
  return {
    x: Math.min(words.right + gap, right - (narrow ? icon : width)) - origin.left,
    y: (words.top + words.bottom) / 2 - origin.top,
    narrow,
  };
}

function firstText(anchor: Element): Node | null {
  for (const node of textNodes(anchor)) return node;
  return null;
}

/** How far to the right the line of the words is free: until what follows on that line, at most until the end of the cell,
 *  or of whatever cuts it off. */
function freeUntil(node: Node, words: DOMRect): number {
  let right = document.documentElement.clientWidth;
  let inner = node;
  for (const element of around(node instanceof Element ? node : (node.parentElement ?? document.body), 7)) {
    for (let next = inner.nextSibling; next; next = next.nextSibling) {
      const rect = rectOf(next);
      if (rect && rect.width > 0 && rect.left >= words.right - 1 && rect.top < words.bottom && rect.bottom > words.top)
        right = Math.min(right, rect.left - 2);
    }
    const ends = element.matches(`${cells},${rows}`);
    if (ends || getComputedStyle(element).overflowX !== 'visible') right = Math.min(right, element.getBoundingClientRect().right - 1);
    if (ends) break;
    inner = element;
  }
  return right;
}

/** Where a node is painted: the last line of its words. */
function rectOf(node: Node): DOMRect | null {
  if (node instanceof Element) return node.hasAttribute(own) ? null : node.getBoundingClientRect();
  if (!node.nodeValue?.trim()) return null;
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].at(-1) ?? null;
}
