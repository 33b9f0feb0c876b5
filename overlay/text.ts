// overlay/ is page machinery without product knowledge: finding, watching, marking, guarding.
// What may enter: plain DOM code that works on any page, told by declarations what to look for.
// It imports types of contract/ only, and never changes a node of the host page: it appends its own.

/** Everything of ours carries this attribute. */
export const own = 'data-sourcemark';

/** What a row is, by its markup. */
export const rows = 'tr,li,[role=row],[role=listitem],[role=option],article';

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

/** One line of words: no spacing around, single spaces within. */
export function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** The lines an element shows. Laid out text where the browser has it, so that blocks count as lines. */
export function linesOf(element: Element): string[] {
  const laidOut = element.childElementCount > 0 && element instanceof HTMLElement ? Reflect.get(element, 'innerText') : '';
  return String(laidOut || element.textContent)
    .split('\n')
    .map(plain)
    .filter(Boolean);
}

/** The text nodes of an element that a person reads, ours left out. */
export function* textNodes(root: Element): Generator<Text & { parentElement: Element }> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement } = node;
    if (parentElement && plain(node.nodeValue) && !parentElement.closest(`script,style,noscript,template,[${own}]`))
      yield node as Text & { parentElement: Element };
  }
}

/** Whether a person can see the element at all (where the browser can tell). */
export function isShown(element: Element): boolean {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
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
