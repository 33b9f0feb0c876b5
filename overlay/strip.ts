import { placeOf } from './place.ts';
import { stripStyle } from './strip.css.ts';
import { own } from './text.ts';
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
    host.setAttribute(own, 'strip');
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
          made.host.addEventListener('click', () => made.open());
          made.host.addEventListener('keydown', (event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            made.open();
          });
        }
        strip.open = open;
        if (strip.host.getAttribute('aria-label') !== label) strip.host.setAttribute('aria-label', label);
        strip.pill.title = label;
        const place = placeOf(control);
        if (strip.host.parentNode !== place) place.append(strip.host);
        pose(control, strip.host, strip.pill, place);
      }
    },
  };
}

/** Over the control's upper right corner. */
function pose(control: Element, host: HTMLElement, pill: Element, place: Element): void {
  const corner = control.getBoundingClientRect();
  const now = host.getBoundingClientRect();
  const moved = (name: string, by: number) => `${Math.round((Number.parseFloat(host.style.getPropertyValue(name)) || 0) + by)}px`;
  const [x, y] = [moved('--x', corner.right - 12 - now.left), moved('--y', corner.top - 6 - now.top)];
  pill.classList.toggle('dark', isDark(place));
  if (host.style.getPropertyValue('--x') !== x) host.style.setProperty('--x', x);
  if (host.style.getPropertyValue('--y') !== y) host.style.setProperty('--y', y);
  host.toggleAttribute('data-posed', corner.width > 0);
}
