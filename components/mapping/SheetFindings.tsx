import type { ReactElement } from 'react';
import { t } from '../../locales/words.ts';
import { sendMessage } from '../../messages/bus.ts';
import { Notice } from '../ui/Notice.tsx';
import { Download } from './Download.tsx';
import { withFile } from './jobs.ts';
import { Problems } from './Problems.tsx';
import type { OpenedSheet } from './SpekitSheet.tsx';

/** So many of the rows without an address are named. */
const most = 50;

/** How Spekit's sheet stands: what is wrong with which cell, who has no address yet, and what of that can be filled in. */
export function SheetFindings({ sheet: { file, check } }: { sheet: OpenedSheet }): ReactElement {
  const { people, filled, empty, emptyCount, fillable, compared, problems, problemCount } = check;
  const { name } = file;
  const rows = `${empty.slice(0, most).join(', ')}${emptyCount > most ? ' …' : ''}`;
  return (
    <section className="findings" aria-label={name}>
      {problemCount === 0 ? (
        <Notice tone="good" title={t('mapping.sheet.good', { name })} role="status" />
      ) : (
        <Notice tone="bad" title={t('mapping.sheet.bad', { name })} role="alert">
          <p>{t('mapping.sheet.bad-todo')}</p>
        </Notice>
      )}
      <p>{t('mapping.sheet.counts', { people, filled, empty: emptyCount })}</p>
      <p className="quiet">{t(compared ? 'mapping.sheet.compared' : 'mapping.sheet.first')}</p>
      <Problems problems={problems} count={problemCount} />
      {emptyCount === 0 ? null : <p>{t('mapping.sheet.empty', { rows })}</p>}
      {fillable === 0 ? null : (
        <>
          <p>{t('mapping.sheet.fillable', { count: fillable })}</p>
          <Download
            words={t('mapping.sheet.fill')}
            name={name.replace(/(\.xlsx)?$/i, '-filled.xlsx')}
            ask={(job) => withFile(file, (offered) => sendMessage('mapping.fill-sheet', { job, file: offered }))}
          />
        </>
      )}
    </section>
  );
}
