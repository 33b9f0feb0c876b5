import { useEffect, useRef, useState } from 'react';
import type { Change } from '../../../contract/changes.ts';
import type { HistoryFilter } from '../../../contract/history.ts';
import { save } from '../../ui/save.ts';
import type { Masks } from '../masking/masks.ts';
import { csvOf } from './csv.ts';
import { historyParts, type Progress } from './parts.ts';

export type Format = 'csv' | 'xlsx';

export type ExportState = { is: 'none' } | ({ is: 'reading'; format: Format } & Progress) | { is: 'done'; rows: number } | { is: 'failed' };

const types: Readonly<Record<Format, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** So many bytes are given to the browser as one piece, which it may lay aside on the disk. */
const pieceSize = 1024 * 1024;

interface Export {
  state: ExportState;
  start: (format: Format, filter: HistoryFilter, masks: Masks | null) => void;
  cancel: () => void;
}

/** Reads the whole of a filtered history, a part at a time, and saves it as a file. What was read is given to the browser piece by piece: the
 *  page holds one at once. Whoever starts another, cancels or leaves ends the one that is under way. */
export function useExport(): Export {
  const [state, setState] = useState<ExportState>({ is: 'none' });
  const run = useRef<AbortController | null>(null);
  useEffect(() => () => run.current?.abort(), []);
  const start = async (format: Format, filter: HistoryFilter, masks: Masks | null): Promise<void> => {
    run.current?.abort();
    const mine = new AbortController();
    run.current = mine;
    let rows = 0;
    const tell = (progress: Progress) => {
      rows = progress.rows;
      setState({ is: 'reading', format, ...progress });
    };
    tell({ rows, share: 0 });
    try {
      const bytes = await bytesOf(format, historyParts(filter, mine.signal, tell), masks);
      const file = await collected(bytes, types[format], mine.signal);
      mine.signal.throwIfAborted();
      save(file, `sourcemark-history-${new Date().toISOString().slice(0, 10)}.${format}`);
      setState({ is: 'done', rows });
    } catch {
      if (!mine.signal.aborted) setState({ is: 'failed' });
    }
  };
  const cancel = () => {
    run.current?.abort();
    setState({ is: 'none' });
  };
  return { state, start: (...what) => void start(...what), cancel };
}

async function bytesOf(
  format: Format,
  parts: AsyncIterable<readonly Change[]>,
  masks: Masks | null,
): Promise<AsyncIterable<Uint8Array<ArrayBuffer> | string>> {
  if (format === 'csv') return csvOf(parts, masks);
  const { workbookOf } = await import('./xlsx.ts');
  return workbookOf(parts, masks);
}

async function collected(bytes: AsyncIterable<Uint8Array<ArrayBuffer> | string>, type: string, signal: AbortSignal): Promise<Blob> {
  const pieces: Blob[] = [];
  let waiting: (Uint8Array<ArrayBuffer> | string)[] = [];
  let size = 0;
  for await (const part of bytes) {
    signal.throwIfAborted();
    waiting.push(part);
    size += part.length;
    if (size < pieceSize) continue;
    pieces.push(new Blob(waiting));
    waiting = [];
    size = 0;
  }
  return new Blob([...pieces, ...waiting], { type });
}
