// Runs in the page: builds a screen in one of the renderings. What acts says so in `#log`.
import type { Cell, Rendering, Row, Screen } from './screen.ts';

const { screen, rendering } = Reflect.get(globalThis, 'shown') as { screen: Screen; rendering: Rendering };
const atTheEnd = rendering === 'live' || rendering === 'grid';
const rowHeight = 48;
const inAll = 5000;

/** As a tool makes class names: others at each build. */
const generated = (): string => `c${Math.random().toString(36).slice(2, 9)}`;

function make(tag: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = generated();
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function button(text: string, act: () => void, attributes: Record<string, string> = {}): HTMLElement {
  const element =
    rendering === 'cards' ? make('div', { role: 'button', tabindex: '0', ...attributes }, text) : make('button', attributes, text);
  element.addEventListener('click', act);
  return element;
}

const log = make('ol', { id: 'log' });

function acted(item: string, subject: string): void {
  log.append(make('li', {}, `${item} ${subject}`));
}

function choose(item: string, subject: string): void {
  const ask = screen.confirm?.[item];
  if (ask === undefined) {
    acted(item, subject);
    return;
  }
  const title = ask.title.replace('{name}', subject);
  const close = (): void => dialog.remove();
  const content = [
    make('h2', {}, title),
    make('p', {}, 'This cannot be undone.'),
    button('Cancel', close),
    button(ask.button, () => {
      close();
      acted(item, subject);
    }),
  ];
  const dialog = rendering === 'table' ? make('dialog', {}, ...content) : make('div', { role: 'dialog', 'aria-label': title }, ...content);
  dialog.style.cssText = 'position:fixed;inset:80px auto auto 80px;padding:16px;background:#fff;border:1px solid;z-index:5';
  document.body.append(dialog);
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
}

function menu(name: string, items: string[], subject: string): HTMLElement {
  const open = button(
    name,
    () => {
      const list = make('ul', { role: 'menu' });
      for (const item of items) {
        const entry = make('li', { role: 'menuitem', tabindex: '-1' }, make('span', {}, item));
        entry.addEventListener('click', () => {
          list.remove();
          choose(item, subject);
        });
        list.append(entry);
      }
      const place = open.getBoundingClientRect();
      list.style.cssText = 'position:absolute;z-index:4;margin:0;padding:8px;list-style:none;background:#fff;border:1px solid';
      if (atTheEnd) list.style.cssText += `;left:${Math.max(0, place.left - 100)}px;top:${place.bottom + scrollY}px`;
      (atTheEnd ? document.body : (open.parentElement ?? document.body)).append(list);
    },
    { 'aria-haspopup': 'menu' },
  );
  return make('div', {}, open);
}

function content(cell: Cell, subject: string): Node[] {
  if (typeof cell === 'string') return [rendering === 'table' ? document.createTextNode(cell) : make('span', {}, cell)];
  if ('href' in cell) return [make('a', { href: cell.href }, make('span', {}, cell.text))];
  if ('menu' in cell) return [menu(cell.menu, cell.items, subject)];
  return cell.buttons.map((text) => button(text, () => choose(text, subject)));
}

function table(): HTMLElement {
  const head = make(
    'tr',
    {},
    ...screen.columns.map((name) => make('th', { scope: 'col' }, ...(name === '' ? [] : [make('button', {}, name)]))),
  );
  const body = make('tbody');
  const lines = (wanted: string): HTMLElement[] =>
    screen.rows
      .filter(({ subject }) => subject.toLowerCase().includes(wanted.toLowerCase()))
      .map(({ cells, subject }) => make('tr', {}, ...cells.map((cell) => make('td', {}, ...content(cell, subject)))));
  body.append(...lines(''));
  const whole = make('table', {}, make('thead', {}, head), body);
  if (rendering !== 'live') return whole;
  const search = make('input', { 'aria-label': 'Search this list', type: 'search' }) as HTMLInputElement;
  search.addEventListener('input', () => body.replaceChildren(...lines(search.value)));
  return make('div', {}, search, whole);
}

function filler(index: number): Row {
  const [first] = screen.rows;
  const cells = (first?.cells ?? []).map((cell, at): Cell => {
    if (typeof cell === 'string') return cell.includes('@') ? `filler${index}@elsewhere.example` : `Filler ${index}`;
    return 'href' in cell
      ? { text: `Filler ${index}`, href: cell.href.replace(/[^/]+$/, `00gfiller${String(index).padStart(11, '0')}`) }
      : at === 0
        ? ''
        : cell;
  });
  return { subject: `Filler ${index}`, cells };
}

/** Few rows are there, and they show what is scrolled to. */
function grid(): HTMLElement {
  const shown = 16;
  const line = (cells: HTMLElement[], index: number): HTMLElement => make('div', { role: 'row', 'aria-rowindex': String(index) }, ...cells);
  const columns = 'display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:8px';
  const head = line(
    screen.columns.map((name, at) => make('div', { role: 'columnheader', 'aria-colindex': String(at + 1) }, name)),
    1,
  );
  head.style.cssText = columns;
  const slots = Array.from({ length: shown }, () => {
    const slot = line(
      screen.columns.map((_, at) => make('div', { role: 'gridcell', 'aria-colindex': String(at + 1) })),
      2,
    );
    slot.style.cssText = `${columns};position:absolute;left:0;right:0;height:${rowHeight}px`;
    return slot;
  });
  const space = make('div', { role: 'rowgroup' }, ...slots);
  space.style.cssText = `position:relative;height:${inAll * rowHeight}px`;
  const view = make('div', { id: 'view' }, space);
  view.style.cssText = 'height:480px;overflow:auto';
  const render = (): void => {
    const first = Math.floor(view.scrollTop / rowHeight);
    slots.forEach((slot, at) => {
      const index = Math.min(first + at, inAll - 1);
      const row = screen.rows[index] ?? filler(index);
      slot.style.top = `${index * rowHeight}px`;
      slot.setAttribute('aria-rowindex', String(index + 2));
      [...slot.children]
        .filter((child) => child.matches('[role=gridcell]'))
        .forEach((cell, column) => {
          cell.replaceChildren(...content(row.cells[column] ?? '', row.subject));
        });
    });
  };
  view.addEventListener('scroll', render);
  render();
  return make('div', { role: 'grid', 'aria-rowcount': String(inAll + 1) }, head, view);
}

function cards(): HTMLElement {
  const card = ({ cells, subject }: Row): HTMLElement => {
    const facts = cells
      .slice(1)
      .flatMap((cell, at) => [
        ...(screen.columns[at + 1] ? [make('span', {}, `${screen.columns[at + 1]}: `)] : []),
        make('div', {}, ...content(cell, subject)),
      ]);
    return make('li', {}, make('div', {}, ...content(cells[0] ?? '', subject)), ...facts);
  };
  return make('ul', {}, ...screen.rows.map(card));
}

function mirrored(): HTMLElement {
  Object.assign(document.documentElement, { dir: 'rtl', style: 'zoom:2' });
  const line = (cells: HTMLElement[]): HTMLElement => {
    const row = make('div', { role: 'row' }, ...cells);
    row.style.cssText = 'display:flex;gap:12px'; // Columns: a cell that ends where its words do has no room for a mark.
    for (const cell of cells) cell.style.flex = '1 0 auto';
    return row;
  };
  return make(
    'div',
    { role: 'table' },
    line(screen.columns.map((name) => make('div', { role: 'columnheader' }, name))),
    ...screen.rows.map(({ cells, subject }) => line(cells.map((cell) => make('div', { role: 'cell' }, ...content(cell, subject))))),
  );
}

const builders: Record<Rendering, () => HTMLElement> = { table, grid, cards, live: table, mirrored };
const { tabs, actions } = screen;
const tabList =
  tabs?.names.map((name) => make('a', { role: 'tab', href: '#', 'aria-selected': String(name === tabs.selected) }, name)) ?? [];
document.body.append(
  make('main', {}, make(rendering === 'cards' ? 'h2' : 'h1', {}, screen.heading)),
  ...(tabList.length > 0 ? [make('div', { role: 'tablist' }, ...tabList)] : []),
  ...(screen.note ? [make(rendering === 'cards' ? 'h3' : 'h2', {}, screen.note)] : []),
  ...(screen.button ? [button(screen.button, () => acted(screen.button ?? '', ''))] : []),
  ...(actions ? [menu(actions.menu, actions.items, screen.heading)] : []),
  builders[rendering](),
  log,
);
