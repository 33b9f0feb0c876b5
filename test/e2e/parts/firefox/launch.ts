import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, firefox } from '@playwright/test';
import { findFirefox } from '../../../../scripts/firefox.mjs';
import { savesInto } from '../saved.ts';
import { openTunnel } from './tunnel.ts';

/** The release build, as `npm run build` leaves it. */
const extension = fileURLToPath(new URL('../../../../.output/firefox-mv3', import.meta.url));
const relay = fileURLToPath(new URL('relay.ts', import.meta.url));
const id = 'sourcemark@sourcemark.dev';
/** Firefox makes an address up for each installation; here it is decided beforehand. */
const address = '6f2d1c9a-5b3e-4d07-9a41-0c8e7b5d2f13';

export const firefoxOrigin = `moz-extension://${address}`;

/** A real Firefox with a fresh profile and the built extension, for which every HTTPS host is the playground. It is spoken to in WebDriver
 *  BiDi, which is what Playwright's channel `moz-firefox` stands for, through `relay.ts`.
 *  @param preferences Further ones of `about:config`. */
export async function launchFirefox(
  playgroundPort: number,
  colorScheme: 'light' | 'dark' = 'light',
  preferences: Readonly<Record<string, string | number | boolean>> = {},
): Promise<BrowserContext> {
  const program = findFirefox();
  if (program === null) throw new Error('No Firefox was found. Run `npm test`, which installs one, or set FIREFOX_BIN.');
  const folder = await mkdtemp(join(tmpdir(), 'sourcemark-firefox-'));
  const tunnel = await openTunnel(playgroundPort);
  const leave = async (): Promise<void> => {
    await tunnel.close();
    // Firefox goes on writing for a moment while it ends.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  try {
    const started = join(folder, 'firefox');
    const words = [process.execPath, relay, program, extension].map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
    await writeFile(started, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, { mode: 0o755 });
    const context = await firefox.launchPersistentContext(join(folder, 'profile'), {
      channel: 'moz-firefox',
      executablePath: started,
      ignoreHTTPSErrors: true,
      downloadsPath: join(folder, 'downloads'),
      viewport: { width: 1360, height: 860 },
      // The extension's own pages are opened by their address, which only a driver with access to all of Firefox may.
      args: ['--remote-allow-system-access'],
      firefoxUserPrefs: {
        'extensions.webextensions.uuids': JSON.stringify({ [id]: address }),
        'network.proxy.type': 1,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': tunnel.port,
        // 0 is dark: an ESR may not know yet how a driver says it.
        'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
        // It would take the focus from the page.
        'browser.download.alwaysOpenPanel': false,
        ...preferences,
      },
    });
    context.on('close', () => void leave());
    await savesInto(context, join(folder, 'downloads'));
    return context;
  } catch (error) {
    await leave();
    throw error;
  }
}
