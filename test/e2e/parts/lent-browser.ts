import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { BrowserContext } from '@playwright/test';
import { extensionOrigin, killServiceWorker, launchWithExtension, stillPage } from './browser.ts';
import { Sockets } from './sockets.ts';

/** A Chromium with the built extension that the stories of one worker take turns in: each finds it as it is after installation, and has a
 *  playground of its own behind every HTTPS host. To start one takes longer than most stories. */
export class LentBrowser {
  readonly #sockets = new Sockets();
  #server: Server | null = null;
  #context: BrowserContext | null = null;
  #playground = 0;

  async lend(playgroundPort: number): Promise<BrowserContext> {
    this.#playground = playgroundPort;
    if (this.#context !== null) return this.#context;
    this.#server = createServer((client: Socket) => this.#sockets.pass(client, this.#playground));
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
    this.#context = await launchWithExtension((this.#server.address() as AddressInfo).port);
    return this.#context;
  }

  /** Forgets all that a story has left: tabs, routes, what the host apps and the extension keep, and what its worker has in memory. */
  async takeBack(): Promise<void> {
    const context = this.#context;
    if (context === null) return;
    // A browser ends with its last tab.
    const still = await stillPage(context);
    const hosts = context.pages().flatMap((page) => (page.url().startsWith('https:') ? [new URL(page.url()).origin] : []));
    await Promise.all(context.pages().map((page) => page !== still && page.close()));
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    this.#sockets.destroy();
    const session = await context.newCDPSession(still);
    for (const origin of new Set(hosts)) await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    // Not "all": its worker would be gone as well.
    await session.send('Storage.clearDataForOrigin', { origin: await extensionOrigin(context), storageTypes: 'cache_storage' });
    await session.detach();
    await killServiceWorker(still);
    // What is cleared last wakes a worker that remembers nothing.
    await still.evaluate(async () => {
      const { storage, alarms } = Reflect.get(globalThis, 'chrome');
      await alarms.clearAll();
      await storage.session.clear();
      await storage.local.clear();
    });
  }

  async close(): Promise<void> {
    await this.#context?.close();
    this.#sockets.destroy();
    this.#server?.close();
  }
}
