import { test as base } from '@playwright/test';
import { Companion } from '../../../test/e2e/parts/companion.ts';
import { type Playground, startPlayground } from '../../playground/server.ts';
import { Admin } from './console.ts';

type Rendering = 'classic' | 'redesign';

interface World {
  companion: Companion;
  playground: Playground;
}

interface Fixtures {
  rendering: Rendering;
  world: World;
  admin: Admin;
}

/** For each rendering a companion and a playground, shared by the tests of a worker, which therefore keep to groups and people of their own. */
export const test = base.extend<Fixtures, { worlds: Worlds }>({
  rendering: ['classic', { option: true }],
  worlds: [
    async ({ playwright: _ }, use) => {
      const worlds = new Worlds();
      await use(worlds);
      await worlds.end();
    },
    { scope: 'worker' },
  ],
  world: async ({ worlds, rendering }, use) => use(await worlds.of(rendering)),
  baseURL: async ({ world }, use) => use(`https://acme-admin.okta.localhost:${world.playground.port}`),
  admin: async ({ page, rendering }, use) => {
    await page.goto(`/admin/dashboard?rendering=${rendering}`);
    await use(new Admin(page));
  },
});

class Worlds {
  readonly #made = new Map<Rendering, Promise<World>>();

  of(rendering: Rendering): Promise<World> {
    const world = this.#made.get(rendering) ?? begin();
    this.#made.set(rendering, world);
    return world;
  }

  async end(): Promise<void> {
    for (const { companion, playground } of await Promise.all(this.#made.values())) {
      await playground.close();
      await companion.remove();
    }
  }
}

async function begin(): Promise<World> {
  const companion = await Companion.make();
  await companion.start();
  const { url: companionUrl, scimToken, adminToken } = companion;
  return { companion, playground: await startPlayground({ companionUrl, scimToken, adminToken, delayMs: 20 }) };
}

export { expect } from '@playwright/test';
