import type { ReactElement } from 'react';
import type { PreviewAnswer } from '../../contract/mapping-work.ts';
import { t } from '../../locales/words.ts';
import { Button } from '../ui/Button.tsx';
import { previewLength } from './preview.ts';

interface PreviewListProps {
  preview: PreviewAnswer;
  typed: string;
  type: (text: string) => void;
  offset: number;
  goTo: (offset: number) => void;
}

/** What will happen to each user and team, line by line, searched and a page at a time. */
export function PreviewList({ preview: { lines, total }, typed, type, offset, goTo }: PreviewListProps): ReactElement {
  const last = Math.min(offset + lines.length, total);
  return (
    <section aria-labelledby="lines">
      <h3 id="lines">{t('mapping.complete.lines')}</h3>
      <label className="search-lines">
        {t('mapping.filter.q')}
        <input type="search" value={typed} maxLength={200} onChange={(event) => type(event.target.value)} />
      </label>
      <p className="quiet" role="status">
        {total === 0 ? t('mapping.rows.none') : t('mapping.rows.range', { first: offset + 1, last, total })}
      </p>
      <ul className="lines">
        {lines.map(({ kind, id, decision, with: partner, detail }) => (
          <li key={`${kind} ${id}`}>
            <span className={decision === null ? 'chip chip-possible' : 'chip'}>
              {decision === null
                ? t('mapping.decision.none')
                : t(`mapping.decision.${partner === null && decision !== 'merge' ? 'stays' : decision}`)}
            </span>
            <span lang="en">{detail}</span>
          </li>
        ))}
      </ul>
      {total <= previewLength ? null : (
        <div className="acts">
          <Button aria-disabled={offset === 0} onClick={() => offset > 0 && goTo(offset - previewLength)}>
            {t('mapping.rows.before')}
          </Button>
          <Button aria-disabled={last >= total} onClick={() => last < total && goTo(offset + previewLength)}>
            {t('mapping.rows.after')}
          </Button>
        </div>
      )}
    </section>
  );
}
