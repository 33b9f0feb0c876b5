import { around, own, rows, textNodes } from './text.ts';

// A heading is left as well: its name is the subject's, and nothing else.
const interactive =
  'h1,h2,h3,h4,h5,h6,[role=heading],a,button,label,summary,select,input,[role=button],[role=link],[role=tab],[role=menuitem]';
const cells = 'td,th,[role=cell],[role=gridcell]';
/** Boxes of a form, behind whose right edge another part of the page begins. */
const forms = 'dl,fieldset,form,section';
const gap = 6;

/** The element at whose end the mark of `anchor` is appended: the nearest one that is no control (a mark inside a link would be the link),
 *  cuts nothing off, and does not lay out its children as a row or grid of its own, where one more would move the others. */
export function placeOf(anchor: Element): Element {
  let place = anchor;
  for (let step = 0; step < 5; step += 1) {
    const parent: Element | null = place.parentElement;
    if (!parent || parent === document.body || place.matches(`${cells},${rows}`)) break;
    const { overflowX, whiteSpace } = getComputedStyle(place);
    const cuts = overflowX !== 'visible' && whiteSpace === 'nowrap';
    if (!place.closest(interactive) && !cuts && !arranges(place)) break;
    place = parent;
  }
  return place;
}

/** Whether an element's children are items of its own row or grid. */
export function arranges(element: Element): boolean {
  return /flex|grid/.test(getComputedStyle(element).display);
}

/** How many px of the screen a px of that element is, where the page has zoomed itself by CSS. Older browsers do not tell: then they measure
 *  in the element's own px as well. */
export function zoomOf(element: Element): number {
  return (element.currentCSSZoom as number | undefined) || 1;
}

/** Tells a host of ours a length, in px. What is so already is not written: the page would be styled anew. */
export function put(host: HTMLElement, name: 'x' | 'y' | 'w', length: number): void {
  const text = `${length}px`;
  if (host.style.getPropertyValue(`--${name}`) !== text) host.style.setProperty(`--${name}`, text);
}

/** How much of a mark is seen: all its words, its age alone, or its icon alone. */
export type Form = 'full' | 'short' | 'icon';

export interface Pose {
  /** Where the mark's left end and its middle lie, in px from its host. */
  x: number;
  y: number;
  form: Form;
}

/** Where a mark stands beside the words of `anchor`: it takes no room in the page's layout, so it is laid over the first free room on the
 *  line of the words, behind what already stands there (an icon, say), in the widest form that fits. It never covers what the page shows
 *  and never leaves its cell. `widths` are in px, widest form first. Null: not laid out. */
export function poseOf(anchor: Element, host: Element, widths: Readonly<Record<Form, number>>): Pose | null {
  const node = firstText(anchor) ?? anchor;
  const said = rectOf(node);
  if (!said || said.width === 0) return null;
  const along = alongOf(anchor);
  const words = withButton(along(said), anchor, along);
  const origin = host.getBoundingClientRect();
  const zoom = zoomOf(host);
  const { end, taken } = lineOf(node, words, along);
  const at = (start: number, form: Form, y: number): Pose => ({
    x: (along({ left: start, right: start + widths[form] * zoom, top: 0, bottom: 0 }).left - origin.left) / zoom,
    y: (y - origin.top) / zoom,
    form,
  });
  for (const form of ['full', 'short', 'icon'] as const) {
    const width = widths[form] * zoom;
    let start = words.right + gap;
    for (const box of taken) if (start + width > box.left - 2) start = Math.max(start, box.right + gap);
    if (start + width <= end) return at(start, form, (words.top + words.bottom) / 2);
  }
  return at(Math.max(words.left, end - widths.icon * zoom), 'icon', words.top);
}

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
/** A box as it lies along the line: its left is where a reader begins. Done twice, it is the box that it was. */
type Along = (box: Box) => Box;

/** Lines from right to left are read as if in a mirror, so that all else is told of one direction alone. */
function alongOf(anchor: Element): Along {
  if (getComputedStyle(anchor).direction !== 'rtl') return (box) => box;
  return ({ left, right, top, bottom }) => ({ left: -right, right: -left, top, bottom });
}

const buttons = 'button,[role=button],input';
/** The widest padding of a button, in px: what reaches farther behind the words is a row that can be pressed. */
const buttonPadding = 24;

