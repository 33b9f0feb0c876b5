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

const inBoth = (address: string, ...follow: string[]): Way[] => renderings.okta.map((rendering) => ({ rendering, address, follow }));

/** Where each marked page is in the playground, in each rendering of its app. `pages.spec.ts` goes there and looks. */
export const ways: Readonly<Record<string, readonly Way[]>> = {
  'okta.push-groups': inBoth('/admin/apps/active', 'Spekit', 'Push Groups'),
  'okta.groups': inBoth('/admin/groups'),
  'okta.group': inBoth('/admin/groups', 'Sales Development'),
  'okta.person': inBoth('/admin/users', 'Priya Raman'),
  'spekit.manage-users': [
    { rendering: 'current', address: '/app/settings/teams-users/manage-users', follow: [] },
    { rendering: 'older', address: '/app/configuration/all-users', follow: [] },
  ],
  'spekit.manage-teams': [
    { rendering: 'current', address: '/app/settings/teams-users/manage-teams', follow: [] },
    { rendering: 'older', address: '/app/configuration/all-teams', follow: [] },
  ],
};
