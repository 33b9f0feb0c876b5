import { useRef, useState } from 'react';
import type { HistoryFilter } from '../../contract/history.ts';
import { sendMessage } from '../../messages/bus.ts';
import { save } from '../ui/save.ts';
import { csvHead, csvOf } from './csv.ts';

const pageLength = 1_000;

export type ExportState =
  | { is: 'none' }
  /** `share`: of the log, from 0 to 1. */
  | { is: 'reading'; rows: number; share: number }
  | { is: 'done'; rows: number }
  | { is: 'failed' };

/** Reads the whole of a filtered history, a part at a time, and saves it as a file. What was read is given to the browser part by part: the
 *  page holds one part at once. */
export function useExport(): { state: ExportState; start: (filter: HistoryFilter) => void; cancel: () => void } {
  const [state, setState] = useState<ExportState>({ is: 'none' });
  const run = useRef(0);
  const start = async (filter: HistoryFilter) => {
    const mine = ++run.current;
    const isOver = () => run.current !== mine;
    const parts = [new Blob([csvHead])];
    let rows = 0;
    let before: number | undefined;
    setState({ is: 'reading', rows, share: 0 });
    try {
      for (;;) {
        const { page } = await sendMessage('changes.history', { ...filter, ...(before !== undefined && { before }), limit: pageLength });
        if (isOver()) return;
        if (page === null) return setState({ is: 'failed' });
        parts.push(new Blob([csvOf(page.changes)]));
        rows += page.changes.length;
        if (page.next === null) break;
        before = page.next;
        setState({ is: 'reading', rows, share: page.seq === 0 ? 1 : 1 - page.next / page.seq });
      }
      save(new Blob(parts, { type: 'text/csv' }), `sourcemark-history-${new Date().toISOString().slice(0, 10)}.csv`);
      setState({ is: 'done', rows });
    } catch {
      if (!isOver()) setState({ is: 'failed' });
    }
  };
  const cancel = () => {
    run.current += 1;
    setState({ is: 'none' });
  };
  return { state, start: (filter) => void start(filter), cancel };
}
