import { type KeyboardEvent, type ReactElement, useId, useState } from 'react';
import type { SubjectFacts } from '../../contract/subjects.ts';
import type { WhyAnswer } from '../../contract/why.ts';
import { stepTargets } from '../../hosts/why.ts';
import { t } from '../../locales/words.ts';
import { Ago } from '../ui/Ago.tsx';
import { Button } from '../ui/Button.tsx';
import { InOkta } from './InOkta.tsx';
import { useWhy } from './why.ts';
import { useKnowledge } from './worker.ts';

/** "Why is this person not in that team?", asked of a person or of a team: what must hold, in order, and the one thing to do next. */
export function WhyNot({ subject }: { subject: SubjectFacts }): ReactElement {
  const { status } = useKnowledge();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const query = subject.kind === 'user' ? { user: subject.id, team: asked } : { user: asked, team: subject.id };
  const state = useWhy(asked === '' ? null : query, status?.seq ?? 0);
  const field = useId();
  // It stands in the search's form, whose keys are its own.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return;
    event.stopPropagation();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    setAsked(typed.trim());
  };
  return (
    <div className="why">
      <label htmlFor={field}>{subject.kind === 'user' ? t('why.of-user') : t('why.of-team')}</label>
      <div className="why-ask">
        <input
          id={field}
          type="text"
          value={typed}
          maxLength={300}
          placeholder={subject.kind === 'user' ? t('why.team-placeholder') : t('why.user-placeholder')}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button disabled={typed.trim() === ''} onClick={() => setAsked(typed.trim())}>
          {t('why.ask')}
        </Button>
      </div>
      <div aria-live="polite">
        {state.is === 'asking' ? <p className="quiet">{t('search.searching')}</p> : null}
        {state.is === 'failed' ? <p className="quiet">{t('why.failed')}</p> : null}
        {state.is === 'answered' ? <Cause answer={state.why} asked={asked} subject={subject} /> : null}
      </div>
    </div>
  );
}

function Cause({ answer, asked, subject }: { answer: WhyAnswer; asked: string; subject: SubjectFacts }): ReactElement {
  const facts = {
    user: answer.user?.displayName || answer.user?.userName || (subject.kind === 'user' ? subject.displayName : asked),
    team: answer.team?.name ?? (subject.kind === 'team' ? subject.name : asked),
  };
  const target = stepTargets[answer.next];
  return (
    <>
      <ol className="why-steps">
        {answer.steps.map(({ check, state, at, detail }) => (
          <li key={check} className="why-step" data-state={state}>
            <span className="unseen">{t(`why.${state}`)} </span>
            {t(`why.check.${check}.${state}`, facts)}
            {at === null ? null : (
              <span className="quiet">
                {' '}
                · <Ago at={at} short />
              </span>
            )}
            {detail === null ? null : <q lang="en">{detail}</q>}
          </li>
        ))}
      </ol>
      <p>
        <strong>{t(`why.next.${answer.next}`, facts)}</strong>
      </p>
      {target === null ? null : <InOkta subject={target === 'okta.user' ? answer.user : answer.team} target={target} />}
    </>
  );
}
