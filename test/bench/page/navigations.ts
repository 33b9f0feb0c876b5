import type { BrowserContext, CDPSession } from '@playwright/test';
import { openPage, settled } from './measure.ts';

/** What a page holds, after rubbish was collected. */
export interface Held {
  nodes: number;
  listeners: number;
  heap: number;
}

const rows = 100;

/** Navigates to and fro as a single-page app does, between a page that is marked and one that is not, and tells what was held after the first
 *  few visits and what after all of them: what grows was left behind. */
export async function navigate(context: BrowserContext, times: number): Promise<{ first: Held; last: Held }> {
  const { page, session } = await openPage(context, { rows, spans: false, other: false });
  await page.goto('https://app.spekit.co/app/settings');
  await settled(page, session, true);
  const visit = async (from: number, to: number) => {
    for (let time = from; time < to; time++) {
      await page.evaluate(`visit(${time}, ${rows})`);
      // Each page is there for so long that it is marked, or its marks are gone.
      if (time % 2 === 0) await page.locator('[data-sourcemark="badge"]').first().waitFor({ state: 'attached' });
      else await page.locator('[data-sourcemark="badge"]').first().waitFor({ state: 'detached' });
    }
    await settled(page, session, false);
    return held(session);
  };
  // An even number, so that both ends are pages without marks.
  const first = await visit(0, 10);
  const last = await visit(10, 10 + times);
  await page.close();
  return { first, last };
}

async function held(session: CDPSession): Promise<Held> {
  // What an observer held is let go a collection later.
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { nodes, listeners: jsEventListeners, heap: usedSize / 1e6 };
}
