import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { connect, connectAtOnce, launchWithExtension } from './parts/browser.ts';
import { Companion } from './parts/companion.ts';
import { launchFirefox } from './parts/firefox/launch.ts';
import { startPlayground } from './parts/playground.ts';

export interface Options {
  engine: 'chromium' | 'firefox';
  /** How the Okta stand-in updates: PUT as Spekit's own app does, PATCH as apps of Okta's catalog do. */
  flavour: 'put' | 'patch';
  /** Where the seed leaves the account: connected, or on the day of its migration. */
  connection: 'connected' | 'staging';
  oktaRendering: 'classic' | 'redesign';
  spekitRendering: 'current' | 'older';
}

interface Fixtures {
  companion: Companion;
  playgroundPort: number;
  context: BrowserContext;
  okta: Page;
  spekit: Page;
}

/** Each test has a companion, a database, a playground and a browser profile of its own, and nothing is faked between them. */
export const test = base.extend<Fixtures & Options>({
  engine: ['chromium', { option: true }],
  flavour: ['put', { option: true }],
  connection: ['connected', { option: true }],
  oktaRendering: ['classic', { option: true }],
  spekitRendering: ['current', { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that a function needs from this pattern.
  companion: async ({}, use) => {
    const companion = await Companion.make();
    await companion.start();
    await use(companion);
    await companion.remove();
  },

  playgroundPort: async ({ companion, flavour, connection }, use) => {
    const { program, port } = await startPlayground(companion, flavour, connection);
    await use(port);
    await program.stop();
  },

  context: async ({ engine, playgroundPort, companion, colorScheme }, use) => {
    const firefox = engine === 'firefox';
    const launch = firefox ? launchFirefox : launchWithExtension;
    const context = await launch(playgroundPort, colorScheme === 'dark' ? 'dark' : 'light');
    // As an admin does; in Chromium a few stories do that themselves, and each of hundreds would wait for it.
    await (firefox ? connect : connectAtOnce)(context, companion.url, companion.adminToken);
    await use(context);
    await context.close();
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
