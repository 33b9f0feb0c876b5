import type { ReactElement } from 'react';
import type { Change } from '../../contract/changes.ts';
import en from '../../locales/en.json' with { type: 'json' };
import { fill } from '../../locales/fill.ts';
import { words } from '../../locales/pages.ts';
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
        <Notice tone="good" title={fill(words.refusal['solved-title'], { name })}>
          <p>
            {words.refusal.solved} <span className="quiet">{when(refusal)}</span>
          </p>
        </Notice>
      </section>
    );
  }
  const title = refusal.subject.kind === 'account' ? words.refusal['title-account'] : fill(words.refusal.title, { name });
  return (
    <section>
      <Notice tone="bad" title={title}>
        <p className="quiet">{when(refusal)}</p>
        {refusal.detail === null ? null : (
          <figure>
            <figcaption>{words.refusal.words}</figcaption>
            <blockquote>{refusal.detail}</blockquote>
          </figure>
        )}
        {refusal.detail?.includes(whatToDo(refusal)) ? null : <p>{whatToDo(refusal)}</p>}
        <InOkta subject={null} target={refusal.subject.kind === 'user' ? 'okta.assignments' : 'okta.push-groups'} />
        {status.refusals > 1 ? <p className="quiet">{fill(words.refusal.more, { count: status.refusals })}</p> : null}
      </Notice>
    </section>
  );
}

/** The exact time too: it is what one looks for in Okta's System Log. */
function when({ at }: Change): ReactElement {
  return (
    <>
      <Ago at={at} /> ({new Date(at).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })})
    </>
  );
}

/** A rule's own remedy, which its words may have told already; else one for the kind of SCIM error (RFC 7644 §3.12). */
function whatToDo({ reason }: Change): string {
  if (reason !== null && isRule(reason)) return en.reasons[reason].instead;
  const { todo } = words.refusal;
  return reason !== null && isWorded(reason) ? todo[reason] : todo.other;
}

function isRule(reason: string): reason is keyof typeof en.reasons {
  return Object.hasOwn(en.reasons, reason);
}

function isWorded(reason: string): reason is keyof typeof words.refusal.todo {
  return Object.hasOwn(words.refusal.todo, reason);
}
