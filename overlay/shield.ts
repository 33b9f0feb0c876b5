import { markOurs } from './language.ts';
import { own } from './text.ts';

export interface Shield {
  /** Where what is ours is shown, above the page. */
  root: ShadowRoot;
  /** Draws a frame around each. */
  outline(elements: Iterable<Element>): void;
  /** Whether the page's elements can be pointed at now: then what is pointed at is framed, and a click tells it. */
  pointing: boolean;
  remove(): void;
}

/** In Firefox it is the browser's style sheet that shows it, which goes with the extension (`background/inject.ts`). */
const unseen = import.meta.env.FIREFOX ? 'display:none!important;' : '';

const style = `:host{all:initial!important;${unseen}position:fixed!important;inset:0!important;width:100vw!important;height:100vh!important;margin:0!important;
padding:0!important;border:0!important;background:transparent!important;z-index:2147483000!important;color-scheme:light dark;pointer-events:none!important;overflow:visible!important}
.ground{position:fixed;inset:0;cursor:crosshair;pointer-events:auto}.ground[hidden]{display:none}
.frame{position:fixed;box-sizing:border-box;border:2px solid #6366f1;border-radius:4px;background:#6366f122;pointer-events:none}
@media (forced-colors:active){.frame{border-color:Highlight}}`;

/** Lies over the whole page while somebody points at what is on it. The page's own listeners, and our guards, hear of no press meant for it:
 *  to point at *Delete* deletes nothing. */
export function createShield(chosen: (element: Element) => void, signal: AbortSignal): Shield {
  const host = document.createElement('div');
  markOurs(host, 'panel');
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = document.createElement('style');
  sheet.textContent = style;
  const frames = document.createElement('div');
  const pointed = document.createElement('div');
  pointed.className = 'frame';
  const ground = document.createElement('div');
  ground.className = 'ground';
  ground.hidden = true;
  root.append(sheet, frames, pointed, ground);
  document.documentElement.append(host);
  host.showPopover?.();

  const under = ({ clientX, clientY }: MouseEvent) =>
    document.elementsFromPoint(clientX, clientY).find((one) => !one.closest(`[${own}]`)) ?? null;
  const place = (frame: HTMLElement, element: Element | null) => {
    const box = element?.getBoundingClientRect();
    frame.hidden = !box;
    if (box) frame.style.cssText = `left:${box.left - 3}px;top:${box.top - 3}px;width:${box.width + 6}px;height:${box.height + 6}px`;
  };
  place(pointed, null);
  ground.addEventListener('pointermove', (event) => place(pointed, under(event)));
  for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu'] as const) {
    ground.addEventListener(type, (event) => {
      event.preventDefault();
      event.stopPropagation();
      const element = event.type === 'click' ? under(event) : null;
      if (element) chosen(element);
    });
  }
  let outlined: Element[] = [];
  const draw = () => {
    frames.replaceChildren(
      ...outlined.map((element) => {
        const frame = document.createElement('div');
        frame.className = 'frame';
        place(frame, element);
        return frame;
      }),
    );
  };
  for (const type of ['scroll', 'resize'] as const) addEventListener(type, draw, { capture: true, passive: true, signal });
  const remove = () => host.remove();
  signal.addEventListener('abort', remove);
  return {
    root,
    outline(elements) {
      outlined = [...elements].slice(0, 300);
      draw();
    },
    get pointing() {
      return !ground.hidden;
    },
    set pointing(on) {
      ground.hidden = !on;
      if (!on) place(pointed, null);
    },
    remove,
  };
}
