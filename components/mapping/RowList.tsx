import { type ReactElement, useEffect, useState } from 'react';
import type { MappingRowsQuery, MappingRules } from '../../contract/mapping.ts';
import { t } from '../../locales/words.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { RowCard } from './RowCard.tsx';
import { RowFilters } from './RowFilters.tsx';
import { pageLength, useRows } from './rows.ts';
import { Trouble } from './Trouble.tsx';

/** How long one types on before it is asked for, in ms. */
const pause = 250;

interface RowListProps {
  /** The state of the directory that is known. */
  seq: number;
  rules: MappingRules;
  /** What is listed at first. */
  first?: 'user' | 'team';
  mayAct: boolean | null;
  look: () => Promise<void>;
}

/** Every user and team of Spekit's own with what it is matched with: filtered, searched, a page at a time, and decided on one by one. */
export function RowList({ seq, rules, first = 'user', mayAct, look }: RowListProps): ReactElement {
  const [chosen, choose] = useState<MappingRowsQuery>({ kind: first });
  const [typed, type] = useState('');
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const filter = { ...chosen, ...(q !== '' && { q: q.slice(0, 200) }) };
  const { page, offset, state, goTo, isOld, renew, put } = useRows(filter, seq, JSON.stringify(rules));
  const last = page === null ? 0 : Math.min(offset + page.rows.length, page.total);
  return (
    <section aria-labelledby="rows">
      <h3 id="rows">{t('mapping.rows.title')}</h3>
      <RowFilters chosen={chosen} choose={choose} typed={typed} type={type} />
      <p className="quiet" role="status">
        {page === null
          ? t('search.searching')
          : page.total === 0
            ? t('mapping.rows.none')
            : t('mapping.rows.range', { first: offset + 1, last, total: page.total })}
      </p>
      {isOld ? (
        <p className="live">
          <span>{t('mapping.rows.old')}</span>
          <Button onClick={renew}>{t('mapping.rows.renew')}</Button>
        </p>
      ) : null}
      {state === 'silent' ? <Notice tone="bad" title={t('popup.worker-silent')} role="alert" /> : null}
      {typeof state === 'object' ? <Trouble heard={state} /> : null}
      <ul className="rows" aria-labelledby="rows" aria-busy={state === 'asking'}>
        {(page?.rows ?? []).map((row) => (
          <RowCard key={`${row.kind} ${row.id}`} row={row} mayAct={mayAct} onRows={put} look={look} />
        ))}
      </ul>
      {page === null || page.total <= pageLength ? null : (
        <div className="acts">
          <Button aria-disabled={offset === 0} onClick={() => offset > 0 && goTo(offset - pageLength)}>
            {t('mapping.rows.before')}
          </Button>
          <Button aria-disabled={last >= page.total} onClick={() => last < page.total && goTo(offset + pageLength)}>
            {t('mapping.rows.after')}
          </Button>
        </div>
      )}
    </section>
  );
}
