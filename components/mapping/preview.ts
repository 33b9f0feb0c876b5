import { useEffect, useRef, useState } from 'react';
import type { PreviewAnswer } from '../../contract/mapping-work.ts';
import { sendMessage } from '../../messages/bus.ts';
import type { Heard } from '../../messages/mapping.ts';

export const previewLength = 50;

export interface Preview {
  /** The last one that was answered. */
  preview: PreviewAnswer | null;
  /** What came of the last request, where it was nothing good. */
  trouble: 'silent' | Heard<PreviewAnswer> | null;
}

/** What completing would do, asked for anew whenever something has happened (`seq`).
 *  @param workbook The digest of the one it goes by; null: it goes by what is decided on the rows. */
export function usePreview(q: string, offset: number, seq: number, workbook: string | null): Preview {
  const [known, setKnown] = useState<Preview>({ preview: null, trouble: null });
  const current = useRef(0);
  useEffect(() => {
    const mine = ++current.current;
    const ask = async (_seq: number) => {
      const query = { ...(q !== '' && { q }), ...(workbook !== null && { workbook }), offset, limit: previewLength };
      const heard = await sendMessage('mapping.preview', query).catch(() => null);
      if (current.current !== mine) return;
      if (heard?.answer) setKnown({ preview: heard.answer, trouble: null });
      else setKnown(({ preview }) => ({ preview, trouble: heard ?? 'silent' }));
    };
    void ask(seq);
    return () => {
      current.current += 1;
    };
  }, [q, offset, seq, workbook]);
  return known;
}
