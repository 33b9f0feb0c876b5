// Runs in the page: builds a form in one of the renderings. What is saved or pressed says so in `#log`.
import { type Control, controlOf } from './controls.ts';
import { type Dialog, type Field, type Rendering, readFirst, type Value } from './form.ts';
import { layouts } from './layouts.ts';
import { button, form, generated, make, rendering } from './make.ts';
import { searchOf } from './search.ts';

type Values = Map<string, Value>;

const app = make('div');
const log = make('ol', { id: 'log' });
let saved: Values = new Map(form.fields.map(({ caption, value }) => [caption, value]));
let draft: Values = new Map(saved);
let editing = !readFirst.includes(rendering);
let open: { dialog: Dialog; values: Values; element: HTMLElement | null } | null = null;

const acted = (what: string): void => log.append(make('li', {}, what));

function words(field: Field): Control {
  const value = saved.get(field.caption) ?? '';
  const caption = make('span', {}, field.caption);
  if (typeof value !== 'boolean') return { caption, holds: [make('span', {}, value)] };
  if (rendering === 'definitions') return { caption, holds: [make('span', {}, value ? 'Enabled' : 'Disabled')] };
  const tick = make('img', { alt: value ? 'Yes' : 'No', src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' });
  tick.style.cssText = 'width:16px;height:16px;background:#999';
  return { caption, holds: [tick] };
}

/** What was turned is drawn anew at once where the rendering does so. */
function fieldsOf(fields: readonly Field[], values: Values): [Field, Control][] {
  return fields.map((field) => {
    const value = values.get(field.caption) ?? field.value;
    const set = (next: Value): void => {
      values.set(field.caption, next);
      if (rendering === 'live') renew();
    };
    return [field, field.suggested ? searchOf(field, String(value), set) : controlOf(field, value, set)];
  });
}

/** Fields and their buttons: sent as a form where the rendering has one. */
function formOf(fields: readonly Field[], values: Values, save: string, send: () => void, cancel: (() => void) | null): HTMLElement {
  const body = layouts[rendering](fieldsOf(fields, values));
  const buttons = [...(cancel ? [button('Cancel', cancel)] : [])];
  if (rendering !== 'native') return make('div', {}, body, make('div', {}, button(save, send), ...buttons));
  const whole = make('form', {}, body, make('button', {}, save), ...buttons);
  whole.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  return whole;
}

function dialogOf({ dialog, values }: NonNullable<typeof open>): HTMLElement {
  const close = (): void => {
    open?.element?.remove();
    open = null;
    if (rendering === 'live') renew();
  };
  const send = (): void => {
    acted(`${dialog.save}: ${[...values.values()].join(', ')}`);
    close();
  };
  const content = formOf(dialog.fields, values, dialog.save, send, close);
  const id = generated();
  const made: Record<Rendering, () => HTMLElement> = {
    native: () => make('dialog', {}, make('h2', {}, dialog.title), content),
    switches: () =>
      make('div', { role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': id }, make('div', { id }, dialog.title), content),
    definitions: () => make('div', {}, make('h3', {}, dialog.title), content),
    table: () => make('dialog', { 'aria-label': dialog.title }, make('header', {}, make('strong', {}, dialog.title)), content),
    live: () => make('div', { role: 'dialog', 'aria-label': dialog.title }, make('h4', {}, dialog.title), content),
    mirrored: () => make('div', {}, make('div', {}, dialog.title), content),
  };
  const element = made[rendering]();
  element.style.cssText = 'position:fixed;inset:40px auto auto 40px;padding:16px;background:#fff;border:1px solid;z-index:5;width:600px';
  (rendering === 'table' ? app : document.body).append(element);
  if (element instanceof HTMLDialogElement) element.showModal();
  return element;
}

function edited(): void {
  acted(`${form.save}: ${[...draft.values()].join(', ')}`);
  saved = new Map(draft);
  editing = !readFirst.includes(rendering);
  renew();
}

function settings(): HTMLElement {
  if (!form.save) return layouts[rendering](form.fields.map((field) => [field, words(field)]));
  if (editing) {
    const cancel = (): void => {
      draft = new Map(saved);
      editing = false;
      renew();
    };
    return formOf(form.fields, draft, form.save, edited, readFirst.includes(rendering) ? cancel : null);
  }
  const edit = (): void => {
    editing = true;
    renew();
  };
  return make('div', {}, button('Edit', edit), layouts[rendering](form.fields.map((field) => [field, words(field)])));
}

/** Draws all of it from what is known, as frameworks do; the focus goes on where it was. */
function renew(): void {
  const { activeElement } = document;
  const at = activeElement?.closest('[data-play]')?.getAttribute('data-play');
  const [from, to] = activeElement instanceof HTMLInputElement ? [activeElement.selectionStart, activeElement.selectionEnd] : [null, null];
  for (const gone of document.querySelectorAll('[data-gone]')) gone.remove();
  const { tabs, rows } = form;
  const tabList =
    tabs?.names.map((name) => make('a', { role: 'tab', href: '#', 'aria-selected': String(name === tabs.selected) }, name)) ?? [];
  const lines = rows?.names.map(({ text, href }) =>
    make(
      'li',
      {},
      href ? make('a', { href }, text) : make('span', {}, text),
      ' ',
      button(rows.button, () => acted(`${rows.button} ${text}`), { 'data-play': `${rows.button} ${text}` }),
    ),
  );
  const heading = make('h1', {}, form.heading);
  const press = ({ name, dialog }: (typeof form.buttons)[number]): void => {
    if (!dialog) {
      acted(name);
      return;
    }
    open = { dialog, values: new Map(dialog.fields.map(({ caption, value }) => [caption, value])), element: null };
    open.element = dialogOf(open);
  };
  const off = { ...(rendering === 'switches' || rendering === 'table' ? { 'aria-disabled': 'true' } : { disabled: '' }) };
  app.replaceChildren(
    heading,
    ...(tabList.length > 0 ? [make('div', { role: 'tablist' }, ...tabList)] : []),
    rendering === 'live' ? make('div', {}, form.title) : make('h2', {}, form.title),
    settings(),
    make('div', {}, ...form.buttons.map((one) => button(one.name, () => (one.off ? undefined : press(one)), one.off ? off : {}))),
    ...(lines ? [make('ul', {}, ...lines)] : []),
  );
  if (open) {
    open.element?.remove();
    open.element = dialogOf(open);
  }
  const next = at && document.querySelector<HTMLElement>(`[data-play="${CSS.escape(at)}"]`);
  if (!next) return;
  next.focus();
  if (next instanceof HTMLInputElement && from !== null) next.setSelectionRange(from, to);
}

if (rendering === 'mirrored') {
  document.documentElement.dir = 'rtl';
  document.documentElement.style.setProperty('zoom', '2');
}
document.body.append(make(rendering === 'switches' ? 'div' : 'main', {}, app), log);
if (form.passed) {
  // Another page first, and from there to this one without a load.
  app.append(make('h1', {}, 'Groups'), make('ul', {}, ...form.passed.map(({ text, href }) => make('li', {}, make('a', { href }, text)))));
  Reflect.set(globalThis, 'goOn', () => {
    history.pushState(null, '', form.address);
    renew();
  });
} else renew();
