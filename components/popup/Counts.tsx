import type { ReactElement } from 'react';
import { ago } from '../../locales/ago.ts';
import { fill } from '../../locales/fill.ts';
import { words } from '../../locales/pages.ts';
import { useNow } from '../ui/now.ts';
import { useKnowledge } from './worker.ts';

/** How many users and teams there are, by owner. When the companion does not answer: the last known ones, and of when they are. */
export function Counts(): ReactElement | null {
  const now = useNow();
  const { reach, status, answeredAt } = useKnowledge();
  if (status === null) return null;
  const { users, teams } = status.counts;
  const { popup } = words;
  return (
    <section>
      <h2 id="counts">{popup.counts}</h2>
      {reach === 'ok' || answeredAt === null ? null : <p className="quiet">{fill(popup['as-of'], { ago: ago(answeredAt, now) })}</p>}
      <table className="counts" aria-labelledby="counts">
        <thead>
          <tr>
            <td />
            <th scope="col">{popup.idp}</th>
            <th scope="col">{popup.spekit}</th>
            <th scope="col">{popup.inactive}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{popup.users}</th>
            <td>{shown(users.idp)}</td>
            <td>{shown(users.spekit)}</td>
            <td>{shown(users.inactive)}</td>
          </tr>
          <tr>
            <th scope="row">{popup.teams}</th>
            <td>{shown(teams.idp)}</td>
            <td>{shown(teams.spekit)}</td>
            <td>–</td>
          </tr>
        </tbody>
      </table>
      <p className="quiet">{popup.lag}</p>
    </section>
  );
}

function shown(count: number): string {
  return count.toLocaleString('en');
}
