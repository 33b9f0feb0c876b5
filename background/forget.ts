import browser from 'webextension-polyfill';

/** Forgets everything that the extension keeps, as after an installation: settings, tokens, what was learned and seen, alarms, notifications,
 *  and what the browser was allowed later. That the settings are gone has open pages begin anew (`reacts.ts`), and they have nothing to mark. */
export async function forgetEverything(): Promise<void> {
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear(), browser.alarms.clearAll()]);
  // Absent until the browser has allowed it.
  await browser.notifications?.clear('refused').catch(() => false);
  await giveBack().catch(() => undefined);
}

/** Gives back the hosts of companions elsewhere, and notifications: they were asked for when somebody set them up. */
async function giveBack(): Promise<void> {
  const { origins = [], permissions = [] } = await browser.permissions.getAll();
  const { host_permissions: installed = [] } = browser.runtime.getManifest();
  const hosts = origins.filter((origin) => !installed.includes(origin)).map((origin) => ({ origins: [origin] }));
  const later = permissions.includes('notifications') ? [...hosts, { permissions: ['notifications' as const] }] : hosts;
  // One that the browser keeps does not hold the others.
  await Promise.allSettled(later.map((one) => browser.permissions.remove(one)));
}
