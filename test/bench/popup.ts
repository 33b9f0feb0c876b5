import type { BrowserContext } from '@playwright/test';
import { extensionOrigin, openOwnPage } from '../e2e/parts/browser.ts';
import { Companion } from '../e2e/parts/companion.ts';
import { conditions } from './document/machine.ts';
import { table } from './document/markdown.ts';
import { launchMarked } from './marks.ts';
import { median } from './medians.ts';
import type { Options } from './options.ts';
import { createPeople } from './people.ts';
import type { Report } from './report.ts';

/** Times in ms, from the moment in which the page was asked for. */
interface Opened {
  first: number;
  told: number;
}

/** How long it takes until the popup shows what is stored: the companion is gone meanwhile, so that nothing else can be shown. */
export async function benchPopup({ quick }: Options): Promise<Report> {
  const companion = await Companion.make();
  try {
    await companion.start();
    await createPeople(companion, 1_000);
    const context = await launchMarked(companion);
    const known = await openOwnPage(context, 'popup');
    await known.getByText('1,000', { exact: true }).waitFor();
    await known.close();
    await companion.stop();
    const runs: Opened[] = [];
    for (let run = 0; run < (quick ? 3 : 21); run++) runs.push(await open(context));
    await context.close();
    const [, ...warm] = runs;
    const row = (name: string, what: keyof Opened): string[] => [
      name,
      (runs[0]?.[what] ?? 0).toFixed(0),
      median(warm.map((one) => one[what])).toFixed(0),
      Math.max(...warm.map((one) => one[what])).toFixed(0),
    ];
    const text = [
      '## Popup',
      conditions(new Date()),
      `Milliseconds from asking for the popup until it is painted, of ${runs.length} times; the companion does not answer meanwhile, so all that is told comes from what is stored.`,
      table(
        ['', 'the first time', 'middle of the others', 'longest of the others'],
        [row('something is painted', 'first'), row('how the sync stands is painted', 'told')],
      ),
    ];
    return { text: text.join('\n\n'), files: {} };
  } finally {
    await companion.remove();
  }
}

async function open(context: BrowserContext): Promise<Opened> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 600 });
  // What React has put there is painted with the next frame.
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector('.connection')) return;
      seen.disconnect();
      requestAnimationFrame(() => setTimeout(() => Reflect.set(globalThis, 'toldAt', performance.now())));
    });
    seen.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${await extensionOrigin(context)}/popup.html`);
  await page.waitForFunction(
    () => Reflect.get(globalThis, 'toldAt') !== undefined && performance.getEntriesByName('first-contentful-paint').length > 0,
  );
  const opened = await page.evaluate(() => ({
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    told: Reflect.get(globalThis, 'toldAt') as number,
  }));
  await page.close();
  return opened;
}
