/** What a page could use to notice what happens inside our dialog. */
const ours = [
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'wheel',
  'touchmove',
  'focusin',
  'focusout',
  'input',
  'change',
  'submit',
  'cancel',
  'close',
] as const;
const keys = ['keydown', 'keypress', 'keyup'] as const;

/** Keeps what happens in our dialog from the host page's handlers, and gives it its keyboard: Tab goes round inside, Esc is `onEscape`.
 *
 *  Keys are caught at the window in the capture phase, because the page's focus traps and shortcuts listen in the capture phase as well.
 *  Their default actions still happen: Enter and Space press the button that has the focus. Everything is undone by `signal`; only a key
 *  that is still down then is kept from the page until it comes up: a page that closes its dialog when Esc comes up would close it too. */
export function keepEvents(host: HTMLElement, onEscape: () => void, signal: AbortSignal): void {
  for (const type of ours) host.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
  const view = host.ownerDocument.defaultView ?? window;
  const down = new Set<string>();
  const key = (event: KeyboardEvent) => {
    if (!event.composedPath().includes(host)) return;
    event.stopImmediatePropagation();
    if (event.type === 'keyup') down.delete(event.code);
    if (event.type !== 'keydown') return;
    down.add(event.code);
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault();
      onEscape();
    } else if (event.key === 'Tab') goRound(host, event);
    // The key that opened the dialog may still be held down: its repeats must not press a button.
    else if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
  };
  for (const type of keys) view.addEventListener(type, key, { capture: true, signal });
  signal.addEventListener('abort', () => keepUntilUp(view, down), { once: true });
}

function keepUntilUp(view: Window, down: Set<string>): void {
  if (down.size === 0) return;
  const over = new AbortController();
  const key = (event: KeyboardEvent) => {
    if (!down.has(event.code)) return;
    event.stopImmediatePropagation();
    if (event.repeat) event.preventDefault();
    if (event.type === 'keyup') down.delete(event.code);
    if (down.size === 0) over.abort();
  };
  for (const type of keys) view.addEventListener(type, key, { capture: true, signal: over.signal });
  // Its coming up happens elsewhere.
  view.addEventListener('blur', () => over.abort(), { signal: over.signal });
}

function goRound(host: HTMLElement, event: KeyboardEvent): void {
  const stops = [...(host.shadowRoot?.querySelectorAll<HTMLElement>('a[href], button') ?? [])];
  const at = stops.findIndex((stop) => stop.matches(':focus'));
  const step = event.shiftKey ? (at <= 0 ? stops.length - 1 : at - 1) : (at + 1) % stops.length;
  event.preventDefault();
  stops[step]?.focus();
}
