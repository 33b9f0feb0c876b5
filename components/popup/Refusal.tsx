import type { ReactElement } from 'react';
import type { Change } from '../../contract/changes.ts';
import { moment } from '../../locales/formats.ts';
import { t } from '../../locales/words.ts';
import { Ago } from '../ui/Ago.tsx';
import { Notice } from '../ui/Notice.tsx';
import { InOkta } from './InOkta.tsx';
import { whatToDo } from './remedy.ts';
import { useSolved } from './solved.ts';
import { useKnowledge } from './worker.ts';

/** Of a companion that does not tell what needs attention, the last refused request: the very words that Okta shows, when, and what to do. A solved one says so in a line. */
export function Refusal(): ReactElement | null {
  const { status } = useKnowledge();
  const refusal = status?.lastRefusal ?? null;
  const solved = useSolved(refusal, status?.seq ?? 0);
  if (refusal === null || status === null) return null;
  const { name } = refusal.subject;
  if (solved) {
    return (
      <section>
        <Notice tone="good" title={t('refusal.solved-title', { name })}>
          <p>
            {t('refusal.solved')} <span className="quiet">{when(refusal)}</span>
          </p>
        </Notice>
      </section>
    );
  }
  const title = refusal.subject.kind === 'account' ? t('refusal.title-account') : t('refusal.title', { name });
  return (
    <section>
      <Notice tone="bad" title={title}>
        <p className="quiet">{when(refusal)}</p>
        {refusal.detail === null ? null : (
          <figure>
            <figcaption>{t('refusal.words')}</figcaption>
            <blockquote lang="en">{refusal.detail}</blockquote>
          </figure>
        )}
        {refusal.detail?.includes(whatToDo(refusal.reason)) ? null : <p>{whatToDo(refusal.reason)}</p>}
        <InOkta subject={null} target={refusal.subject.kind === 'user' ? 'okta.assignments' : 'okta.push-groups'} />
        {status.refusals > 1 ? <p className="quiet">{t('refusal.more', { count: status.refusals })}</p> : null}
      </Notice>
    </section>
  );
}

/** The exact time too: it is what one looks for in Okta's System Log. */
function when({ at }: Change): ReactElement {
  return (
    <>
      <Ago at={at} /> ({moment(at, 'minute')})
    </>
  );
}
