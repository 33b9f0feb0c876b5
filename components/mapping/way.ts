import { useCallback, useSyncExternalStore } from 'react';
import { isStep, type Step } from './steps.ts';

/** The step that the address names (`mapping.html#push`), by which it is there again after a reload, and *Back* leads to the one before. */
export function useStep(): [Step | null, (step: Step) => void] {
  const named = useSyncExternalStore(follow, () => location.hash.slice(1));
  const choose = useCallback((step: Step) => {
    location.hash = step;
  }, []);
  return [isStep(named) ? named : null, choose];
}

function follow(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
