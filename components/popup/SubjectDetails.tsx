import type { ReactElement, ReactNode } from 'react';
import type { SubjectFacts, TeamFacts, UserFacts } from '../../contract/subjects.ts';
import { linkTo } from '../../hosts/links.ts';
import { number } from '../../locales/formats.ts';
import { t } from '../../locales/words.ts';
import { Ago } from '../ui/Ago.tsx';
import { OwnerBadge } from '../ui/OwnerBadge.tsx';
import { CopyEvidence } from './CopyEvidence.tsx';
import { InOkta } from './InOkta.tsx';
import { WhyNot } from './WhyNot.tsx';

/** All that is known of a person or a team. */
export function SubjectDetails({ subject }: { subject: SubjectFacts }): ReactElement {
  return (
    <div className="details">
      <dl>
        {subject.kind === 'user' ? <OfUser user={subject} /> : <OfTeam team={subject} />}
        {subject.sync.lastChangedAt === null ? null : (
          <Fact name={t('search.changed')}>
            <Ago at={subject.sync.lastChangedAt} />
          </Fact>
        )}
      </dl>
      {subject.kind === 'team' ? <Remarks team={subject} /> : null}
      <p className="ways">
        <InOkta subject={subject} />
        <InSpekit kind={subject.kind} />
      </p>
      <CopyEvidence subject={subject} />
      <WhyNot subject={subject} />
    </div>
  );
}

function OfUser({ user }: { user: UserFacts }): ReactElement {
  return (
    <>
      <Fact name={t('search.email')}>{user.email ?? user.userName}</Fact>
      <Fact name={t('search.role')}>{user.role}</Fact>
      <Fact name={t('search.teams')}>
        {user.teams.length === 0 ? (
          t('search.no-teams')
        ) : (
          <ul>
            {user.teams.map((team) => (
              <li key={team.id}>
                {team.name} <OwnerBadge owner={team.owner}>{t(`owner.${team.owner}`)}</OwnerBadge>
              </li>
            ))}
          </ul>
        )}
      </Fact>
    </>
  );
}

function OfTeam({ team }: { team: TeamFacts }): ReactElement {
  return (
    <>
      <Fact name={t('search.members')}>{number(team.memberCount)}</Fact>
      {team.description === '' ? null : <Fact name={t('search.description')}>{team.description}</Fact>}
    </>
  );
}

/** What the name alone does not tell. */
function Remarks({ team: { sameName, releasedAt } }: { team: TeamFacts }): ReactElement {
  const { idp, spekit } = sameName;
  return (
    <>
      {idp + spekit === 0 ? null : <p>{t('search.same-name', { idp, spekit })}</p>}
      {releasedAt === null ? null : <p>{t('search.released')}</p>}
    </>
  );
}

/** Where Spekit shows the person or team. Its settings have no public addresses: the link opens Spekit. */
function InSpekit({ kind }: { kind: SubjectFacts['kind'] }): ReactElement {
  const target = kind === 'user' ? 'spekit.manage-users' : 'spekit.manage-teams';
  const href = linkTo(target, null, undefined, {
    oktaHost: null,
    oktaAppName: null,
    oktaAppInstanceId: null,
    oktaGroups: {},
    here: location,
  });
  return (
    <a href={href ?? ''} target="_blank" rel="noopener">
      {t(`links.${target}`)}
      <span className="unseen"> {t('dialog.new-tab')}</span>
    </a>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
