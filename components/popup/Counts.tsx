import type { ReactElement } from 'react';
import { ago } from '../../locales/ago.ts';
import { number } from '../../locales/formats.ts';
import { t } from '../../locales/words.ts';
import { useNow } from '../ui/now.ts';
import { useKnowledge } from './worker.ts';

/** How many users and teams there are, by owner. When the companion does not answer: the last known ones, and of when they are. */
export function Counts(): ReactElement | null {
  const now = useNow();
  const { reach, status, answeredAt } = useKnowledge();
  if (status === null) return null;
  const { users, teams } = status.counts;
  return (
    <section>
      <h2 id="counts">{t('popup.counts')}</h2>
      {reach === 'ok' || answeredAt === null ? null : <p className="quiet">{t('popup.as-of', { ago: ago(answeredAt, now) })}</p>}
      <table className="counts" aria-labelledby="counts">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('popup.idp')}</th>
            <th scope="col">{t('popup.spekit')}</th>
            <th scope="col">{t('popup.inactive')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('popup.users')}</th>
            <td>{shown(users.idp)}</td>
            <td>{shown(users.spekit)}</td>
            <td>{shown(users.inactive)}</td>
          </tr>
          <tr>
            <th scope="row">{t('popup.teams')}</th>
            <td>{shown(teams.idp)}</td>
            <td>{shown(teams.spekit)}</td>
            <td>–</td>
          </tr>
        </tbody>
      </table>
      <p className="quiet">{t('popup.lag')}</p>
    </section>
  );
}

function shown(count: number): string {
  return number(count);
}
