import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { connect, connectAtOnce, launchWithExtension } from './parts/browser.ts';
import { Companion } from './parts/companion.ts';
import { launchFirefox } from './parts/firefox/launch.ts';
import { LentBrowser } from './parts/lent-browser.ts';
import { openPlayground } from './parts/playground.ts';

export interface Options {
  engine: 'chromium' | 'firefox';
  /** How the Okta stand-in updates: PUT as Spekit's own app does, PATCH as apps of Okta's catalog do. */
  flavour: 'put' | 'patch';
  /** Where the seed leaves the account: connected, or on the day of its migration. */
  connection: 'connected' | 'staging';
  oktaRendering: 'classic' | 'redesign';
  spekitRendering: 'current' | 'older';
  /** Of stories that change more of a browser than what its extension keeps. */
  ownBrowser: boolean;
}

interface WorkerFixtures {
  lentBrowser: LentBrowser;
}

interface Fixtures {
  companion: Companion;
  playgroundPort: number;
  context: BrowserContext;
  okta: Page;
  spekit: Page;
}

/** Each test has a companion, a database and a playground of its own, an extension that knows nothing yet, and nothing is faked between them. */
export const test = base.extend<Fixtures & Options, WorkerFixtures>({
  engine: ['chromium', { option: true }],
  flavour: ['put', { option: true }],
  connection: ['connected', { option: true }],
  oktaRendering: ['classic', { option: true }],
  spekitRendering: ['current', { option: true }],
  ownBrowser: [false, { option: true }],

  lentBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that a function needs from this pattern.
    async ({}, use) => {
      const lent = new LentBrowser();
      await use(lent);
      await lent.close();
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that a function needs from this pattern.
  companion: async ({}, use) => {
    const companion = await Companion.make();
    await companion.start();
    await use(companion);
    await companion.remove();
  },

  playgroundPort: async ({ companion, flavour, connection }, use) => {
    const playground = await openPlayground(companion, flavour, connection);
    await use(playground.port);
    await playground.close();
  },

  context: async ({ engine, ownBrowser, lentBrowser, playgroundPort, companion }, use) => {
    if (engine === 'firefox') {
      const context = await launchFirefox(playgroundPort);
      // As an admin does; in Chromium a few stories do that themselves, and each of hundreds would wait for it.
      await connect(context, companion.url, companion.adminToken);
      await use(context);
      await context.close();
      return;
    }
    const context = ownBrowser ? await launchWithExtension(playgroundPort) : await lentBrowser.lend(playgroundPort);
    await connectAtOnce(context, companion.url, companion.adminToken);
    await use(context);
    await (ownBrowser ? context.close() : lentBrowser.takeBack());
  },

  okta: async ({ context, oktaRendering }, use) => {
    const page = await context.newPage();
    await page.goto(`https://acme-admin.okta.com/admin/dashboard?rendering=${oktaRendering}`);
    await use(page);
  },

  spekit: async ({ context, spekitRendering }, use) => {
    const page = await context.newPage();
    await page.goto(`https://app.spekit.co/?rendering=${spekitRendering}`);
    await use(page);
  },
});

export { expect } from '@playwright/test';
