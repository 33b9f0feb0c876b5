import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { UserFacts } from '../../../../contract/subjects.ts';
import { toast } from './toasts.ts';

const key = 'invitations-sent';
const sent = createStore<Record<string, string>>(() => read());

/** When each invitation was last sent from this browser, as ISO dates by user id. The replica sends no mail: it notes the date. */
export function useLastSent(): Record<string, string> {
  return useStore(sent);
}

export function resendInvite(user: UserFacts): void {
  sent.setState({ [user.id]: new Date().toISOString() });
  localStorage.setItem(key, JSON.stringify(sent.getState()));
  toast('done', `Invitation sent again to ${user.email ?? user.userName}`);
}

function read(): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}
