import { useState } from 'react';
import { inviteUser } from '../data/acts.ts';
import { Field } from './controls.tsx';
import { FormDialog } from './dialog.tsx';

const nobody = { givenName: '', familyName: '', email: '' };

/** Invites one person by email, outside of any IdP. */
export function InviteUsers({ onClose }: { onClose: () => void }) {
  const [person, setPerson] = useState(nobody);
  const set = (field: keyof typeof nobody) => (event: { target: { value: string } }) =>
    setPerson({ ...person, [field]: event.target.value });
  return (
    <FormDialog
      title="Invite users"
      submit="Send invitation"
      ready={person.email.trim() !== ''}
      onSubmit={() => inviteUser({ ...person, email: person.email.trim() }, 'direct')}
      onClose={onClose}
    >
      <Field label="Email">{(id) => <input id={id} type="email" required data-first value={person.email} onChange={set('email')} />}</Field>
      <Field label="First Name">{(id) => <input id={id} value={person.givenName} onChange={set('givenName')} />}</Field>
      <Field label="Last Name">{(id) => <input id={id} value={person.familyName} onChange={set('familyName')} />}</Field>
    </FormDialog>
  );
}

/** Invites a user of the connected Salesforce org, by the email that Salesforce has. */
export function InviteSalesforce({ onClose }: { onClose: () => void }) {
  const [email, setEmail] = useState('');
  return (
    <FormDialog
      title="Invite synced Salesforce users"
      submit="Invite"
      ready={email.trim() !== ''}
      onSubmit={() => inviteUser({ givenName: '', familyName: '', email: email.trim() }, 'salesforce')}
      onClose={onClose}
    >
      <p>Users of your Salesforce org are invited with the email they have there.</p>
      <Field label="Salesforce email">
        {(id) => <input id={id} type="email" required data-first value={email} onChange={(event) => setEmail(event.target.value)} />}
      </Field>
    </FormDialog>
  );
}
