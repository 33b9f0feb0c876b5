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

interface Read {
  /** What was asked for, as text. */
  of: string;
  changes: readonly Change[];
  next: number | null;
}

/** The history as far as it was scrolled to. Asked for anew where the filter is another. Where `seq` says that something has happened, what is
 *  new comes on top: who reads further down stays there. */
export function useLog(filter: HistoryFilter, seq: number): Log {
  const [read, setRead] = useState<Read | null>(null);
  const [state, setState] = useState<Log['state']>('asking');
  const question = JSON.stringify(filter);
  const known = useRef<Read | null>(null);
  /** Whoever asked before for something else is not heard any more. */
  const current = useRef(0);

  const ask = useCallback(async (of: string, before: number | undefined, join: (part: Part, known: Read | null) => Read) => {
    const mine = ++current.current;
    setState('asking');
    const part = await readPart(JSON.parse(of), before).catch(() => null);
    if (current.current !== mine) return;
    if (part !== null) {
      known.current = join(part, known.current?.of === of ? known.current : null);
      setRead(known.current);
    }
    setState(part === null ? 'failed' : 'answered');
  }, []);
  const renew = useCallback((of: string, _seq: number) => ask(of, undefined, (part, before) => withNewer(of, part, before)), [ask]);
  useEffect(() => {
    void renew(question, seq);
    return () => {
      current.current += 1;
    };
  }, [question, seq, renew]);

  const { changes = null, next = null } = read ?? {};
  const more =
    next === null || state === 'asking'
      ? null
      : () =>
          void ask(question, next, (part, before) => ({
            of: question,
            changes: [...(before?.changes ?? []), ...part.changes],
            next: part.next,
          }));
  return { changes, state, more };
}

type Part = Pick<Read, 'changes' | 'next'>;

/** What is known with what came since on top of it; where more came than one part holds, that part alone. */
function withNewer(of: string, part: Part, before: Read | null): Read {
  const top = before?.changes[0]?.seq;
  const newer = part.changes.filter(({ seq }) => seq > (top ?? 0));
  const joins = before !== null && top !== undefined && (newer.length < part.changes.length || part.next === null);
  return joins ? { of, changes: [...newer, ...before.changes], next: before.next } : { of, ...part };
}

/** The next rows: a part that holds none is followed by the one before it. Null where the companion does not answer. */
async function readPart(filter: HistoryFilter, start: number | undefined): Promise<Part | null> {
  let before = start;
  for (let part = 0; part < patience; part += 1) {
    const { page } = await sendMessage('changes.history', { ...filter, ...(before !== undefined && { before }), limit: pageLength });
    if (page === null) return null;
    if (page.changes.length > 0 || page.next === null) return page;
    before = page.next;
  }
  return { changes: [], next: before ?? null };
}
