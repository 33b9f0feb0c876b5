import { nameOf } from './name.ts';
import { replay } from './replay.ts';
import { own } from './text.ts';

/** What a person is about to do. `key` is the same for the same act on the same subject. */
export interface Act {
  control: Element;
  key: string;
}

export interface Guard<A extends Act> {
  /** The act that an event on `target` would do, or null. Reads the event's own path only, and changes nothing. */
  read(target: Element, event: Event): A | null;
  /** Whether it must be held back. Asked for each event of a press: quick, without effects. */
  holds(act: A): boolean;
  /** An act that is not held went through. */
  passed(act: A): void;
  /** Decides on a held act: true lets it go on. */
  ask(act: A): Promise<boolean>;
  /** The page changed while the act was held: it was not done. */
  stale(act: A): void;
  /** Whether the extension is still there; when it is not, everything passes. */
  alive(): boolean;
}

const types = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'keyup', 'submit'];
/** A form's own submit soon after the click that it came from is the same act. */
const sameAct = 1500;

/** Stands before the page's own listeners, on `window` in the capture phase. An act that is held is stopped in all its events; when it may
 *  go on, it is done again exactly once, if its control is still there, with the same name and for the same subject. */
export function intercept<A extends Act>(guard: Guard<A>, signal: AbortSignal): void {
  let asking = false;
  let replaying = false;
  let pressed: Element | null = null;
  let done = { key: '', at: 0 };

  const run = async (act: A, event: Event, target: Element, down: boolean) => {
    asking = true;
    const name = nameOf(act.control);
    const goesOn = await guard.ask(act).catch(() => true);
    asking = false;
    if (!goesOn || signal.aborted) return;
    const now = act.control.isConnected ? guard.read(target.isConnected ? target : act.control, event) : null;
    if (now?.key !== act.key || now.control !== act.control || nameOf(act.control) !== name) return guard.stale(act);
    done = { key: act.key, at: performance.now() };
    replaying = true;
    try {
      replay(event, target, act.control, down);
    } finally {
      replaying = false;
    }
    guard.passed(act);
  };

  const see = (event: Event) => {
    if (replaying || !guard.alive()) return;
    const path = event.composedPath();
    const first = event instanceof SubmitEvent ? (event.submitter ?? path[0]) : path[0];
    const target = activeIn(first);
    if (!target || path.some((node) => node instanceof Element && node.hasAttribute(own))) return;
    if (event instanceof KeyboardEvent && ((event.key !== 'Enter' && event.key !== ' ') || event.isComposing)) return;
    if (event instanceof MouseEvent && event.button !== 0) return;
    const act = guard.read(target, event);
    if (!act || (event.type === 'submit' && act.key === done.key && performance.now() - done.at < sameAct)) return;
    const acts = event.type === 'click' || event.type === 'submit' || (event.type === 'keydown' && !(event as KeyboardEvent).repeat);
    if (!asking && !guard.holds(act)) {
      if (acts) guard.passed(act);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'pointerdown') pressed = act.control;
    if (!acts || asking) return;
    const down = pressed === act.control && event.type === 'click';
    pressed = null;
    void run(act, event, target, down);
  };
  for (const type of types) addEventListener(type, safely(see), { capture: true, signal });
}

/** The element that acts: for a list that keeps the focus itself, its active item. */
function activeIn(target: EventTarget | null | undefined): Element | null {
  if (!(target instanceof Element)) return null;
  const active = target.getAttribute('aria-activedescendant');
  return (active && document.getElementById(active)) || target;
}

/** A mistake of ours never reaches the page's console, nor stops its event. */
function safely(listener: (event: Event) => void): (event: Event) => void {
  return (event) => {
    try {
      listener(event);
    } catch {
      // The act goes through as if we were not here.
    }
  };
}
