import type { ReactElement } from 'react';
import type { HistoryFilter } from '../../../contract/history.ts';
import { t } from '../../../locales/words.ts';
import { Button } from '../../ui/Button.tsx';
import type { Masks } from '../masking/masks.ts';
import { type ExportState, type Format, useExport } from './export.ts';

const formats: readonly Format[] = ['csv', 'xlsx'];

/** Saves what is chosen of the history as a file, and tells how far that is. */
export function ExportHistory({ filter, masks }: { filter: HistoryFilter; masks: Masks | null }): ReactElement {
  const { state, start, cancel } = useExport();
  return (
    <>
      <p className="export">
        {state.is === 'reading' ? (
          <Button onClick={cancel}>{t('panel.export-cancel')}</Button>
        ) : (
          formats.map((format) => (
            <Button key={format} onClick={() => start(format, filter, masks)}>
              {t(`panel.export.${format}`)}
            </Button>
          ))
        )}
        <span className="quiet" aria-live="polite">
          {told(state)}
        </span>
      </p>
      {state.is === 'reading' ? <progress value={state.share} max={1} aria-label={t(`panel.export.${state.format}`)} /> : null}
    </>
  );
}

function told(state: ExportState): string {
  if (state.is === 'none') return '';
  if (state.is === 'failed') return t('panel.export-failed');
  return t(state.is === 'done' ? 'panel.export-done' : 'panel.export-reading', { count: state.rows });
}
