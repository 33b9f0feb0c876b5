import type { Field, Rendering, Value } from './form.ts';
import { generated, make, rendering } from './make.ts';

/** A field: its caption, and what is turned, chosen or typed. `set` is told what it holds from now on. */
export interface Control {
  caption: HTMLElement;
  holds: HTMLElement[];
}

type Set = (value: Value) => void;
const typed = (input: HTMLElement, set: Set): HTMLElement => {
  input.addEventListener('input', () => set(input instanceof HTMLInputElement ? input.value : (input.textContent ?? '')));
  return input;
};

export function controlOf(field: Field, value: Value, set: Set): Control {
  if (typeof value === 'boolean') return switches[rendering](field, value, set);
  if (field.options) return choiceOf(field, field.options, value, set);
  return textOf(field, value, set);
}

function nativeBox(on: boolean, set: Set, attributes: Record<string, string>): HTMLInputElement {
  const box = make('input', { type: 'checkbox', ...attributes }) as HTMLInputElement;
  box.checked = on;
  box.addEventListener('change', () => set(box.checked));
  return box;
}

const switches: Record<Rendering, (field: Field, on: boolean, set: Set) => Control> = {
  native({ caption }, on, set) {
    const box = nativeBox(on, set, { 'data-play': caption });
    return { caption: make('label', {}, box, ` ${caption}`), holds: [] };
  },
  switches({ caption }, on, set) {
    const box = make('div', { role: 'switch', tabindex: '0', 'aria-checked': String(on), 'aria-label': 'Enable', 'data-play': caption });
    box.style.cssText = 'width:40px;height:20px;background:#ccc';
    box.addEventListener('click', () => {
      box.setAttribute('aria-checked', String(box.getAttribute('aria-checked') !== 'true'));
      set(box.getAttribute('aria-checked') === 'true');
    });
    return { caption: make('div', {}, make('strong', {}, caption)), holds: [box] };
  },
  definitions({ caption }, on, set) {
    return {
      caption: make('span', {}, caption),
      holds: [make('label', {}, nativeBox(on, set, { 'data-play': caption }), ' Enable')],
    };
  },
  table({ caption }, on, set) {
    return {
      caption: make('span', {}, caption),
      holds: [selectOf(['Yes', 'No'], on ? 'Yes' : 'No', caption, (word) => set(word === 'Yes'))],
    };
  },
  live({ caption }, on, set) {
    const box = make('button', { type: 'button', 'aria-pressed': String(on), 'aria-label': 'Toggle', 'data-play': caption });
    box.style.cssText = 'width:40px;height:20px';
    box.addEventListener('click', () => set(!on));
    return { caption: make('span', {}, caption), holds: [box] };
  },
  mirrored({ caption }, on, set) {
    const id = generated();
    const box = nativeBox(on, set, { id });
    box.style.display = 'none';
    const drawn = make('label', { for: id, 'data-play': caption });
    drawn.style.cssText = 'display:inline-block;width:20px;height:20px;border:1px solid';
    return { caption: make('span', {}, caption), holds: [make('span', {}, box, drawn)] };
  },
};

function selectOf(options: string[], value: string, caption: string, set: (word: string) => void, id = generated()): HTMLElement {
  const select = make('select', { id, 'data-play': caption }, ...options.map((word) => make('option', {}, word))) as HTMLSelectElement;
  select.value = value;
  select.addEventListener('change', () => set(select.value));
  return select;
}

function choiceOf({ caption }: Field, options: string[], value: string, set: Set): Control {
  const id = generated();
  const play = (word: string) => ({ 'data-play': `${caption}: ${word}` });
  const radio = (word: string): HTMLInputElement => {
    const one = make('input', { type: 'radio', name: `r${caption.length}` }) as HTMLInputElement;
    one.checked = word === value;
    one.addEventListener('change', () => set(word));
    return one;
  };
  const made: Record<Rendering, () => Control> = {
    native: () => ({ caption: make('label', { for: id }, caption), holds: [selectOf(options, value, caption, set, id)] }),
    switches() {
      const ones = options.map((word) =>
        make('div', { role: 'radio', tabindex: '0', 'aria-checked': String(word === value), ...play(word) }, make('span', {}, word)),
      );
      for (const [at, one] of ones.entries())
        one.addEventListener('click', () => {
          for (const other of ones) other.setAttribute('aria-checked', String(other === one));
          set(options[at] ?? '');
        });
      return { caption: make('div', { id }, caption), holds: [make('div', { role: 'radiogroup', 'aria-labelledby': id }, ...ones)] };
    },
    definitions: () => ({
      caption: make('span', {}, caption),
      holds: options.map((word) => {
        const one = radio(word);
        for (const [name, text] of Object.entries(play(word))) one.setAttribute(name, text);
        return make('label', {}, one, ` ${word}`);
      }),
    }),
    table: () => ({ caption: make('span', {}, caption), holds: [selectOf(options, value, caption, set)] }),
    live() {
      const open = make(
        'button',
        { type: 'button', role: 'combobox', 'aria-haspopup': 'listbox', 'data-play': caption },
        make('span', {}, value),
      );
      open.addEventListener('click', () => {
        const list = make('div', { role: 'listbox' });
        list.style.cssText = 'position:fixed;inset:auto auto 0 0;background:#fff;z-index:9';
        for (const word of options) {
          const one = make('div', { role: 'option', tabindex: '-1', ...play(word) }, word);
          one.addEventListener('click', () => {
            list.remove();
            set(word);
          });
          list.append(one);
        }
        document.body.append(list);
      });
      return { caption: make('span', {}, caption), holds: [open] };
    },
    mirrored: () => ({
      caption: make('span', {}, caption),
      holds: [
        make(
          'span',
          {},
          ...options.flatMap((word) => {
            const one = radio(word);
            one.id = generated();
            one.style.display = 'none';
            return [one, make('label', { for: one.id, ...play(word) }, word)];
          }),
        ),
      ],
    }),
  };
  return made[rendering]();
}

function textOf({ caption }: Field, value: string, set: Set): Control {
  const id = generated();
  const play = { 'data-play': caption };
  const input = (attributes: Record<string, string>): HTMLElement => typed(make('input', { ...attributes, ...play, value }), set);
  const made: Record<Rendering, () => Control> = {
    native: () => ({ caption: make('label', { for: id }, caption), holds: [input({ id })] }),
    switches: () => ({
      caption: make('div', { id }, caption),
      holds: [typed(make('div', { role: 'textbox', contenteditable: 'true', 'aria-labelledby': id, ...play }, value), set)],
    }),
    definitions: () => ({ caption: make('span', {}, caption), holds: [input({ type: 'text' })] }),
    table: () => ({ caption: make('span', {}, caption), holds: [input({})] }),
    live: () => ({ caption: make('span', { id }, caption), holds: [input({ 'aria-labelledby': id })] }),
    mirrored: () => ({ caption: make('span', {}, caption), holds: [input({ 'aria-label': caption })] }),
  };
  return made[rendering]();
}
