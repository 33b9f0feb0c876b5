import { type ReactElement, useId, useState } from 'react';
import type { SubjectFacts } from '../../contract/subjects.ts';
import { words } from '../../locales/pages.ts';
import { Ago } from '../ui/Ago.tsx';
import { Glyph } from '../ui/Notice.tsx';
import { OwnerBadge } from '../ui/OwnerBadge.tsx';
import { SubjectDetails } from './SubjectDetails.tsx';

/** A found person or team: who manages it and how fresh that is at a glance, the rest on demand. A single result is open at once. */
export function Subject({ subject, alone }: { subject: SubjectFacts; alone: boolean }): ReactElement {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? alone;
  const details = useId();
  const { refusal } = subject.sync;
  return (
    <li>
      <button type="button" className="subject" aria-expanded={open} aria-controls={details} onClick={() => setChosen(!open)}>
        <span className="who">{subject.kind === 'user' ? subject.displayName || subject.userName : subject.name}</span>
        <OwnerBadge owner={subject.owner}>{words.owner[subject.owner]}</OwnerBadge>
        <span className="what quiet">
          {words.search[subject.kind]}
          {subject.kind === 'user' ? <State user={subject} /> : null}, <Synced subject={subject} />
        </span>
      </button>
      {refusal === null ? null : (
        <p className="refused">
          <Glyph tone="bad" />
          <span>
            {words.search.refusal} <Ago at={refusal.at} />: <q>{refusal.detail}</q>
          </span>
        </p>
      )}
      <div id={details} hidden={!open}>
        {open ? <SubjectDetails subject={subject} /> : null}
      </div>
    </li>
  );
}

function State({ user }: { user: Extract<SubjectFacts, { kind: 'user' }> }): ReactElement {
  const { active, deactivated, pending } = words.search;
  return (
    <>
      {', '}
      {user.active ? user.pending ? pending : active : <strong>{deactivated}</strong>}
    </>
  );
}

function Synced({ subject: { owner, sync } }: { subject: SubjectFacts }): ReactElement {
  const { synced, 'never-synced': never, 'not-synced': not } = words.search;
  if (owner === 'spekit') return <>{not}</>;
  if (sync.lastSyncedAt === null) return <>{never}</>;
  return (
    <>
      {synced} <Ago at={sync.lastSyncedAt} />
    </>
  );
}