/** The words of a button end where the button does. */
function withButton(words: Box, anchor: Element, along: Along): Box {
  const button = anchor.closest(buttons);
  const { left, top, bottom } = words;
  const { right } = button ? along(button.getBoundingClientRect()) : words;
  return right > words.right && right - words.right <= buttonPadding ? { left, right, top, bottom } : words;
}

function firstText(anchor: Element): Node | null {
  for (const node of textNodes(anchor)) return node;
  return null;
}

/** What stands behind the words on their line, in the order in which it is read, and where the line ends: with the cell or row,
 *  or with whatever cuts it off. */
function lineOf(node: Node, words: Box, along: Along): { end: number; taken: Box[] } {
  let { right: end } = along({ left: 0, right: document.documentElement.clientWidth, top: 0, bottom: 0 });
  const taken: Box[] = [];
  let inner = node;
  for (const element of around(node instanceof Element ? node : (node.parentElement ?? document.body), 7)) {
    for (let next = inner.nextSibling; next; next = next.nextSibling)
      for (const rect of paintedIn(next)) {
        const box = along(rect);
        if (box.right > box.left && box.left >= words.right - 1 && box.top < words.bottom && box.bottom > words.top) taken.push(box);
      }
    const ends = element.matches(`${cells},${rows},${forms}`);
    if (ends || getComputedStyle(element).overflowX !== 'visible') end = Math.min(end, along(element.getBoundingClientRect()).right - 1);
    if (ends) break;
    inner = element;
  }
  return { end, taken: taken.sort((one, other) => one.left - other.left) };
}

const painted = 'svg,img,picture,canvas,video,button,input,select,textarea,[role=img],[role=button]';
/** So many boxes of a neighbour are looked at; a neighbour with more counts as one box. */
const most = 12;

/** The boxes that a node really paints: a wrapper may be as wide as the page and hold one word. */
function paintedIn(node: Node): DOMRect[] {
  if (!(node instanceof Element)) return [rectOf(node)].filter((rect) => rect !== null);
  if (node.hasAttribute(own) || node.matches('script,style,template')) return [];
  const texts = firstOf(textNodes(node), Boolean);
  const parts = texts.length > most || node.matches(painted) ? [] : firstOf(node.querySelectorAll(`${painted},:empty`), isSeen);
  if (parts.length + texts.length === 0) return isDrawn(node) ? [node.getBoundingClientRect()] : [];
  if (parts.length + texts.length > most) return [node.getBoundingClientRect()];
  return [...parts.map(rectOf), ...texts.map(tagOf)].filter((rect) => rect !== null);
}

/** No more than tell whether there are too many: the neighbour of a heading may be a table of thousands of rows. */
function firstOf<T>(all: Iterable<T>, suits: (one: T) => boolean): T[] {
  const some: T[] = [];
  for (const one of all) {
    if (suits(one)) some.push(one);
    if (some.length > most) break;
  }
  return some;
}

const isSeen = (part: Element): boolean => !part.matches(':empty') || isDrawn(part);

/** Whether an element that holds nothing shows something itself, such as an icon in its ground: what only keeps others apart is free room. */
function isDrawn(node: Element): boolean {
  if (node.matches(painted)) return true;
  const { backgroundColor, backgroundImage, maskImage, borderTopWidth } = getComputedStyle(node);
  const marked = ['::before', '::after'].some((part) => !/^(none|normal|)$/.test(getComputedStyle(node, part).content));
  return (
    marked ||
    backgroundImage !== 'none' ||
    (maskImage || 'none') !== 'none' ||
    borderTopWidth !== '0px' ||
    !/, 0\)$|transparent/.test(backgroundColor)
  );
}

/** The most that a tag adds to its words on both sides, in px. */
const tagPadding = 48;

/** Where words are painted, with the tag around them: its ground is wider than they are. What is much wider is no tag. */
function tagOf(text: Text & { parentElement: Element }): DOMRect | null {
  const words = rectOf(text);
  const tag = text.parentElement.getBoundingClientRect();
  return words && tag.width >= words.width && tag.width - words.width <= tagPadding ? tag : words;
}

/** Where a node is painted: the last line of its words. */
function rectOf(node: Node): DOMRect | null {
  if (node instanceof Element) return node.hasAttribute(own) ? null : node.getBoundingClientRect();
  if (!node.nodeValue?.trim()) return null;
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].at(-1) ?? null;
}
