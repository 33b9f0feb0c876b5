import type { DialogRequest } from '../../messages/dialog.ts';

/** What a dialog of a test has to say. */
export type Told = Pick<DialogRequest, 'decision' | 'facts' | 'link'>;

export const warning: Told = {
  decision: { verdict: 'warn', reason: 'group-unlink-team-stays', remedy: 'leave-group-in-spekit' },
  facts: { name: 'Account Executives', syncedAt: 0, known: { kind: 'team', memberCount: 12, sameName: { idp: 0, spekit: 1 } }, asOf: 0 },
  link: { href: 'https://app.spekit.co/', target: 'spekit.manage-teams' },
};
export const block: Told = {
  decision: { verdict: 'block', reason: 'idp-team-delete', remedy: 'unlink-then-remove' },
  facts: { name: 'Account Executives', syncedAt: 0 },
  link: { href: 'https://acme-admin.okta.com/admin/app/acme_spekit_1/instance/0oa1/#tab-group-push', target: 'okta.push-groups' },
};
