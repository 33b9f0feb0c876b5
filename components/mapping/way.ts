import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { isStep, type Step } from './steps.ts';

/** The step that the address names (`mapping.html#push`), by which it is there again after a reload, and *Back* leads to the one before. */
export function useStep(): [Step | null, (step: Step) => void] {
  const named = useSyncExternalStore(follow, () => location.hash.slice(1));
  const choose = useCallback((step: Step) => {
    location.hash = step;
  }, []);
  return [isStep(named) ? named : null, choose];
}

/** What led to another step (a link below it, the button that completed) is gone with the step before: who was there is now at the new one's
 *  beginning. Not where the focus is elsewhere, on the list of steps, say. */
export function useFocusOn(step: Step): void {
  const before = useRef(step);
  useEffect(() => {
    const isNew = before.current !== step;
    before.current = step;
    if (isNew && document.activeElement === document.body) document.getElementById('step')?.focus();
  }, [step]);
}

function follow(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
