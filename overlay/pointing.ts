import { own } from './text.ts';

/** How long a mark is pointed at until its card opens, and how long a card stays when nobody points at it any more, in ms:
 *  long enough to cross the gap between the two. */
const opens = 250;
const stays = 300;

/** A card that is open. */
export interface OpenCard {
  host: HTMLElement;
  /** Moves the focus into it; false: nothing in it takes the focus. */
  enter(): boolean;
  /** The element in it that has the focus is the first, or the last, that can. */
  atEdge(edge: 'first' | 'last'): boolean;
  close(): void;
}

interface PointingOptions {
  /** Opens the card of a mark. Null: there is none. The signal ends the wish: nobody points at the mark any more. */
  open(mark: HTMLElement, gone: AbortSignal): Promise<OpenCard | null>;
  /** The mark of the row that an element stands in, else the one that Tab would reach; null: there is none. */
  nearest(element: Element): HTMLElement | null;
  /** Moves the focus to another mark, as the key says; false: it is no such key. */
  walk(mark: HTMLElement, key: string): boolean;
  /** The mark has the focus. */
  stay(mark: HTMLElement): void;
  signal: AbortSignal;
}

/** Opens the card of the mark that is pointed at or has the focus: hovered, it stays; Esc takes it away without the pointer or the focus
 *  moving; it goes when neither is there any more (WCAG 2.2, 1.4.13). Alt+Shift+O goes to the mark of the row that has the focus. */
export function createPointing({ open, nearest, walk, stay, signal }: PointingOptions): { close(): void } {
  let mark: HTMLElement | null = null;
  let card: OpenCard | null = null;
  let wish = new AbortController();
  let timer = 0;
  /** Where the focus was before our key moved it. */
  let cameFrom: HTMLElement | null = null;

  const close = () => {
    clearTimeout(timer);
    wish.abort();
    card?.close();
    [mark, card] = [null, null];
  };
  const show = async (of: HTMLElement, enters = false) => {
    if (mark !== of) {
      close();
      mark = of;
      wish = new AbortController();
      const { signal: gone } = wish;
      const opened = await open(of, gone).catch(() => null);
      if (gone.aborted) return opened?.close();
      if (!opened) return close();
      card = opened;
    }
    clearTimeout(timer);
    if (enters) card?.enter();
  };
  const isOurs = (element: Element | null) => element !== null && (element === mark || element === card?.host);
  const later = (what: () => void, time: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(what, time);
  };
  const leave = () => {
    if (!mark || isOurs(document.activeElement)) clearTimeout(timer);
    else later(close, card ? stays : 0);
  };

  const point = ({ target }: Event) => {
    const at = oursAt(target);
    if (isOurs(at)) clearTimeout(timer);
    else if (isMark(at)) later(() => void show(at), opens);
    else leave();
  };
  const focus = ({ target }: Event) => {
    const at = oursAt(target);
    if (isMark(at)) {
      stay(at);
      void show(at);
    } else if (!isOurs(at) && mark && !card?.host.matches(':hover') && !mark.matches(':hover')) close();
  };
  const press = ({ target }: Event) => {
    if (mark && !isOurs(oursAt(target))) close();
  };
  /** True: the key was for us. */
  const key = (event: KeyboardEvent): boolean => {
    const at = oursAt(event.target);
    if (event.key === 'Escape') return dismiss(at);
    // Where text is typed the keys write a letter (Ø on a Mac).
    if (event.altKey && event.shiftKey && event.code === 'KeyO') return !isTypedIn(event.composedPath()[0]) && jump(event.target);
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    if (event.key === 'Tab') return tab(event, at);
    if (!isMark(at)) return false;
    if (event.key === 'Enter' || event.key === ' ') {
      void show(at, true);
      return true;
    }
    return walk(at, event.key);
  };
  const dismiss = (at: Element | null) => {
    if (!card) {
      close();
      return false;
    }
    const back = at === card.host ? mark : at === mark ? cameFrom : null;
    const of = mark;
    close();
    // The focus that comes back opens nothing: the card was sent away.
    if (back?.isConnected && back !== of) back.focus({ preventScroll: true });
    else if (back) {
      mark = of;
      back.focus({ preventScroll: true });
      mark = null;
    }
    cameFrom = null;
    return true;
  };
  const jump = (target: EventTarget | null) => {
    const from = target instanceof Element ? (oursAt(target) ?? target) : null;
    const to = from && nearest(from);
    if (!to) return false;
    cameFrom = from instanceof HTMLElement && !isOurs(from) ? from : cameFrom;
    if (to.hasAttribute('tabindex')) to.focus();
    void show(to);
    return true;
  };
  /** The card follows its mark in the tab order, wherever it lies in the page. */
  const tab = ({ shiftKey }: KeyboardEvent, at: Element | null) => {
    if (!card || !mark) return false;
    if (at === mark) return !shiftKey && card.enter();
    if (at !== card.host) return false;
    if (!card.atEdge(shiftKey ? 'first' : 'last')) return false;
    mark.focus({ preventScroll: true });
    // Back to the mark; or on from it, as the browser goes on from what has the focus.
    return shiftKey;
  };

  const listen = { capture: true, signal };
  addEventListener('pointerover', point, { ...listen, passive: true });
  addEventListener('pointerout', ({ relatedTarget }) => relatedTarget === null && leave(), { ...listen, passive: true });
  addEventListener('focusin', focus, listen);
  addEventListener('pointerdown', press, { ...listen, passive: true });
  addEventListener('blur', (event) => event.target === window && leave(), { signal });
  addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || !key(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    listen,
  );
  signal.addEventListener('abort', close);
  return { close };
}

/** The element of ours that an event happened in: what lies in a shadow is told by its host. */
function oursAt(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(`[${own}]`) : null;
}

function isTypedIn(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('textarea,input:not([type=checkbox],[type=radio],[type=button],[type=submit])');
}

function isMark(element: Element | null): element is HTMLElement {
  return element instanceof HTMLElement && element.getAttribute(own) === 'badge';
}
