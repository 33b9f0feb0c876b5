/** The tabs of the pages that have some: hash (without `#`) and label. The first is shown where the hash names none. */
export const personTabs = [
  { id: 'tab-applications', label: 'Applications' },
  { id: 'tab-groups', label: 'Groups' },
  { id: 'tab-account', label: 'Profile' },
  { id: 'tab-admin-roles', label: 'Admin roles' },
] as const;

export const groupTabs = [
  { id: 'tab-users', label: 'People' },
  { id: 'tab-apps', label: 'Applications' },
  { id: 'tab-profile', label: 'Profile' },
  { id: 'tab-directories', label: 'Directories' },
  { id: 'tab-admin-roles', label: 'Admin roles' },
] as const;

export const appTabs = [
  { id: 'tab-general', label: 'General' },
  { id: 'tab-signon', label: 'Sign On' },
  { id: 'tab-user-management', label: 'Provisioning' },
  { id: 'tab-import', label: 'Import' },
  { id: 'tab-assignments', label: 'Assignments' },
  { id: 'tab-group-push', label: 'Push Groups' },
] as const;

/** The panes of the Provisioning tab, named by what follows the tab in the hash. */
export const provisioningPanes = [
  { id: 'create-n-update', label: 'To App' },
  { id: 'import-n-update', label: 'To Okta' },
  { id: 'api-credentials', label: 'Integration' },
] as const;
