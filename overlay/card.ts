import { dialogs } from './box.ts';
import { cardStyle } from './card.css.ts';
import { markOurs } from './language.ts';
import { zoomOf } from './place.ts';
import { isDark } from './theme.ts';

const focusable = 'a[href],button,input';
const gap = 4;
const margin = 8;

/** A card over the page, beside the element of ours that it belongs to. */
export interface Card {
  host: HTMLElement;
  /** Where its content goes. */
  body: HTMLElement;
  /** Moves it to where its element is now. False: that is out of sight, or gone. */
  place(): boolean;
  enter(): boolean;
  atEdge(edge: 'first' | 'last'): boolean;
  remove(): void;
}

/** What a page could take for a click beside its own dialog or menu, and what is typed here for its own keys. */
const ours = 'click pointerdown pointerup mousedown mouseup touchstart touchend focusin focusout keydown keypress keyup'.split(' ');

/** Appends a card to the page's dialog that `beside` lies in (one that traps the focus lets it go nowhere else), else to the page. In the
 *  top layer: nothing of the page's cuts it off or lies above it, and it moves nothing. It is not seen before `place` was called. */
export function createCard(beside: HTMLElement, label: string): Card {
  const host = document.createElement('div');
  markOurs(host, 'panel');
  host.setAttribute('role', 'group');
  host.setAttribute('aria-label', label);
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = cardStyle;
  const body = document.createElement('div');
  root.append(style, body);
  const dark = isDark(beside.parentElement ?? document.body, new Map());
  host.classList.toggle('dark', dark);
  body.classList.toggle('dark', dark);
  for (const type of ours) host.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  (beside.closest(dialogs) ?? document.body).append(host);
  host.showPopover?.();
  const stops = () => [...root.querySelectorAll<HTMLElement>(focusable)].filter((element) => !element.closest('[hidden]'));

  return {
    host,
    body,
    place() {
      const box = beside.getBoundingClientRect();
      if (!beside.isConnected || !host.isConnected || box.width === 0 || box.bottom < 0 || box.top > innerHeight) return false;
      const zoom = zoomOf(host);
      const [width, height] = [host.offsetWidth * zoom, host.offsetHeight * zoom];
      const below = box.bottom + gap;
      const fits = below + height <= innerHeight - margin || box.top < height + gap + margin;
      const y = fits ? Math.min(below, Math.max(margin, innerHeight - margin - height)) : box.top - gap - height;
      const x = Math.max(margin, Math.min(box.left, document.documentElement.clientWidth - margin - width));
      host.style.setProperty('--x', `${Math.round(x / zoom)}px`);
      host.style.setProperty('--y', `${Math.round(y / zoom)}px`);
      return true;
    },
    enter() {
      const [first] = stops();
      first?.focus({ preventScroll: true });
      return first !== undefined;
    },
    atEdge: (edge) => root.activeElement === stops().at(edge === 'first' ? 0 : -1),
    remove: () => host.remove(),
  };
}
