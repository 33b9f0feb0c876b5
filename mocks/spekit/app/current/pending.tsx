import { useState } from 'react';
import type { UserFacts } from '../../../../contract/subjects.ts';
import { deleteUser } from '../data/acts.ts';
import { resendInvite, useLastSent } from '../data/invitations.ts';
import { useLive } from '../data/live.ts';
import { fromIdp, statusOf } from '../data/people.ts';
import controls from './controls.module.css';
import { Avatar, Button } from './controls.tsx';
import { AreYouSure } from './dialog.tsx';
import { IdpIcon } from './icons.tsx';
import styles from './page.module.css';
import { PeopleTabs } from './shell.tsx';

const invitedBy = { idp: 'IdP', direct: 'Spekit', salesforce: 'Salesforce' } as const;

/** Who was invited and has never logged in. */
export function Pending() {
  const { users, ready } = useLive((live) => live);
  const lastSent = useLastSent();
  const [leaving, setLeaving] = useState<UserFacts | null>(null);
  const pending = users.filter((user) => statusOf(user) === 'Pending');
  return (
    <>
      <PeopleTabs page="pending" />
      <div className={styles['bar']}>
        <h2>Pending invitations</h2>
      </div>
      {pending.length === 0 ? (
        <p className={`${styles['card']} ${styles['empty']}`}>{ready ? 'Everybody has logged in.' : 'Loading invitations…'}</p>
      ) : (
        <div className={styles['card']}>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Email</th>
                <th scope="col">Invited by</th>
                <th scope="col">Last sent</th>
                <th>
                  <span className={controls['visuallyHidden']}>Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {pending.map((user) => (
                <tr key={user.id}>
                  <td>
                    <div className={styles['person']}>
                      <Avatar user={user} />
                      {user.displayName}
                      {fromIdp(user) && <IdpIcon of="user" />}
                    </div>
                  </td>
                  <td>{user.email ?? user.userName}</td>
                  <td>{invitedBy[user.invitedBy]}</td>
                  <td className={styles['muted']}>{sentWords(lastSent[user.id])}</td>
                  <td>
                    <div className={styles['person']}>
                      <Button look="quiet" onClick={() => resendInvite(user)}>
                        Resend invite
                      </Button>
                      <Button look="quiet" onClick={() => setLeaving(user)}>
                        Delete user
                      </Button>
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {leaving !== null && (
        <AreYouSure
          what={`The invitation of ${leaving.displayName} will be withdrawn.`}
          onYes={() => deleteUser(leaving)}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}

function sentWords(at: string | undefined): string {
  return at === undefined ? '–' : new Date(at).toLocaleDateString('en', { dateStyle: 'medium' });
}
