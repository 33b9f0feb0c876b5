import type { ReactElement } from 'react';
import { type Confidence, confidences, conflictKinds, type MappingStatus, matchKinds } from '../../contract/mapping.ts';
import { number } from '../../locales/formats.ts';
import { t } from '../../locales/words.ts';

/** How sure a match is, in a word: never by its colour alone. */
export function ConfidenceChip({ confidence }: { confidence: Confidence }): ReactElement {
  return <span className={`chip chip-${confidence}`}>{t(`mapping.confidence.${confidence}`)}</span>;
}

/** What was matched by what, how surely, and which conflicts there are, counted. Kinds that do not occur are left out. */
export function Matches({ status: { users, teams } }: { status: MappingStatus }): ReactElement {
  const rows = [
    ...confidences.map((one) => ({
      key: one,
      words: t(`mapping.confidence.${one}`),
      users: users.confidence[one],
      teams: teams.confidence[one],
      head: true,
    })),
    ...matchKinds.map((one) => ({ key: one, words: t(`mapping.by.${one}`), users: users.by[one], teams: teams.by[one], head: false })),
    ...conflictKinds.map((one) => ({
      key: one,
      words: t(`mapping.conflict.${one}`),
      users: users.conflicts[one],
      teams: teams.conflicts[one],
      head: false,
    })),
  ].filter((row) => row.head || (row.users ?? 0) + (row.teams ?? 0) > 0);
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
        <tr>
          <th scope="row">{t('mapping.push.undecided')}</th>
          <td>{number(users.undecided)}</td>
          <td>{number(teams.undecided)}</td>
        </tr>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" className={row.head ? '' : 'kind'}>
              {row.words}
            </th>
            <td>{number(row.users ?? 0)}</td>
            <td>{number(row.teams ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
