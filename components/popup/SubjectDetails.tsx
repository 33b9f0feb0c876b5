import type { ReactElement, ReactNode } from 'react';
import type { SubjectFacts, TeamFacts, UserFacts } from '../../contract/subjects.ts';
import { fill } from '../../locales/fill.ts';
import { words } from '../../locales/pages.ts';
import { Ago } from '../ui/Ago.tsx';
import { OwnerBadge } from '../ui/OwnerBadge.tsx';
import { InOkta } from './InOkta.tsx';
import { WhyNot } from './WhyNot.tsx';

/** All that is known of a person or a team. */
export function SubjectDetails({ subject }: { subject: SubjectFacts }): ReactElement {
  return (
    <div className="details">
      <dl>
        {subject.kind === 'user' ? <OfUser user={subject} /> : <OfTeam team={subject} />}
        {subject.sync.lastChangedAt === null ? null : (
          <Fact name={words.search.changed}>
            <Ago at={subject.sync.lastChangedAt} />
          </Fact>
        )}
      </dl>
      {subject.kind === 'team' ? <Remarks team={subject} /> : null}
      <InOkta subject={subject} />
      <WhyNot subject={subject} />
    </div>
  );
}

function OfUser({ user }: { user: UserFacts }): ReactElement {
  const { search, owner } = words;
  return (
    <>
      <Fact name={search.email}>{user.email ?? user.userName}</Fact>
      <Fact name={search.role}>{user.role}</Fact>
      <Fact name={search.teams}>
        {user.teams.length === 0 ? (
          search['no-teams']
        ) : (
          <ul>
            {user.teams.map((team) => (
              <li key={team.id}>
                {team.name} <OwnerBadge owner={team.owner}>{owner[team.owner]}</OwnerBadge>
              </li>
            ))}
          </ul>
        )}
      </Fact>
    </>
  );
}

function OfTeam({ team }: { team: TeamFacts }): ReactElement {
  const { search } = words;
  return (
    <>
      <Fact name={search.members}>{team.memberCount.toLocaleString('en')}</Fact>
      {team.description === '' ? null : <Fact name={search.description}>{team.description}</Fact>}
    </>
  );
}

/** What the name alone does not tell. */
function Remarks({ team: { sameName, releasedAt } }: { team: TeamFacts }): ReactElement {
  const { search } = words;
  const { idp, spekit } = sameName;
  return (
    <>
      {idp + spekit === 0 ? null : <p>{fill(search['same-name'], { idp, spekit })}</p>}
      {releasedAt === null ? null : <p>{search.released}</p>}
    </>
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
