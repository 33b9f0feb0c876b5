import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { WordKey } from '../../../locales/words.ts';
import { findChromium } from '../../../scripts/chromium.mjs';
import { catalog } from '../../../scripts/locales/catalogs.ts';
import { nothingSet, settingsVersion } from '../../../stores/settings-schema.ts';
import { chromiumArgs } from '../../parts/chromium-args.ts';
import { enter, isFirefox } from './enter.ts';
import { firefoxOrigin } from './firefox/launch.ts';

/** The release build, as `npm run build` leaves it. */
const extension = fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));

/** A Chromium with a fresh profile and the built extension, for which every HTTPS host is the playground, in a language. */
export async function launchWithExtension(
  playgroundPort: number,
  colorScheme: 'light' | 'dark' = 'light',
  language = 'en',
): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium was found. Run `npm test`, which installs one.');
  return chromium.launchPersistentContext('', {
    executablePath,
    colorScheme,
    ignoreHTTPSErrors: true,
    viewport: { width: 1360, height: 860 },
    args: [
      ...chromiumArgs,
      `--lang=${language}`,
      `--disable-extensions-except=${extension}`,
      `--host-resolver-rules=MAP *:443 127.0.0.1:${playgroundPort}`,
    ],
  });
}

export async function extensionOrigin(context: BrowserContext): Promise<string> {
  if (isFirefox(context)) return firefoxOrigin;
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return `chrome-extension://${new URL(worker.url()).host}`;
}

/** A page of the extension in which nothing of it runs: there its storage and the browser can be asked. One for a browser, which stays: a new
 *  tab takes the focus from what a story looks at. Its worker cannot be asked in its place: a driver loses it once it has been ended. */
export async function stillPage(context: BrowserContext): Promise<Page> {
  const address = `${await extensionOrigin(context)}/manifest.json`;
  const open = context.pages().find((page) => page.url() === address);
  if (open !== undefined) return open;
  const page = await context.newPage();
  await page.goto(address, { waitUntil: isFirefox(context) ? 'commit' : 'load' });
  return page;
}

/** Opens one of the extension's own pages in a tab. A popup in a tab has the popup's size. */
export async function openOwnPage(context: BrowserContext, page: 'popup' | 'options' | 'sidepanel' | 'mapping'): Promise<Page> {
  const origin = await extensionOrigin(context);
  const tab = await context.newPage();
  if (page === 'popup' || page === 'sidepanel') await tab.setViewportSize({ width: 360, height: 600 });
  // Firefox tells its driver no more of a page of an extension than that it has begun.
  await tab.goto(`${origin}/${page}.html`, { waitUntil: isFirefox(context) ? 'commit' : 'load' });
  return tab;
}

/** Connects the extension the way an admin does: on its options page. */
export async function connect(context: BrowserContext, companionUrl: string, token: string, language = 'en'): Promise<void> {
  const words = catalog(language);
  const say = (key: WordKey): string => words.get(key) ?? key;
  const options = await openOwnPage(context, 'options');
  await enter(options.getByLabel(say('options.companionUrl')), companionUrl);
  await enter(options.getByLabel(say('options.token'), { exact: true }), token);
  await options.getByRole('button', { name: say('options.save') }).click();
  await options.getByText(say('options.done')).first().waitFor();
  await options.close();
}

/** Connects without the options page, of which a few stories tell: by what it stores. Done once the worker knows its companion. */
export async function connectAtOnce(context: BrowserContext, companionUrl: string, token: string): Promise<void> {
  const still = await stillPage(context);
  const stored = { v: settingsVersion, data: { ...nothingSet, companionUrl, token } };
  await still.evaluate(async (set) => {
    const { local, onChanged } = Reflect.get(globalThis, 'chrome').storage;
    const known = async () => (await local.get('knowledge')).knowledge?.data?.reach === 'ok';
    await new Promise<void>((done) => {
      onChanged.addListener(async () => (await known()) && done());
      void local.set({ settings: set });
    });
  }, stored);
  // It opened by itself, as after each installation, and goes on asking while it is open.
  for (const page of context.pages()) if (page.url().endsWith('/options.html')) await page.close();
}

/** Ends the extension's service worker as Chrome does after half a minute without work. */
export async function killServiceWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
