import type { Form, Rendering } from './form.ts';

// What every rendering is made with. `data-play` is where a test takes hold: no declaration knows of it.

export const { form, rendering } = Reflect.get(globalThis, 'shown') as { form: Form; rendering: Rendering };

/** As a tool makes class names and ids: others at each build. */
export const generated = (): string => `c${Math.random().toString(36).slice(2, 9)}`;

export function make(tag: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = generated();
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** What can be pressed, by mouse and keyboard. */
export function button(text: string, act: () => void, attributes: Record<string, string> = {}): HTMLElement {
  const made: Record<Rendering, () => HTMLElement> = {
    native: () => make('button', { type: 'button', ...attributes }, text),
    switches: () => make('div', { role: 'button', tabindex: '0', ...attributes }, make('span', {}, text)),
    definitions: () => make('input', { type: 'button', value: text, ...attributes }),
    table: () => make('a', { href: '#', role: 'button', ...attributes }, text),
    live: () => make('button', { type: 'button', ...attributes }, make('span', {}, make('span', {}, text))),
    mirrored: () => make('button', { ...attributes, 'aria-label': text }, make('i', { 'aria-hidden': 'true' }), text),
  };
  const element = made[rendering]();
  element.addEventListener('click', (event) => {
    event.preventDefault();
    act();
  });
  return element;
}
