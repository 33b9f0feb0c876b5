import { type RefObject, useEffect, useRef } from 'react';

const focusable = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';
/** The open dialogs, innermost last: only that one holds the focus. */
const open: HTMLElement[] = [];

/** Holds the focus inside a dialog while it is open (Tab goes round, focus that leaves is fetched back), and gives it back afterwards.
 *  `onEscape` hears of Esc. */
export function useFocusTrap(ref: RefObject<HTMLElement | null>, onEscape: () => void): void {
  const leave = useRef(onEscape);
  leave.current = onEscape;
  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    const opener = document.activeElement;
    open.push(dialog);
    const first = dialog.querySelector<HTMLElement>('[data-first]') ?? stops(dialog)[0] ?? dialog;
    first.focus();
    let inside: HTMLElement = first;
    const onFocus = ({ target }: FocusEvent): void => {
      if (open.at(-1) !== dialog || !(target instanceof HTMLElement)) return;
      if (dialog.contains(target)) inside = target;
      else (inside.isConnected ? inside : dialog).focus();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (open.at(-1) !== dialog) return;
      if (event.key === 'Tab') goRound(dialog, event);
      else if (event.key === 'Escape') leave.current();
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', onKey);
      open.splice(open.indexOf(dialog), 1);
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [ref]);
}

function stops(dialog: HTMLElement): HTMLElement[] {
  return [...dialog.querySelectorAll<HTMLElement>(focusable)].filter((one) => one.tabIndex >= 0);
}

function goRound(dialog: HTMLElement, event: KeyboardEvent): void {
  const all = stops(dialog);
  const from = document.activeElement;
  const leaving = event.shiftKey ? all[0] : all.at(-1);
  if (all.length > 0 && from !== leaving && from !== dialog) return;
  event.preventDefault();
  (event.shiftKey ? all.at(-1) : all[0])?.focus();
}
