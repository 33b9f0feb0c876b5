import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Program } from '../../test/e2e/parts/program.ts';
import { findChromium } from '../chromium.mjs';
import { openChromium } from './chromium.ts';
import { playgroundPages } from './next-steps.ts';
import { type Place, readPlace } from './place.ts';
import { isFree, isReady } from './ports.ts';

let place: Place;
let environment: Record<string, string>;

test.beforeEach(async () => {
  const [companion, playground] = [await freePort(), await freePort()];
  environment = { SOURCEMARK_PORT: String(companion), SOURCEMARK_PLAYGROUND_PORT: String(playground) };
  place = readPlace(environment);
});

test.afterEach(() => rmSync(place.data, { recursive: true, force: true }));

test('one command builds, starts and seeds everything, opens it connected, and leaves nothing behind', async () => {
  test.setTimeout(150_000);
  const started = new Program('scripts/start/main.ts', environment, ['--no-open']);
  try {
    const [, extension] = await started.said(/chrome:\/\/extensions[^\n]*\n\s+(\S+)/);
    const [, token] = await started.said(/Access token\s+(\S+)/);
    await started.said(/Ctrl-C stops everything/);
    const kept = join(place.data, 'playground-tokens.json');
    expect(JSON.parse(readFileSync(kept, 'utf8')).admin).toBe(token);
    expect(existsSync(join(extension ?? '', 'manifest.json'))).toBe(true);

    const again = new Program('scripts/start/main.ts', environment, ['--no-open']);
    await again.said(/runs already[\s\S]*choose other ports:\s+SOURCEMARK_PORT=\d+ SOURCEMARK_PLAYGROUND_PORT=\d+ npm start/);
    expect(await again.ended()).toBe(1);

    const context = await openChromium({
      executablePath: findChromium() ?? '',
      extension: extension ?? '',
      profile: join(place.data, 'profile'),
      companionUrl: `http://127.0.0.1:${place.companionPort}`,
      token: token ?? '',
      pages: Object.values(playgroundPages(place)),
      headless: true,
    });
    try {
      const titles = await Promise.all(context.pages().map((page) => page.title()));
      expect(titles.join(' | ')).toMatch(/Spekit/);
      expect(titles.join(' | ')).toMatch(/Okta|Acme/);
    } finally {
      await context.close();
    }
  } finally {
    await started.stop('SIGINT');
  }
  expect(await started.ended()).toBe(0);
  expect(await isReady(place.companionPort)).toBe(false);
  expect(await isFree(place.playgroundPort)).toBe(true);
});

async function freePort(): Promise<number> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<number>();
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    resolve(typeof address === 'object' && address !== null ? address.port : 0);
  });
  const port = await promise;
  await new Promise((done) => server.close(done));
  return port;
}
