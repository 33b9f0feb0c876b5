import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export interface Toast {
  id: number;
  kind: 'done' | 'error';
  text: string;
}

const shownFor = { done: 4_000, error: 9_000 } as const;
const toasts = createStore<{ list: readonly Toast[] }>(() => ({ list: [] }));
let last = 0;

/** Shows words at the bottom left for some seconds; an error stays longer. */
export function toast(kind: Toast['kind'], text: string): void {
  last += 1;
  const id = last;
  toasts.setState(({ list }) => ({ list: [...list.slice(-2), { id, kind, text }] }));
  setTimeout(() => dismissToast(id), shownFor[kind]);
}

export function dismissToast(id: number): void {
  toasts.setState(({ list }) => ({ list: list.filter((one) => one.id !== id) }));
}

export function useToasts(): readonly Toast[] {
  return useStore(toasts, ({ list }) => list);
}
