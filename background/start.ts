import browser, { type Permissions, type Runtime, type Tabs } from 'webextension-polyfill';
import { forgetLeftFiles } from '../messages/files.ts';
import { receive } from '../messages/receive.ts';
import { migrateAll } from '../stores/all.ts';
import { attention } from '../stores/attention.ts';
import { knowledge } from '../stores/knowledge.ts';
import { pages } from '../stores/pages.ts';
import { managedSettings, settings } from '../stores/settings.ts';
import { refreshAttention } from './attention.ts';
import { currentKnowledge, refresh, refreshAfterChange } from './freshness.ts';
import { handlers } from './handlers.ts';
import { injectContentScripts } from './inject.ts';
import { leaveTabs } from './leave.ts';
import { listenToNotifications } from './notify.ts';
import { beginAnew, concernsPages } from './reacts.ts';
import { parsers } from './requests.ts';
import { showOnToolbar } from './toolbar.ts';

/** Keeps the toolbar honest while no page asks. */
const alarm = 'toolbar';
const everyMinutes = 1;

/** Starts the worker. Every listener is registered before this returns: an event that has woken the worker is given to those alone
 *  that are there by then. */
export function startBackground(): void {
  const id = browser.runtime.id;
  receive({ id, base: browser.runtime.getURL(''), hostPages: hostPages() }, parsers, handlers);

  browser.runtime.onInstalled.addListener((details) => run(onInstalled(details)));
  browser.runtime.onStartup.addListener(() => run(refresh()));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) run(refresh());
  });
  browser.permissions.onAdded.addListener((added) => {
    run(refreshAfterChange());
    // What was open meanwhile has no content script: the browser brings it at the next load alone.
    if (areOfPages(added)) run(injectContentScripts());
  });
  browser.permissions.onRemoved.addListener((removed) => {
    run(refreshAfterChange());
    if (areOfPages(removed)) run(leaveTabs(hostPages()));
  });
  browser.storage.onChanged.addListener((changes, area) => {
    const connection = area === 'managed' || (area === 'local' && settings.declared.key in changes);
    if (connection) run(refreshAfterChange());
    if (concernsPages(changes, area)) run(beginAnew());
  });
  browser.tabs.onRemoved.addListener((tabId) => run(forget(tabId)));
  browser.tabs.onUpdated.addListener((tabId, { status, url }, tab) => {
    if (status === 'loading' || url !== undefined) run(forgetWhenLeft(tabId, tab));
  });
  listenToNotifications();
  knowledge.store.subscribe(() => run(showOnToolbar().then(refreshAttention)));
  attention.store.subscribe(() => run(showOnToolbar()));

  run(begin());
}

async function begin(): Promise<void> {
  await Promise.all([migrateAll(), keepTokenFromPages(), forgetLeftFiles().catch(() => undefined)]);
  if ((await browser.alarms.get(alarm)) === undefined) await browser.alarms.create(alarm, { periodInMinutes: everyMinutes });
  await showOnToolbar();
  // Set up, and the worker has died before it could ask.
  if ((await currentKnowledge()).askedAt === null) await refresh();
}

async function onInstalled({ reason }: Runtime.OnInstalledDetailsType): Promise<void> {
  if (reason !== 'install' && reason !== 'update') return;
  await injectContentScripts();
  if (reason !== 'install') return;
  const { companionUrl, token } = await managedSettings.read();
  // Where policy has set everything up, there is nothing left to enter.
  if (companionUrl === undefined || token === undefined) await browser.runtime.openOptionsPage();
}

/** Content scripts share their process with the page: storage is not for them, and neither is what policy says, which may be a token. Firefox
 *  has no such switch, and keeps the two apart. */
async function keepTokenFromPages(): Promise<void> {
  const areas: object[] = [browser.storage.local, browser.storage.managed];
  await Promise.allSettled(
    areas.map(async (area) => {
      if ('setAccessLevel' in area && typeof area.setAccessLevel === 'function')
        await area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
    }),
  );
}

/** The host apps' pages: what the manifest asks for at install, without the companion on this machine, which is asked by plain HTTP. */
function hostPages(): string[] {
  const { host_permissions: patterns } = browser.runtime.getManifest();
  return Array.isArray(patterns) ? patterns.filter((pattern) => pattern.startsWith('https://')) : [];
}

/** Patterns of hosts may come back from the browser in another form than the manifest's: whatever is not the companion's plain HTTP. */
function areOfPages({ origins = [] }: Permissions.Permissions): boolean {
  return origins.some((origin) => !origin.startsWith('http://'));
}

async function forget(tabId: number): Promise<void> {
  const key = String(tabId);
  if (!(key in (await pages.read()))) return;
  await pages.write(({ [key]: _gone, ...others }) => others);
}

/** A page's address is told to the extension on the host apps alone: where it is not, the tab has left them. */
async function forgetWhenLeft(tabId: number, { url }: Tabs.Tab): Promise<void> {
  const reported = (await pages.read())[String(tabId)];
  if (reported !== undefined && (url === undefined || pathOf(url) !== pathOf(reported.url))) await forget(tabId);
}

function pathOf(address: string): string {
  return address.replace(/[?#].*$/, '');
}

/** What fails in the background has nobody to tell but the console: the next event begins anew. */
function run(task: Promise<unknown>): void {
  task.catch((error: unknown) => console.warn('Sourcemark:', error));
}
