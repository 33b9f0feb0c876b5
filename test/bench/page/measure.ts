import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { type HostPage, hostPage, origin } from './host-page.ts';

/** What a step cost: main-thread times in ms, the longest task in ms (0: none above 50), the shift of the layout, and what is there afterwards. */
export interface Cost {
  task: number;
  script: number;
  layout: number;
  style: number;
  longest: number;
  shift: number;
  /** MB of JavaScript heap, nodes and listeners, after rubbish was collected. */
  heap: number;
  nodes: number;
  listeners: number;
  /** Frames a second, where the step runs for a while. */
  frames: number;
}

export interface Costs {
  load: Cost;
  /** Null where there was none. */
  storm: Cost | null;
}

const perSecond = 200;

/** Loads the page, then storms it for so many seconds, where that is not 0. `marked`: marks are waited for. */
export async function measurePage(context: BrowserContext, host: HostPage, marked: boolean, seconds: number): Promise<Costs> {
  const { page, session } = await openPage(context, host);
  const before = await counters(page, session);
  await page.goto(`${origin}/app/settings`);
  await settled(page, session, marked);
  const loaded = await counters(page, session);
  const load = less(loaded, before);
  if (seconds === 0) {
    await page.close();
    return { load, storm: null };
  }
  // The browser may have shown something of its own meanwhile: a page behind it gets a frame a second.
  await page.bringToFront();
  await page.evaluate('seen.tasks.length = seen.shifts.length = 0');
  const frames = Number(await page.evaluate(`storm(${perSecond}, ${seconds})`));
  await settled(page, session, marked);
  const stormed = await counters(page, session);
  await page.close();
  return { load, storm: { ...less(stormed, loaded), frames } };
}

export async function openPage(context: BrowserContext, host: HostPage): Promise<{ page: Page; session: CDPSession }> {
  await context.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: hostPage(host) }));
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  return { page, session };
}

/** Where marks are expected they are there, and the main thread has nothing more to do than to count their age. */
export async function settled(page: Page, session: CDPSession, marked: boolean): Promise<void> {
  // A locator looks through the whole page in every frame, which would be counted as ours.
  if (marked) await page.evaluate(marksStand);
  for (let last = await taskTime(session); ; ) {
    await page.evaluate('new Promise((done) => setTimeout(() => requestIdleCallback(done), 300))');
    const now = await taskTime(session);
    if (now - last < 10) return;
    last = now;
  }
}

const marksStand = `new Promise((done) => {
  const timer = setInterval(() => {
    if (document.querySelector('[data-sourcemark="badge"]') === null) return;
    clearInterval(timer);
    done();
  }, 100);
})`;

const taskTime = async (session: CDPSession): Promise<number> => (await metricsOf(session))('TaskDuration') * 1_000;

async function counters(page: Page, session: CDPSession): Promise<Cost> {
  const { tasks, shifts } = (await page.evaluate('globalThis.seen = typeof seen === "undefined" ? { tasks: [], shifts: [] } : seen')) as {
    tasks: number[];
    shifts: number[];
  };
  const before = await metricsOf(session);
  await session.send('HeapProfiler.collectGarbage');
  const after = await metricsOf(session);
  return {
    task: 1_000 * before('TaskDuration'),
    script: 1_000 * before('ScriptDuration'),
    layout: 1_000 * before('LayoutDuration'),
    style: 1_000 * before('RecalcStyleDuration'),
    longest: Math.max(0, ...tasks),
    shift: shifts.reduce((sum, value) => sum + value, 0),
    heap: after('JSHeapUsedSize') / 1e6,
    nodes: after('Nodes'),
    listeners: after('JSEventListeners'),
    frames: 0,
  };
}

async function metricsOf(session: CDPSession): Promise<(name: string) => number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (name) => metrics.find((one) => one.name === name)?.value ?? 0;
}

/** The times of a step; what is there is told as it is after it. */
function less(after: Cost, before: Cost): Cost {
  const { task, script, layout, style } = before;
  return { ...after, task: after.task - task, script: after.script - script, layout: after.layout - layout, style: after.style - style };
}
