import { type BrowserContext, chromium } from '@playwright/test';

export interface Opening {
  executablePath: string;
  /** The folder of the unpacked extension. */
  extension: string;
  /** The browser's profile; kept, so that it looks the same the next time. */
  profile: string;
  companionUrl: string;
  token: string;
  /** The pages to open once connected. */
  pages: readonly string[];
  headless: boolean;
}

/** Opens a Chromium with the extension loaded, connects it as an admin does (on its options page), and opens the pages.
 *  The caller closes it. */
export async function openChromium(opening: Opening): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(opening.profile, {
    executablePath: opening.executablePath,
    headless: opening.headless,
    viewport: null,
    // The playground's certificate is made at its start.
    ignoreHTTPSErrors: true,
    chromiumSandbox: process.getuid?.() !== 0,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [`--disable-extensions-except=${opening.extension}`, '--no-first-run', '--window-size=1400,900'],
  });
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    await connect(context, `chrome-extension://${new URL(worker.url()).host}`, opening);
    for (const url of opening.pages) await (await context.newPage()).goto(url);
    return context;
  } catch (error) {
    await context.close();
    throw error;
  }
}

async function connect(context: BrowserContext, origin: string, { companionUrl, token }: Opening): Promise<void> {
  const options = context.pages()[0] ?? (await context.newPage());
  await options.goto(`${origin}/options.html`);
  await options.getByLabel('Companion URL').fill(companionUrl);
  await options.getByLabel('Access token', { exact: true }).fill(token);
  await options.getByRole('button', { name: 'Save' }).click();
  await options.getByText('Saved').first().waitFor();
}
