import type { ReactElement } from 'react';
import type { Change } from '../../contract/changes.ts';
import { moment } from '../../locales/formats.ts';
import { t } from '../../locales/words.ts';
import { type RuleId, rules } from '../../ownership/rules.ts';
import { Ago } from '../ui/Ago.tsx';
import { Notice } from '../ui/Notice.tsx';
import { InOkta } from './InOkta.tsx';
import { useSolved } from './solved.ts';
import { useKnowledge } from './worker.ts';

/** The last refused request: the very words that Okta shows, when, and what to do. A solved one says so in a line. */
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
        {refusal.detail?.includes(whatToDo(refusal)) ? null : <p>{whatToDo(refusal)}</p>}
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

/** A rule's own remedy, which its words may have told already; else one for the kind of SCIM error (RFC 7644 §3.12). */
function whatToDo({ reason }: Change): string {
  if (reason !== null && isRule(reason)) return t(`reasons.${reason}.instead`);
  return t(`refusal.todo.${worded.find((one) => one === reason) ?? 'other'}`);
}

/** The kinds of SCIM error that have words of their own. */
const worded = ['uniqueness', 'invalidValue', 'mutability'] as const;

function isRule(reason: string): reason is RuleId {
  return rules.some(({ id }) => id === reason);
}
