import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { t } from '../../locales/words.ts';
import { Ago } from '../ui/Ago.tsx';
import { Notice } from '../ui/Notice.tsx';
import { InOkta } from './InOkta.tsx';
import { Subject } from './Subject.tsx';
import { type SearchState, useSearch } from './search.ts';
import { useKnowledge } from './worker.ts';

/** "Is this person or team synced?" Enter opens the best hit. The arrow keys go from the field through the results and back; Esc empties the field first. */
export function Search(): ReactElement {
  const { status } = useKnowledge();
  const [typed, setTyped] = useState('');
  const state = useSearch(typed, status?.seq ?? 0);
  const field = useId();
  const area = useRef<HTMLFormElement>(null);
  // The popup was opened to ask: what is typed next belongs here.
  useEffect(() => area.current?.querySelector('input')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && typed !== '') {
      event.preventDefault();
      setTyped('');
      return;
    }
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'search') {
      // Else the key would go on to the button that has the focus by then, and press it once more.
      event.preventDefault();
      // The best hit comes first. Open already where it is the only one.
      const best = area.current?.querySelector<HTMLElement>('button.subject');
      best?.focus();
      if (best?.getAttribute('aria-expanded') === 'false') best.click();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const stops = [...(area.current?.querySelectorAll<HTMLElement>('input, button.subject') ?? [])];
    const next = stops[stops.findIndex((stop) => stop.matches(':focus')) + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <form ref={area} className="search" onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
      <label htmlFor={field}>{t('search.label')}</label>
      <input
        id={field}
        type="search"
        value={typed}
        maxLength={200}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className="unseen" role="status">
        {announced(state)}
      </p>
      <Results state={state} />
    </form>
  );
}

function Results({ state }: { state: SearchState }): ReactElement | null {
  if (state.is === 'idle') return null;
  if (state.is === 'asking') return <p className="quiet">{t('search.searching')}</p>;
  if (state.is === 'failed') return <p className="quiet">{t('search.failed')}</p>;
  const { subjects, refused } = state;
  return (
    <>
      {refused.map((attempt) => (
        <Notice key={attempt.kind} tone="bad" title={t('search.refused')}>
          <blockquote lang="en">{attempt.detail}</blockquote>
          <p className="quiet">
            {t(`search.${attempt.kind}`)}
            {t('joined.comma')}
            <Ago at={attempt.at} />
          </p>
        </Notice>
      ))}
      {subjects.length > 0 ? (
        <ul className="results" aria-label={t('search.results')}>
          {subjects.map((subject) => (
            <Subject key={`${subject.kind} ${subject.id}`} subject={subject} alone={subjects.length === 1} />
          ))}
        </ul>
      ) : refused.length === 0 ? (
        <>
          <p className="quiet">{t('search.none')}</p>
          <p>{t('search.none-how')}</p>
          <InOkta subject={null} target="okta.assignments" />
        </>
      ) : null}
    </>
  );
}

function announced(state: SearchState): string {
  if (state.is !== 'answered') return '';
  const count = state.subjects.length;
  if (count === 0) return state.refused.length > 0 ? t('search.refused') : t('search.none');
  return t('search.count', { count });
}
