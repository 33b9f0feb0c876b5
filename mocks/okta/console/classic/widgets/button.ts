import { h } from './element.ts';

interface ButtonOptions {
  label: string;
  /** Names the control for tests and for the focus over a refresh. */
  key: string;
  onclick: (event: Event) => void;
  primary?: boolean;
  /** For a symbol as label. */
  name?: string;
}

/** A button of this generation: an anchor that looks like one. */
export function linkButton({ label, key, onclick, primary = false, name }: ButtonOptions): HTMLAnchorElement {
  return anchor(label, `link-button${primary ? ' button-primary' : ''}`, key, onclick, name);
}

/** A small action in a row. */
export function rowAction({ label, key, onclick, name }: ButtonOptions): HTMLAnchorElement {
  return anchor(label, 'row-action', key, onclick, name);
}

/** An anchor that acts: Enter and the mouse by nature, Space by hand. */
export function anchor(label: string, classes: string, key: string, onclick: (event: Event) => void, name?: string): HTMLAnchorElement {
  const act = (event: Event): void => {
    event.preventDefault();
    onclick(event);
  };
  const onkeydown = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key === ' ') act(event);
  };
  const title = name ?? null;
  return h('a', { href: '#', role: 'button', class: classes, 'data-se': key, 'aria-label': title, title, onclick: act, onkeydown }, label);
}
