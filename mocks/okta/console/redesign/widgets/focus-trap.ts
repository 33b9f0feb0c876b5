import { type RefObject, useEffect } from 'react';

const stops = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea';

/** Keeps the focus within the element while it is there, gives it back afterwards, and calls `close` at Esc. */
export function useFocusTrap(box: RefObject<HTMLElement | null>, close: () => void): void {
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const opener = document.activeElement;
    const first = element.querySelector<HTMLElement>('input, select, textarea') ?? element.querySelector<HTMLElement>(stops);
    first?.focus();
    const guard = (event: FocusEvent): void => {
      if (event.target instanceof Node && !element.contains(event.target)) first?.focus();
    };
    document.addEventListener('focusin', guard);
    return () => {
      document.removeEventListener('focusin', guard);
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [box]);
  useEffect(() => {
    const element = box.current;
    const onkeydown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
      if (event.key !== 'Tab' || element === null) return;
      const all = [...element.querySelectorAll<HTMLElement>(stops)].filter((one) => one.offsetParent !== null);
      const edge = event.shiftKey ? all.at(0) : all.at(-1);
      if (document.activeElement !== edge) return;
      event.preventDefault();
      (event.shiftKey ? all.at(-1) : all.at(0))?.focus();
    };
    element?.addEventListener('keydown', onkeydown);
    return () => element?.removeEventListener('keydown', onkeydown);
  }, [box, close]);
}
