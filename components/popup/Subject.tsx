import { type ReactElement, useId, useState } from 'react';
import type { SubjectFacts } from '../../contract/subjects.ts';
import { t } from '../../locales/words.ts';
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
        <OwnerBadge owner={subject.owner}>{t(`owner.${subject.owner}`)}</OwnerBadge>
        <span className="what quiet">
          {t(`search.${subject.kind}`)}
          {subject.kind === 'user' ? <State user={subject} /> : null}
          {t('joined.comma')}
          <Synced subject={subject} />
        </span>
      </button>
      {refusal === null ? null : (
        <p className="refused">
          <Glyph tone="bad" />
          <span>
            {t('search.refusal')} <Ago at={refusal.at} />: <q lang="en">{refusal.detail}</q>
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
  return (
    <>
      {t('joined.comma')}
      {user.active ? t(user.pending ? 'search.pending' : 'search.active') : <strong>{t('search.deactivated')}</strong>}
    </>
  );
}

function Synced({ subject: { owner, sync } }: { subject: SubjectFacts }): ReactElement {
  if (owner === 'spekit') return <>{t('search.not-synced')}</>;
  if (sync.lastSyncedAt === null) return <>{t('search.never-synced')}</>;
  return (
    <>
      {t('search.synced')} <Ago at={sync.lastSyncedAt} />
    </>
  );
}
