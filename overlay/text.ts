// overlay/ is page machinery without product knowledge: finding, watching, marking, guarding.
// What may enter: plain DOM code that works on any page, told by declarations what to look for.
// It imports types of contract/ only, and never changes a node of the host page: it appends its own.

/** Everything of ours carries this attribute. */
export const own = 'data-sourcemark';

/** What a row is, by its markup. */
export const rows = 'tr,li,[role=row],[role=listitem],[role=option],article';

/** What nobody reads, and what is ours. */
export const unread = `script,style,noscript,template,[${own}]`;
const expressions = new Map<string, RegExp>();

/** Whether the whole of `text` is as the wording (the source of a regular expression) says, in any case. */
export function fits(wording: string, text: string): boolean {
  let expression = expressions.get(wording);
  if (!expression) {
    expression = new RegExp(`^(?:${wording})$`, 'i');
    expressions.set(wording, expression);
  }
  return expression.test(text);
}

/** The wording that fits those words and no others. */
export function wordingOf(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** One line of words: no spacing around, single spaces within. */
export function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** The lines an element shows. Laid out text where the browser has it, so that blocks count as lines: only where there may be several,
 *  since the page is laid out for it. What is ours makes no line. */
export function linesOf(element: Element): string[] {
  const parts = element.childElementCount > 0 && [...element.children].some((child) => !child.hasAttribute(own));
  const laidOut = parts ? Reflect.get(element, 'innerText') : '';
  return String(laidOut || element.textContent)
    .split('\n')
    .map(plain)
    .filter(Boolean);
}

/** The text nodes of an element that a person reads and whose words suit, ours left out. */
export function* textNodes(root: Element, suits: (words: string) => boolean = Boolean): Generator<Text & { parentElement: Element }> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement } = node;
    // What lies around it is asked last: that is what costs.
    if (parentElement && suits(plain(node.nodeValue)) && !parentElement.closest(unread)) yield node as Text & { parentElement: Element };
  }
}

/** Whether a person can see the element at all (where the browser can tell). */
export function isShown(element: Element): boolean {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}

/** Whether an element is one of some, or lies in one. */
export function liesIn(element: Element, some: ReadonlySet<Element>): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (some.has(at)) return true;
  return false;
}

/** The element and what stands around it, out of shadow roots too, at most `limit` of them, up to `<body>`. */
export function* around(start: Element, limit = 12): Generator<Element> {
  let element: Element | null = start;
  for (let step = 0; element && element !== document.body && step < limit; step += 1) {
    yield element;
    const parent: Node | null = element.assignedSlot ?? element.parentNode;
    element = parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  }
}
