import type { ReactElement } from 'react';
import { type Confidence, conflictKinds, type MappingStatus, matchKinds } from '../../contract/mapping.ts';
import { confidences } from '../../contract/merges.ts';
import { number } from '../../locales/formats.ts';
import { t } from '../../locales/words.ts';

/** How sure a match is, in a word: never by its colour alone. */
export function ConfidenceChip({ confidence }: { confidence: Confidence }): ReactElement {
  return <span className={`chip chip-${confidence}`}>{t(`mapping.confidence.${confidence}`)}</span>;
}

interface Line {
  words: string;
  users: number;
  teams: number;
}

/** What was matched by what, how surely, and which conflicts there are, counted. What does not occur is left out. */
export function Matches({ status: { users, teams } }: { status: MappingStatus }): ReactElement {
  const line = (words: string, ofUsers = 0, ofTeams = 0): Line => ({ words, users: ofUsers, teams: ofTeams });
  const groups: [title: string, lines: Line[]][] = [
    [
      t('mapping.filter.confidence'),
      confidences.map((one) => line(t(`mapping.confidence.${one}`), users.confidence[one], teams.confidence[one])),
    ],
    [t('mapping.filter.by'), matchKinds.map((one) => line(t(`mapping.by.${one}`), users.by[one], teams.by[one]))],
    [
      t('mapping.filter.conflict'),
      conflictKinds.map((one) => line(t(`mapping.conflict.${one}`), users.conflicts[one], teams.conflicts[one])),
    ],
  ];
  return (
    <table className="counts" aria-label={t('mapping.push.matches')}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('mapping.kinds.users')}</th>
          <th scope="col">{t('mapping.kinds.teams')}</th>
        </tr>
      </thead>
      <tbody>
        <Counts line={line(t('mapping.push.undecided'), users.undecided, teams.undecided)} />
      </tbody>
      {groups.map(([title, lines]) => {
        const some = lines.filter(({ users, teams }) => users + teams > 0);
        return some.length === 0 ? null : (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" colSpan={3} className="group">
                {title}
              </th>
            </tr>
            {some.map((line) => (
              <Counts key={line.words} line={line} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function Counts({ line: { words, users, teams } }: { line: Line }): ReactElement {
  return (
    <tr>
      <th scope="row">{words}</th>
      <td>{number(users)}</td>
      <td>{number(teams)}</td>
    </tr>
  );
}
