import browser from 'webextension-polyfill';

/** Forgets everything that the extension keeps, as after an installation: settings, tokens, what was learned and seen, alarms and
 *  notifications. That the settings are gone has open pages begin anew (`reacts.ts`), and they have nothing to mark. */
export async function forgetEverything(): Promise<void> {
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear(), browser.alarms.clearAll()]);
  // Absent until the browser has allowed it.
  await browser.notifications?.clear('refused').catch(() => false);
}
