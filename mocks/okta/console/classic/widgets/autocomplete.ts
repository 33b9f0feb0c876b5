import { h } from './element.ts';

interface Suggestion {
  label: string;
  /** A second line. */
  note?: string;
  choose: () => void;
}

/** Milliseconds from the last key to the suggestions. */
const patience = 150;
let made = 0;

/** A text field with suggestions under it, as jQuery UI's autocomplete has them: the arrows walk, Enter or a click chooses. */
export function autocomplete(label: string, suggest: (text: string) => Suggestion[]): { root: HTMLElement; input: HTMLInputElement } {
  const id = `ui-autocomplete-${++made}`;
  const list = h('ul', { id, class: 'ui-autocomplete ui-menu ui-widget', role: 'listbox', 'aria-label': `${label}: suggestions` });
  const input = h('input', {
    type: 'text',
    class: 'ui-autocomplete-input',
    role: 'combobox',
    placeholder: label,
    'aria-label': label,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': id,
    autocomplete: 'off',
  });
  let found: Suggestion[] = [];
  let at = -1;
  let timer = 0;

  const show = (): void => {
    list.replaceChildren(...found.map((one, index) => item(one, `${id}-${index}`, index === at, () => choose(one))));
    list.classList.toggle('open', found.length > 0);
    input.setAttribute('aria-expanded', String(found.length > 0));
    if (at >= 0) input.setAttribute('aria-activedescendant', `${id}-${at}`);
    else input.removeAttribute('aria-activedescendant');
  };
  const close = (): void => {
    clearTimeout(timer);
    found = [];
    at = -1;
    show();
  };
  const choose = (one: Suggestion): void => {
    close();
    one.choose();
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      found = suggest(input.value).slice(0, 8);
      at = -1;
      show();
    }, patience);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (found.length === 0) return;
    const chosen = found[at];
    if (event.key === 'ArrowDown') at = (at + 1) % found.length;
    else if (event.key === 'ArrowUp') at = (at - 1 + found.length) % found.length;
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
    else return;
    event.preventDefault();
    if (found.length > 0) show();
  });
  return { root: h('div', { class: 'ui-autocomplete-wrap' }, input, list), input };
}

function item(one: Suggestion, id: string, active: boolean, choose: () => void): HTMLElement {
  const onmousedown = (event: Event): void => {
    event.preventDefault();
  };
  const label = h('a', { class: `ui-corner-all${active ? ' ui-state-hover' : ''}` }, one.label);
  if (one.note !== undefined) label.append(h('span', { class: 'ui-menu-note' }, one.note));
  return h('li', { id, class: 'ui-menu-item', role: 'option', 'aria-selected': String(active), onmousedown, onclick: choose }, label);
}
