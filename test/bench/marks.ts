import { type BrowserContext, type CDPSession, chromium } from '@playwright/test';
import { findChromium } from '../../scripts/chromium.mjs';
import { connect, launchWithExtension } from '../e2e/parts/browser.ts';
import { Companion } from '../e2e/parts/companion.ts';
import { chromiumArgs } from '../parts/chromium-args.ts';
import { conditions } from './document/machine.ts';
import { table } from './document/markdown.ts';
import { median } from './medians.ts';
import type { Options } from './options.ts';
import { settled } from './page/measure.ts';
import { createPeople, emailOf } from './people.ts';
import type { Report } from './report.ts';

const rows = 1_000;
const address = 'https://app.spekit.co/app/settings/teams-users/manage-users';

/** Main-thread milliseconds of one step of a run. */
interface Cost {
  task: number;
  script: number;
}
type Step = 'load with 1,000 rows' | '1,000 rows more';

/** What marking a list costs the host page's main thread: the same page, with the built extension and without it. */
export async function benchMarks({ quick }: Options): Promise<Report> {
  const companion = await Companion.make();
  try {
    await companion.start();
    await createPeople(companion, 2 * rows);
    const marked: Record<Step, Cost>[] = [];
    const plain: Record<Step, Cost>[] = [];
    for (let run = 0; run < (quick ? 1 : 5); run++) {
      plain.push(await measured(() => launchPlain(), false));
      marked.push(await measured(() => launchMarked(companion), true));
    }
    const text = [
      '## Marks',
      conditions(new Date()),
      'What a list costs the main thread of the host page, in milliseconds: the same page with the built extension, and without it.',
      table(
        ['', 'without', 'with Sourcemark', 'ratio', 'script without', 'script with'],
        [compare('load with 1,000 rows', marked, plain), compare('1,000 rows more', marked, plain)],
      ),
    ];
    return { text: text.join('\n\n'), files: {} };
  } finally {
    await companion.remove();
  }
}

export async function launchMarked(companion: Companion): Promise<BrowserContext> {
  // The port of a playground that is not there: every page here is answered by the route below.
  const context = await launchWithExtension(9);
  await connect(context, companion.url, companion.adminToken);
  return context;
}

export function launchPlain(): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium was found. Run `npm test`, which installs one.');
  return chromium.launchPersistentContext('', { executablePath, viewport: { width: 1360, height: 860 }, args: [...chromiumArgs] });
}

async function measured(launch: () => Promise<BrowserContext>, isMarked: boolean): Promise<Record<Step, Cost>> {
  const context = await launch();
  try {
    await context.route('https://app.spekit.co/**', (route) => route.fulfill({ contentType: 'text/html', body: list() }));
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const before = await metrics(session);
    await page.goto(address);
    await settled(page, session, isMarked);
    const loaded = await metrics(session);
    // The browser may have shown something of its own meanwhile: a page behind it gets a frame a second.
    await page.bringToFront();
    await page.evaluate(`addRows(${rows}, ${rows})`);
    await page.locator('tbody tr').last().scrollIntoViewIfNeeded();
    await settled(page, session, isMarked);
    const more = await metrics(session);
    return { 'load with 1,000 rows': less(loaded, before), '1,000 rows more': less(more, loaded) };
  } finally {
    await context.close();
  }
}

async function metrics(session: CDPSession): Promise<Cost> {
  const { metrics: all } = await session.send('Performance.getMetrics');
  const seconds = (name: string): number => all.find((one) => one.name === name)?.value ?? 0;
  return { task: 1_000 * seconds('TaskDuration'), script: 1_000 * seconds('ScriptDuration') };
}

const less = (a: Cost, b: Cost): Cost => ({ task: a.task - b.task, script: a.script - b.script });

function compare(step: Step, marked: Record<Step, Cost>[], plain: Record<Step, Cost>[]): string[] {
  const of = (all: Record<Step, Cost>[], what: keyof Cost): number => median(all.map((one) => one[step][what]));
  return [
    step,
    of(plain, 'task').toFixed(0),
    of(marked, 'task').toFixed(0),
    (of(marked, 'task') / of(plain, 'task')).toFixed(2),
    of(plain, 'script').toFixed(0),
    of(marked, 'script').toFixed(0),
  ];
}

/** A page as Manage Users shows it, in plain HTML: what it costs by itself is small, so that what we cost is seen. */
function list(): string {
  const emails = JSON.stringify(Array.from({ length: 2 * rows }, (_, index) => emailOf(index)));
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Manage Users</title>
<style>body{font:14px sans-serif} table{width:100%} td{padding:8px}</style>
<main><h1>Manage Users</h1><button>Add Users</button>
<table><thead><tr><th scope="col">Name</th><th scope="col">Email</th><th scope="col">Status</th><th scope="col">Role</th><th></th></tr></thead><tbody></tbody></table></main>
<script>
const emails = ${emails};
function addRows(from, count) {
  const all = document.createDocumentFragment();
  for (let index = from; index < from + count; index++) {
    const row = document.createElement('tr');
    for (const text of ['Person ' + index, emails[index], 'Active', 'Viewer']) row.appendChild(document.createElement('td')).textContent = text;
    const button = row.appendChild(document.createElement('td')).appendChild(document.createElement('button'));
    button.textContent = 'Delete';
    all.append(row);
  }
  document.querySelector('tbody').append(all);
}
addRows(0, ${rows});
</script></html>`;
}
