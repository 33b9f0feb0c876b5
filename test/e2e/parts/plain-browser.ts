import { type BrowserContext, chromium } from '@playwright/test';
import { findChromium } from '../../../scripts/chromium.mjs';

/** The same Chromium without the extension: an admin who has no Sourcemark. */
export async function launchPlain(playgroundPort: number): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium was found. Run `npm test`, which installs one.');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', `--host-resolver-rules=MAP *:443 127.0.0.1:${playgroundPort}`],
  });
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1360, height: 860 } });
  context.on('close', () => void browser.close());
  return context;
}
