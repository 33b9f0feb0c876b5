import { type Child, h } from './element.ts';

/** A cell: what stands in it, or that and a class of its own. */
export type Cell = Child | { class: string; content: Child[] };

/** The list of this generation: a table, or the message that there is nothing. */
export function dataList(columns: readonly string[], rows: Cell[][], empty: string): HTMLElement {
  if (rows.length === 0) {
    const message = h('div', { class: 'data-list-empty-msg' }, h('p', { class: 'data-list-empty-head' }, empty));
    return h('div', { class: 'data-list-content' }, message);
  }
  const head = columns.map((label) =>
    h('th', { role: 'columnheader', scope: 'col' }, label === '' ? h('span', { class: 'off-screen' }, 'Actions') : label),
  );
  const body = rows.map((row) => h('tr', {}, ...row.map(cell)));
  const table = h(
    'table',
    { class: 'data-list-table', 'data-se': 'data-list-table' },
    h('thead', { class: 'data-list-head' }, h('tr', {}, ...head)),
    h('tbody', {}, ...body),
  );
  return h('div', { class: 'data-list-content' }, table);
}

function cell(content: Cell): HTMLTableCellElement {
  if (content === null || content === false || typeof content === 'string' || content instanceof Node) return h('td', {}, content);
  return h('td', { class: content.class }, ...content.content);
}

/** A row of controls above a list. */
export function toolbar(...children: Child[]): HTMLElement {
  return h('div', { class: 'data-list-toolbar', 'data-se': 'data-list-toolbar' }, ...children);
}

/** A list's search field; it searches while one types. */
export function searchBox(label: string, search: (text: string) => void): HTMLElement {
  const input = h('input', { type: 'search', class: 'text-field-default', placeholder: label, 'aria-label': label, autocomplete: 'off' });
  input.addEventListener('input', () => search(input.value));
  return h(
    'div',
    { class: 'advanced-search-component-wrap' },
    h(
      'div',
      { class: 'advanced-search-box-wrapper' },
      input,
      h('span', { class: 'advanced-search-submit-button-wrapper', 'aria-hidden': 'true' }, h('span', { class: 'search-icon' })),
    ),
  );
}

/** The list of filters at the left of a list. */
export function filterList(title: string, items: { label: string; on: boolean; choose: () => void }[]): HTMLElement {
  const entries = items.map(({ label, on, choose }) => {
    const onclick = (event: Event): void => {
      event.preventDefault();
      choose();
    };
    const link = h('a', { href: '#', 'data-se': `filter-${label}`, 'aria-current': on ? 'true' : null, onclick }, label);
    return h('li', { class: on ? 'selected' : '' }, link);
  });
  return h('div', { class: 'data-list-sidebar' }, h('h3', {}, title), h('ul', { class: 'data-filter-list' }, ...entries));
}
