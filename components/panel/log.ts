import { useCallback, useEffect, useRef, useState } from 'react';
import type { Change } from '../../contract/changes.ts';
import type { HistoryFilter } from '../../contract/history.ts';
import { sendMessage } from '../../messages/bus.ts';

const pageLength = 50;
/** So many parts of a long log are looked through by themselves where they hold nothing that is asked for. */
const patience = 10;

export interface Log {
  /** Newest first; null until the first part was answered. */
  changes: readonly Change[] | null;
  state: 'asking' | 'answered' | 'failed';
  /** Null: that was all. */
  more: (() => void) | null;
}

/** The history as far as it was scrolled to. Asked for anew whenever the filter is another, or `seq` says that something has happened. */
export function useLog(filter: HistoryFilter, seq: number): Log {
  const [changes, setChanges] = useState<readonly Change[] | null>(null);
  const [state, setState] = useState<Log['state']>('asking');
  const [next, setNext] = useState<number | null>(null);
  const question = JSON.stringify(filter);
  /** Whoever asked before for something else is not heard any more. */
  const current = useRef('');

  const read = useCallback(async (of: string, before: number | undefined, known: readonly Change[]) => {
    setState('asking');
    const part = await readPart(JSON.parse(of.slice(of.indexOf(' ') + 1)), before).catch(() => null);
    if (current.current !== of) return;
    if (part === null) return setState('failed');
    setChanges([...known, ...part.changes]);
    setNext(part.next);
    setState('answered');
  }, []);
  useEffect(() => {
    current.current = `${seq} ${question}`;
    void read(current.current, undefined, []);
    return () => {
      current.current = '';
    };
  }, [question, seq, read]);

  const more = next === null || state === 'asking' ? null : () => void read(current.current, next, changes ?? []);
  return { changes, state, more };
}

/** The next rows: a part that holds none is followed by the one before it. Null where the companion does not answer. */
async function readPart(filter: HistoryFilter, start: number | undefined): Promise<{ changes: Change[]; next: number | null } | null> {
  let before = start;
  for (let part = 0; part < patience; part += 1) {
    const { page } = await sendMessage('changes.history', { ...filter, ...(before !== undefined && { before }), limit: pageLength });
    if (page === null) return null;
    if (page.changes.length > 0 || page.next === null) return page;
    before = page.next;
  }
  return { changes: [], next: before ?? null };
}
