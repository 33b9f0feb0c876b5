import type { StatusAnswer } from '../../../../contract/api.ts';
import type { Connection } from '../../../../ownership/actions.ts';

/** The providers that Spekit connects with SSO and SCIM. */
export const providers = ['Okta', 'Microsoft Entra ID', 'JumpCloud', 'OneLogin', 'PingFederate', 'PingOne'] as const;

export const connectionWords: Record<Connection, string> = {
  connected: 'SSO/SCIM is connected',
  staging: 'Your IdP has begun to send users. Finish the connection to merge them.',
  'not-connected': 'SSO/SCIM is not connected',
};

export function lastSyncWords(status: StatusAnswer): string {
  if (status.lastSync === null) return 'Your IdP has not sent anything yet.';
  return `Last sync: ${new Date(status.lastSync.at).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'medium' })}`;
}
