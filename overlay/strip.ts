import { markOurs } from './language.ts';
import { placeOf, put, zoomOf } from './place.ts';
import { onPress } from './press.ts';
import { stripStyle } from './strip.css.ts';
import { isDark } from './theme.ts';

/** Explanations beside controls that the page has switched off itself, each reachable by keyboard: a disabled control is not. */
export interface Strips {
  /** Says which controls are explained from now on, under what name, and what happens when the explanation is asked for. */
  set(wanted: ReadonlyMap<Element, { label: string; open(): void }>): void;
}

export function createStrips(signal: AbortSignal): Strips {
  const strips = new Map<Element, { host: HTMLElement; pill: HTMLElement; open(): void }>();
  const drop = (control: Element) => {
    strips.get(control)?.host.remove();
    strips.delete(control);
  };
  signal.addEventListener('abort', () => [...strips.keys()].forEach(drop));

  const make = () => {
    const host = document.createElement('span');
    markOurs(host, 'strip');
    host.setAttribute('role', 'button');
    host.tabIndex = 0;
    const style = document.createElement('style');
    style.textContent = stripStyle;
    const pill = document.createElement('b');
    pill.textContent = '?';
    host.attachShadow({ mode: 'closed' }).append(style, pill);
    return { host, pill };
  };

  return {
    set(wanted) {
      for (const control of [...strips.keys()]) if (!wanted.has(control) || !control.isConnected) drop(control);
      for (const [control, { label, open }] of wanted) {
        let strip = strips.get(control);
        if (!strip) {
          const made = { ...make(), open };
          strip = made;
          strips.set(control, made);
          onPress(made.host, () => made.open());
        }
        strip.open = open;
        if (strip.host.getAttribute('aria-label') !== label) strip.host.setAttribute('aria-label', label);
        strip.pill.title = label;
      }
      // All is read before the first is written: the page is laid out once for all of them.
      const seats = [...strips].map(([control, { host, pill }]) => ({ control, host, pill, place: placeOf(control) }));
      for (const { host, place } of seats) if (host.parentNode !== place) place.append(host);
      const grounds = new Map<Element, boolean>();
      for (const move of seats.map(({ control, host, pill, place }) => pose(control, host, pill, isDark(place, grounds)))) move();
    },
  };
}

/** Over the control's upper right corner: reads where that is; the answer moves the strip there. */
function pose(control: Element, host: HTMLElement, pill: HTMLElement, dark: boolean): () => void {
  const corner = control.getBoundingClientRect();
  const now = host.getBoundingClientRect();
  const at = (name: string) => Number.parseFloat(host.style.getPropertyValue(name)) || 0;
  const zoom = zoomOf(host);
  const [x, y] = [at('--x') + (corner.right - now.left) / zoom - 12, at('--y') + (corner.top - now.top) / zoom - 6];
  return () => {
    pill.classList.toggle('dark', dark);
    put(host, 'x', Math.round(x));
    put(host, 'y', Math.round(y));
    host.toggleAttribute('data-posed', corner.width > 0);
  };
}
