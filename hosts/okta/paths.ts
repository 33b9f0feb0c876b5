// hosts/ tells, one file a page of a host app, how that page is recognised and where its subjects and controls are.
// What may enter: declarations (data, held to `contract/page-declaration.ts` by `declarations.test.ts`), and links made from the same addresses.
// No machinery: that is overlay/'s. It may import ownership/ and the types of overlay/ and contract/.

/** Addresses of Okta's admin console, and the fragments of an app's tabs. */
export const paths = {
  app: '/admin/app/{appName}/instance/{instanceId}',
  group: '/admin/group/{groupId}',
  groups: '/admin/groups',
  person: '/admin/user/profile/view/{externalId}',
  people: '/admin/users',
  pushTab: '#tab-group-push',
  assignmentsTab: '#tab-assignments',
  generalTab: '#tab-general',
  provisioningTab: '#tab-user-management',
} as const;
