import type { Control } from './controls.ts';
import type { Field, Rendering } from './form.ts';
import { generated, make, rendering } from './make.ts';

const floating = 'position:fixed;inset:auto auto 0 0;background:#fff;z-index:9;margin:0';

/** A field that searches: what is typed brings suggestions, and one of them is chosen. `set` hears of what is chosen. */
export function searchOf({ caption, suggested = [] }: Field, value: string, set: (value: string) => void): Control {
  const id = generated();
  const play = (word: string) => ({ 'data-play': `${caption}: ${word}` });
  const input = make('input', { id, value, 'data-play': caption, autocomplete: 'off' }) as HTMLInputElement;
  /** Suggestions come while one types, and go when one is chosen. */
  const suggest = (where: HTMLElement, kind: { list: string; item: string; role: boolean }, chosen: (word: string) => void): void => {
    input.addEventListener('input', () => {
      where.replaceChildren();
      if (input.value === '') return;
      const list = make(kind.list, kind.role ? { role: 'listbox' } : {});
      for (const word of suggested) {
        const one = make(kind.item, { ...(kind.role && { role: 'option', tabindex: '-1' }), ...play(word) }, make('span', {}, word));
        one.addEventListener('click', () => {
          where.replaceChildren();
          chosen(word);
        });
        list.append(one);
      }
      where.append(list);
    });
  };
  /** The chosen one stands in the field. */
  const fills = (word: string): void => {
    input.value = word;
    set(word);
  };
  const made: Record<Rendering, () => Control> = {
    native() {
      const list = generated();
      input.setAttribute('list', list);
      input.addEventListener('input', () => set(input.value));
      const options = make('datalist', { id: list }, ...suggested.map((word) => make('option', { value: word })));
      return { caption: make('label', { for: id }, caption), holds: [input, options] };
    },
    switches() {
      const where = make('div');
      input.setAttribute('role', 'combobox');
      suggest(where, { list: 'div', item: 'div', role: true }, fills);
      return { caption: make('label', { for: id }, caption), holds: [input, where] };
    },
    definitions() {
      // The chosen one is told below, and the field is empty again.
      const [where, below] = [make('div'), make('p', {}, value)];
      suggest(where, { list: 'ul', item: 'li', role: false }, (word) => {
        below.textContent = word;
        input.value = '';
        set(word);
      });
      input.removeAttribute('value');
      return { caption: make('span', {}, caption), holds: [input, where, below] };
    },
    table() {
      const select = make(
        'select',
        { 'data-play': caption },
        ...['', ...suggested].map((word) => make('option', {}, word)),
      ) as HTMLSelectElement;
      select.value = value;
      select.addEventListener('change', () => set(select.value));
      return { caption: make('span', {}, caption), holds: [select] };
    },
    live() {
      const where = make('div', { 'data-gone': '' });
      where.style.cssText = floating;
      document.body.append(where);
      input.setAttribute('role', 'combobox');
      input.setAttribute('placeholder', caption);
      suggest(where, { list: 'div', item: 'div', role: true }, fills);
      return { caption: make('span', {}, ''), holds: [input] };
    },
    mirrored() {
      const [where, below] = [make('div'), make('div', {}, value)];
      input.setAttribute('placeholder', caption);
      suggest(where, { list: 'div', item: 'button', role: false }, (word) => {
        below.textContent = word;
        input.value = '';
        set(word);
      });
      input.removeAttribute('value');
      return { caption: make('span', {}, ''), holds: [input, where, below] };
    },
  };
  return made[rendering]();
}
