import { own, plain } from './text.ts';

const labelled = 'input,select,textarea,[contenteditable=true],[role=combobox],[role=textbox]';

/** Every field of a form inside `root`. */
export function fieldsOf(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(labelled)].filter((field) => !field.matches('[type=hidden],[type=button],[type=submit]'));
}

/** What an element is called, by the parts of the accessible name computation that controls use (accname 1.2 §4.3.2):
 *  `aria-labelledby`, `aria-label`, a button's `value`, the alternative text of its pictures and its words, `title`. */
export function nameOf(element: Element): string {
  return (
    labelledBy(element) ||
    plain(element.getAttribute('aria-label')) ||
    (element instanceof HTMLInputElement && /^(button|submit|reset|image)$/.test(element.type) && plain(element.value || element.alt)) ||
    wordsIn(element) ||
    plain(element.getAttribute('title') ?? element.getAttribute('alt') ?? element.getAttribute('data-tooltip'))
  );
}

/** What a form field is called: its label, else its name, placeholder or `name`. */
export function labelsOf(field: Element): string[] {
  const labels = 'labels' in field && field.labels ? [...(field.labels as NodeListOf<HTMLLabelElement>)].map(captionOf) : [];
  const rest = ['placeholder', 'name', 'data-se', 'id'].map((attribute) => field.getAttribute(attribute));
  const told = [...labels, field.matches('input,select,textarea') ? field.getAttribute('aria-label') : nameOf(field), labelledBy(field)];
  return [...told, ...(told.some((text) => plain(text)) ? [] : [captionBefore(field)]), ...rest]
    .map((text) => plain(text).replace(/[\s:*]+$|\s*\((optional|required)\)$/gi, ''))
    .filter(Boolean);
}

/** What a field holds: the words of the chosen option, the typed text, or the words it shows. */
export function heldBy(field: Element): string {
  if (field instanceof HTMLSelectElement) return plain([...field.selectedOptions].map((option) => option.textContent).join(', '));
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value.trim() : plain(field.textContent);
}

/** A label that wraps its field says the field's words too: leave them out. */
function captionOf(label: HTMLLabelElement): string {
  return [...label.childNodes].map((node) => (node instanceof Element && node.matches(labelled) ? '' : node.textContent)).join(' ');
}

/** What stands before a field that has no label of its own: its term in a list, or the first cell of its row. */
function captionBefore(field: Element): string {
  const place = field.closest('dd,td,[role=cell],[role=gridcell]');
  let before = place?.previousElementSibling;
  while (before?.matches('dd')) before = before.previousElementSibling;
  return before?.textContent ?? '';
}

function labelledBy(element: Element): string {
  const by = element.getAttribute('aria-labelledby');
  const wordsOf = (id: string) => (element.getRootNode() as Document | ShadowRoot).getElementById?.(id)?.textContent;
  return by ? plain(by.split(/\s+/).map(wordsOf).join(' ')) : '';
}

function wordsIn(element: Element): string {
  let words = '';
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) words += node.nodeValue;
    else if (node instanceof Element && !node.matches(`[${own}],[aria-hidden=true],style,script`))
      words += ` ${node.getAttribute('aria-label') ?? node.getAttribute('alt') ?? (wordsIn(node) || (node.getAttribute('title') ?? ''))}`;
  }
  return plain(words);
}
