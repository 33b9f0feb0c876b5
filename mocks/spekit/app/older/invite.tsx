import { type FormEvent, useState } from 'react';
import { inviteUser } from '../data/acts.ts';
import styles from './parts.module.css';
import { Box } from './parts.tsx';
import { Buttons } from './team-forms.tsx';

export function InviteBox({ via, onClose }: { via: 'direct' | 'salesforce'; onClose: () => void }) {
  const [email, setEmail] = useState('');
  const [givenName, setGivenName] = useState('');
  const [familyName, setFamilyName] = useState('');
  const invite = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await inviteUser({ email: email.trim(), givenName, familyName }, via)) onClose();
  };
  return (
    <Box title={via === 'direct' ? 'Invite users' : 'Invite synced Salesforce users'}>
      <form onSubmit={(event) => void invite(event)}>
        <label className={styles['label']}>
          Email
          <input type="email" required className={styles['input']} value={email} onChange={(event) => setEmail(event.target.value)} />
        </label>
        {via === 'direct' && (
          <>
            <label className={styles['label']}>
              First Name
              <input className={styles['input']} value={givenName} onChange={(event) => setGivenName(event.target.value)} />
            </label>
            <label className={styles['label']}>
              Last Name
              <input className={styles['input']} value={familyName} onChange={(event) => setFamilyName(event.target.value)} />
            </label>
          </>
        )}
        <Buttons submit="Invite" onClose={onClose} />
      </form>
    </Box>
  );
}
