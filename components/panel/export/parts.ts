import type { Change } from '../../../contract/changes.ts';
import type { HistoryFilter } from '../../../contract/history.ts';
import { sendMessage } from '../../../messages/bus.ts';

const pageLength = 1_000;

/** How far the log has been read. */
export interface Progress {
  rows: number;
  /** Of the log, from 0 to 1. */
  share: number;
}

/** The companion does not answer, so the history could not be read to its end. */
export class HistoryUnavailable extends Error {
  override name = 'HistoryUnavailable';
}

/** The whole of a filtered history, newest first, a part at a time: the next is asked for when somebody wants it. Throws HistoryUnavailable, and
 *  what the signal was aborted with. */
export async function* historyParts(
  filter: HistoryFilter,
  signal: AbortSignal,
  tell: (progress: Progress) => void,
): AsyncGenerator<readonly Change[]> {
  let rows = 0;
  let before: number | undefined;
  for (;;) {
    signal.throwIfAborted();
    const { page } = await sendMessage('changes.history', { ...filter, ...(before !== undefined && { before }), limit: pageLength });
    signal.throwIfAborted();
    if (page === null) throw new HistoryUnavailable('The companion does not answer.');
    rows += page.changes.length;
    yield page.changes;
    if (page.next === null) return tell({ rows, share: 1 });
    before = page.next;
    tell({ rows, share: page.seq === 0 ? 1 : 1 - page.next / page.seq });
  }
}
