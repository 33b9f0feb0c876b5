import { useMemo, useState } from 'react';

export interface Choice {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  /** All of those shown, or none of them where all are chosen already. */
  toggleAll: (shown: readonly { id: string }[]) => void;
  clear: () => void;
}

/** Which rows are chosen. A row that is gone from `rows` is no longer chosen. */
export function useChoice(rows: readonly { id: string }[]): Choice {
  const [kept, keep] = useState<ReadonlySet<string>>(new Set());
  const ids = useMemo(() => new Set(rows.filter(({ id }) => kept.has(id)).map(({ id }) => id)), [rows, kept]);
  return {
    ids,
    toggle(id) {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      keep(next);
    },
    toggleAll(shown) {
      const next = new Set(ids);
      const all = shown.every(({ id }) => next.has(id));
      for (const { id } of shown) {
        if (all) next.delete(id);
        else next.add(id);
      }
      keep(next);
    },
    clear: () => keep(new Set()),
  };
}
