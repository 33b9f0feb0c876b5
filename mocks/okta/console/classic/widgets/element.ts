// classic/ renders the console as its Backbone and jQuery UI generation does: ids and classes, tables, anchors as buttons, lists thrown away
// and built anew, pages in stages. What may enter widgets/: controls of that look. They know no act and no page.

type Value = string | number | boolean | null | ((event: Event) => void);
export type Child = Node | string | null | false;

/** Makes an element. `false` and `null` leave an attribute or a child out, `true` sets it empty, a function listens (`onclick`). */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.replace(/^on/, ''), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== null && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}
