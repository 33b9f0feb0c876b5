import { type ReactElement, useState } from 'react';
import { list } from '../../locales/formats.ts';
import { tellChange } from '../../locales/pages.ts';
import { t } from '../../locales/words.ts';
import { Ago } from '../ui/Ago.tsx';
import { Button } from '../ui/Button.tsx';
import { Glyph } from '../ui/Notice.tsx';
import { type Run, runsOf } from './runs.ts';
import { useHistory, useKnowledge } from './worker.ts';

const shownAtFirst = 5;

/** What happened last, newest first, runs of one kind as one line. A refusal stands in the words that Okta shows. */
export function History(): ReactElement {
  const { reach } = useKnowledge();
  const changes = useHistory();
  const [all, setAll] = useState(false);
  const runs = changes && runsOf(changes);
  const shown = all ? runs : (runs?.slice(0, shownAtFirst) ?? null);
  return (
    <section>
      <h2 id="history">{t('history.title')}</h2>
      {shown === null && reach !== 'ok' ? <p className="quiet">{t('history.unavailable')}</p> : null}
      {shown?.length === 0 ? <p className="quiet">{t('history.none')}</p> : null}
      {shown === null || shown.length === 0 ? null : (
        <ol className="history" aria-labelledby="history">
          {shown.map((run) => (
            <Row key={run.newest.seq} run={run} />
          ))}
        </ol>
      )}
      {runs !== null && !all && runs.length > shownAtFirst ? (
        <Button look="plain" onClick={() => setAll(true)}>
          {t('history.more')}
        </Button>
      ) : null}
    </section>
  );
}

function Row({ run: { newest: change, names } }: { run: Run }): ReactElement {
  const refused = change.outcome === 'refused';
  return (
    <li className={refused ? 'refused' : undefined}>
      <span className="what">
        {refused ? <Glyph tone="bad" /> : null}
        <span title={names.length > 1 ? list(names) : undefined}>{tellChange(change, names)}</span>
      </span>
      <span className="quiet">
        <Ago at={change.at} short />
      </span>
      {refused && change.detail !== null ? <q lang="en">{change.detail}</q> : null}
    </li>
  );
}
