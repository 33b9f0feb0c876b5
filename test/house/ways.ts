/** How a person comes to a page in one rendering of the playground. */
export interface Way {
  rendering: string;
  /** Path on the host app. */
  address: string;
  /** Links or tabs to follow from there, by their words. */
  follow: readonly string[];
}

/** The renderings of each host app: the same pages, built differently. */
export const renderings: Readonly<Record<'okta' | 'spekit', readonly string[]>> = {
  okta: ['classic', 'redesign'],
  spekit: ['current', 'older'],
};

const inBoth =
  (all: readonly string[]) =>
  (address: string, ...follow: string[]): Way[] =>
    all.map((rendering) => ({ rendering, address, follow }));
const okta = inBoth(renderings.okta);
const spekit = inBoth(renderings.spekit);

/** Where each marked page is in the playground, in each rendering of its app. `pages.spec.ts` goes there and looks. */
export const ways: Readonly<Record<string, readonly Way[]>> = {
  'okta.push-groups': okta('/admin/apps/active', 'Spekit', 'Push Groups'),
  // By another tab, which the console keeps in the page, hidden: what is there is not what is shown.
  'okta.assignments': okta('/admin/apps/active', 'Spekit', 'Push Groups', 'Assignments'),
  'okta.general': okta('/admin/apps/active', 'Spekit', 'Sign On', 'General'),
  'okta.provisioning': okta('/admin/apps/active', 'Spekit', 'Provisioning'),
  'okta.app': okta('/admin/apps/active', 'Spekit', 'Sign On'),
  'okta.groups': okta('/admin/groups'),
  'okta.group': okta('/admin/groups', 'Account Executives'),
  'okta.people': okta('/admin/users'),
  'okta.person': okta('/admin/users', 'Priya Raman'),
  // Spekit's older addresses go on working in both renderings, and so do its newer ones.
  'spekit.manage-users': spekit('/app/settings/teams-users/manage-users'),
  'spekit.manage-teams': spekit('/app/settings/teams-users/manage-teams'),
  'spekit.team': [
    { rendering: 'current', address: '/app/settings/teams-users/manage-teams', follow: ['Account Executives'] },
    { rendering: 'older', address: '/app/settings/teams-users/manage-teams', follow: ['Manage Users'] },
  ],
  'spekit.user': [
    { rendering: 'current', address: '/app/settings/teams-users/manage-users', follow: ['Priya Raman'] },
    { rendering: 'older', address: '/app/settings/teams-users/manage-users', follow: ['View/Edit'] },
  ],
  'spekit.connect': spekit('/app/settings/connect'),
};
