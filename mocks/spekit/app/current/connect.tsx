import { useState } from 'react';
import { setConnection, syncNow } from '../data/acts.ts';
import { connectionWords, lastSyncWords, providers } from '../data/connection.ts';
import { useLive } from '../data/live.ts';
import { Button, Field } from './controls.tsx';
import { AreYouSure, FormDialog } from './dialog.tsx';
import styles from './page.module.css';

/** Settings → Connect: the account's SSO/SCIM connection. */
export function Connect() {
  const status = useLive((live) => live.status);
  const [open, setOpen] = useState<'connect' | 'disconnect' | null>(null);
  if (status === null) return <p className={styles['empty']}>Loading…</p>;
  const { connection } = status.account;
  return (
    <div className={styles['stack']}>
      <h1>Connect</h1>
      <section className={styles['tile']}>
        <h2>{connectionWords[connection]}</h2>
        <p className={styles['muted']}>{lastSyncWords(status)}</p>
        <p>Users and teams are synced one way, from your IdP to Spekit. Connect with SSO/SCIM on your production account only.</p>
        <div className={styles['filters']}>
          {connection !== 'connected' && (
            <Button look="primary" onClick={() => setOpen('connect')}>
              Connect with SSO/SCIM
            </Button>
          )}
          <Button onClick={() => void syncNow()}>Sync now</Button>
          {connection !== 'not-connected' && (
            <Button look="danger" onClick={() => setOpen('disconnect')}>
              Disconnect
            </Button>
          )}
        </div>
      </section>
      {open === 'connect' && <ConnectDialog onClose={() => setOpen(null)} />}
      {open === 'disconnect' && (
        <AreYouSure
          what="Users and teams of your IdP stay, as Spekit’s own."
          onYes={() => setConnection('not-connected')}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function ConnectDialog({ onClose }: { onClose: () => void }) {
  const [workspace, setWorkspace] = useState('');
  return (
    <FormDialog
      title="Connect with SSO/SCIM"
      submit="Connect"
      ready={workspace.trim() !== ''}
      onSubmit={() => setConnection('connected')}
      onClose={onClose}
    >
      <Field label="Identity provider">
        {(id) => (
          <select id={id}>
            {providers.map((provider) => (
              <option key={provider}>{provider}</option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Workspace name">
        {(id) => <input id={id} required data-first value={workspace} onChange={(event) => setWorkspace(event.target.value)} />}
      </Field>
    </FormDialog>
  );
}
