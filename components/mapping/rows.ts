import { useCallback, useEffect, useRef, useState } from 'react';
import type { MappingRow, MappingRowsAnswer, MappingRowsQuery } from '../../contract/mapping.ts';
import { sendMessage } from '../../messages/bus.ts';
import type { Heard } from '../../messages/mapping.ts';

export const pageLength = 50;

export interface Rows {
  /** What is shown, as far as it was answered: of the choice before, while the next is under way. */
  page: MappingRowsAnswer | null;
  /** From 0. */
  offset: number;
  state: 'asking' | 'answered' | 'silent' | Heard<MappingRowsAnswer>;
  goTo: (offset: number) => void;
  /** Something has changed since it was asked for, by somebody else than who looks at it. */
  isOld: boolean;
  /** Asks anew for what is shown. */
  renew: () => void;
  /** Shows rows as they were answered to a decision, in their places. */
  put: (rows: readonly MappingRow[]) => void;
}

/** Rows of the mapping, a page at a time. While Okta pushes they change all the time: what is shown stays until it is asked for anew, so that no
 *  row moves under the hand of who decides on it. `seq` is the state of the directory that is known; with other `rules` all is matched anew. */
export function useRows(filter: MappingRowsQuery, seq: number, rules: string): Rows {
  const question = JSON.stringify(filter);
  const [place, setPlace] = useState({ of: question, offset: 0 });
  const [page, setPage] = useState<MappingRowsAnswer | null>(null);
  const [state, setState] = useState<Rows['state']>('asking');
  /** Whoever asked before is not heard any more. */
  const current = useRef(0);
  const offset = place.of === question ? place.offset : 0;
  /** The newest state of which a change is no news: the rows show it, or it was made here. */
  const [seen, setSeen] = useState(seq);
  const own = useRef(false);

  const ask = useCallback(async (of: string, from: number, _rules: string) => {
    const mine = ++current.current;
    setState('asking');
    const heard = await sendMessage('mapping.rows', { ...JSON.parse(of), offset: from, limit: pageLength }).catch(() => null);
    if (current.current !== mine) return;
    if (heard?.answer) {
      setPage(heard.answer);
      setSeen(heard.answer.seq);
    }
    setState(heard === null ? 'silent' : heard.answer === null ? heard : 'answered');
  }, []);
  useEffect(() => {
    void ask(question, offset, rules);
    return () => {
      current.current += 1;
    };
  }, [ask, question, offset, rules]);

  const isEmpty = page?.rows.length === 0;
  useEffect(() => {
    if (own.current) setSeen(seq);
    own.current = false;
    // Nobody decides on rows that are not there.
    if (isEmpty) void ask(question, offset, rules);
  }, [ask, question, offset, rules, seq, isEmpty]);

  return {
    page,
    offset,
    state,
    goTo: (to) => setPlace({ of: question, offset: Math.max(0, to) }),
    isOld: page !== null && !isEmpty && seq > seen,
    renew: () => void ask(question, offset, rules),
    put: (rows) => {
      own.current = true;
      const of = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]));
      setPage((old) => old && { ...old, rows: old.rows.map((row) => of.get(`${row.kind} ${row.id}`) ?? row) });
    },
  };
}
