import { type ReactElement, useId, useState } from 'react';
import type { Change } from '../../contract/changes.ts';
import { moment, seconds } from '../../locales/formats.ts';
import { tellChange } from '../../locales/pages.ts';
import { t } from '../../locales/words.ts';
import { Ago } from '../ui/Ago.tsx';
import { Button } from '../ui/Button.tsx';
import { Glyph } from '../ui/Notice.tsx';
import type { Log } from './log.ts';
import type { Masks } from './masking/masks.ts';
import { RawExchange } from './RawExchange.tsx';

interface TimelineProps {
  log: Log;
  /** Tells the story of a user or team; absent where this is one. */
  follow?: (subject: { id: string; name: string }) => void;
  label: string;
  /** For requests and answers; null: nothing of them is masked. */
  masks: Masks | null;
}

/** A history on a time line: when, what, and of what was refused the words that Okta shows. */
export function Timeline({ log: { changes, state, more }, follow, label, masks }: TimelineProps): ReactElement {
  return (
    <>
      {state === 'failed' ? <p className="quiet">{t('history.unavailable')}</p> : null}
      {changes?.length === 0 && state === 'answered' ? <p className="quiet">{t(more === null ? 'panel.none' : 'panel.none-yet')}</p> : null}
      <ol className="timeline" aria-label={label} aria-busy={state === 'asking'}>
        {changes?.map((change) => (
          <Entry key={change.seq} change={change} follow={follow} masks={masks} />
        ))}
      </ol>
      {more === null ? null : <Button onClick={more}>{t(changes?.length === 0 ? 'panel.look-further' : 'history.more')}</Button>}
      <p className="quiet" aria-live="polite">
        {state === 'asking' ? t('search.searching') : ''}
      </p>
    </>
  );
}

interface EntryProps {
  change: Change;
  follow: TimelineProps['follow'];
  masks: TimelineProps['masks'];
}

function Entry({ change, follow, masks }: EntryProps): ReactElement {
  const [what, raw] = [useId(), useId()];
  const [open, setOpen] = useState(false);
  const { at, seq, source, outcome, detail, reason, subject, relayed } = change;
  const refused = outcome === 'refused';
  const { id, name } = subject;
  return (
    <li className={refused ? 'refused' : undefined}>
      <span className="when quiet">
        <Ago at={at} /> · {moment(at, 'second')}
        {typeof relayed !== 'number' ? null : ` · ${t('panel.relayed', { seconds: seconds(relayed) })}`}
      </span>
      <span className="what">
        {refused ? <Glyph tone="bad" /> : null}
        <span id={what}>{tellChange(change)}</span>
      </span>
      {refused && detail !== null ? (
        <q lang="en">
          {detail}
          {reason === null ? '' : ` (${reason})`}
        </q>
      ) : null}
      <span className="acts">
        {follow && id !== null && subject.kind !== 'account' ? (
          <Button look="plain" onClick={() => follow({ id, name })}>
            {t('panel.story-of', { name })}
          </Button>
        ) : null}
        {source === 'spekit' ? null : (
          <Button look="plain" aria-expanded={open} aria-controls={raw} aria-describedby={what} onClick={() => setOpen(!open)}>
            {t('panel.raw.show')}
          </Button>
        )}
      </span>
      <div id={raw} className="raw" hidden={!open}>
        {open ? <RawExchange seq={seq} masks={masks} /> : null}
      </div>
    </li>
  );
}
