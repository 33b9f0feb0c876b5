import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, expect, type Page, test, type Worker } from '@playwright/test';
import { build } from 'wxt';
import type { browser } from 'wxt/browser';
import type { MessageMap, MessageName } from '../messages/map.ts';
import { aStatus } from '../mocks/handlers/facts.ts';
import { findChromium } from '../scripts/chromium.mjs';
import { nothingSet } from '../stores/settings-schema.ts';

// The worker alone, built and in a real Chromium, beside a page of Spekit's host that has a content script's world.

declare const chrome: typeof browser;

const status = aStatus();
const token = 'secret-token';
/** `200`, `304` or `401`, as the companion answered. */
const answered: number[] = [];
let extension: string;
let context: BrowserContext;
let contentWorld: { session: CDPSession; contextId: number };
let ownPage: Page;

const companion = createServer((request, response) => {
  const { authorization, 'if-none-match': known } = request.headers;
  const code = authorization !== `Bearer ${token}` ? 401 : known === '"7"' ? 304 : 200;
  if (!request.url?.endsWith('/status')) {
    // An older companion, which knows no other question.
    response.writeHead(404).end();
    return;
  }
  answered.push(code);
  response.writeHead(code, { etag: '"7"' }).end(code === 200 ? JSON.stringify(status) : undefined);
});

// One browser for all: what a test leaves behind is what the next one's worker wakes up to.
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  // A build and a browser: on a busy machine they take their time.
  test.setTimeout(180_000);
  extension = await mkdtemp(join(tmpdir(), 'sourcemark-worker-'));
  await build({
    outDir: extension,
    outDirTemplate: '.',
    browser: 'chrome',
    filterEntrypoints: ['background', 'dialog', 'popup', 'session'],
  });
  await new Promise<void>((resolve) => companion.listen(0, '127.0.0.1', resolve));
  context = await chromium.launchPersistentContext('', {
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-background-networking', `--disable-extensions-except=${extension}`],
  });
  const worker = await serviceWorker();
  await expect.poll(() => worker.evaluate(() => chrome.alarms.getAll())).toHaveLength(1);
  ownPage = await context.newPage();
  await ownPage.goto(worker.url().replace(/[^/]*$/, 'manifest.json'));
  contentWorld = await openContentWorld(worker);
});

test.afterAll(async () => {
  await context.close();
  companion.close();
  await rm(extension, { recursive: true, force: true });
});

async function serviceWorker(): Promise<Worker> {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
}

/** A page of Spekit's host, and the isolated world that our content scripts have in it. */
async function openContentWorld(worker: Worker): Promise<typeof contentWorld> {
  await context.route('https://app.spekit.co/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Teams</title>' }));
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const found = Promise.withResolvers<number>();
  session.on('Runtime.executionContextCreated', ({ context: { id, auxData, origin } }) => {
    if (auxData?.['type'] === 'isolated' && origin.startsWith('chrome-extension:')) found.resolve(id);
  });
  await session.send('Runtime.enable');
  await page.goto('https://app.spekit.co/app/settings/teams');
  await worker.evaluate(async () => {
    for (const { id = 0 } of await chrome.tabs.query({ url: 'https://app.spekit.co/*' }))
      await chrome.scripting.executeScript({ target: { tabId: id }, func: () => undefined });
  });
  return { session, contextId: await found.promise };
}

/** Evaluates in the content script's world. Rejects as the promise there does. */
async function inContent(expression: string): Promise<unknown> {
  const { session, contextId } = contentWorld;
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId,
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** What the worker answers to a content script, `{ res }` or `{ err }`. */
function fromContent<Name extends MessageName>(type: Name, data: Parameters<MessageMap[Name]>[0]): Promise<unknown> {
  return inContent(`chrome.runtime.sendMessage(${JSON.stringify({ id: 1, timestamp: 1, type, data })})`);
}

function fromOwnPage<Name extends MessageName>(type: Name, data: Parameters<MessageMap[Name]>[0]): Promise<unknown> {
  return ownPage.evaluate((message) => chrome.runtime.sendMessage(message), { id: 1, timestamp: 1, type, data });
}

/** Ends the worker as the browser does when it has been idle, and waits until it has ended. */
async function killWorker(): Promise<void> {
  const session = await context.newCDPSession(ownPage);
  const gone = Promise.withResolvers<void>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) gone.resolve();
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await gone.promise;
  await session.detach();
}

test('settings that are saved are asked about at once, and the toolbar tells refusals', async () => {
  const companionUrl = `http://127.0.0.1:${(companion.address() as AddressInfo).port}`;
  await ownPage.evaluate((data) => chrome.storage.local.set({ settings: { v: 2, data } }), { ...nothingSet, companionUrl, token });
  await expect.poll(() => ownPage.evaluate(() => chrome.action.getBadgeText({}))).toBe(String(status.refusals));
  expect(answered).toEqual([200]);
});

test('a content script begins a session, and can neither read the token nor ask what is for our own pages', async () => {
  const started = await fromContent('session.start', { host: 'spekit' });
  expect(started).toMatchObject({ res: { reach: 'ok', seq: status.seq } });
  expect(JSON.stringify(started)).not.toContain(token);
  await expect(inContent('chrome.storage.local.get()')).rejects.toThrow(/not allowed/);
  await expect(inContent('chrome.storage.managed.get()')).rejects.toThrow(/not allowed/);

  const test = { companionUrl: 'http://127.0.0.1:1', token: 'x' };
  expect(await fromContent('connection.test', test)).toMatchObject({ err: { message: expect.stringContaining('Refused') } });
  expect(await fromOwnPage('connection.test', test)).toMatchObject({ res: { reach: 'unreachable', status: null, httpStatus: null } });
});

test('killed between any two actions, the worker goes on from what is stored', async () => {
  const report = { page: 'spekit.manage-teams', managed: { idp: 2, spekit: 1, unknown: 0 }, missing: [] };
  const acts = [
    () => fromContent('session.start', { host: 'spekit' }),
    () => fromContent('page.report', report),
    () => fromContent('freshness.hurry', {}),
    () => fromContent('freshness.ask', { after: status.seq }),
  ];
  for (const act of acts) {
    await killWorker();
    expect(await act()).not.toHaveProperty('err');
  }
  expect(await fromContent('session.start', { host: 'spekit' })).toMatchObject({ res: { reach: 'ok', seq: status.seq } });
  // The tag has outlived the worker: the status itself was sent once.
  expect(answered.filter((code) => code === 200)).toHaveLength(1);
  const stored = await ownPage.evaluate(async () => ({ ...(await chrome.storage.local.get()), ...(await chrome.storage.session.get()) }));
  const { pages, knowledge } = stored as { pages: { data: object }; knowledge: { data: { hurryUntil: number } } };
  expect(Object.values(pages.data)).toEqual([expect.objectContaining(report)]);
  expect(knowledge.data.hurryUntil).toBeGreaterThan(0);
  expect(await ownPage.evaluate(() => chrome.alarms.getAll())).toHaveLength(1);
});

test('many asks that wake the worker at once are all answered, by one request', async () => {
  await killWorker();
  const before = answered.length;
  await ownPage.evaluate(() =>
    chrome.storage.local.get('knowledge').then(({ knowledge }) => {
      const { v, data } = knowledge as { v: number; data: object };
      return chrome.storage.local.set({ knowledge: { v, data: { ...data, askedAt: 0 } } });
    }),
  );
  const answers = await Promise.all(Array.from({ length: 10 }, () => fromContent('freshness.ask', { after: 0 })));
  for (const answer of answers) expect(answer).toMatchObject({ res: { reach: 'ok', changed: true } });
  expect(answered.length - before).toBe(1);
});

test('the session’s bundle comes with the words of marks, so that no page waits for all that the browser has', async () => {
  const { res } = (await fromContent('session.inject', {})) as { res: Record<string, string> };
  expect(await inContent('Symbol.for("sourcemark.session") in globalThis')).toBe(true);
  expect(res).toMatchObject({ language: 'en', marks_idp: 'Managed by Okta', ago_second: '{count} s' });
  // What dialogs say is most of the words, and not among them.
  expect(JSON.stringify(res).length).toBeLessThan(10_000);
  const data = { ...nothingSet, language: 'de' };
  await ownPage.evaluate((settings) => chrome.storage.local.set({ settings: { v: 2, data: settings } }), data);
  expect(await fromContent('session.inject', {})).toMatchObject({ res: null });
  expect(await inContent('globalThis[Symbol.for("sourcemark.words")].marks_idp')).toBe('Von Okta verwaltet');
});

test('the dialog bundle comes into the content script’s world', async () => {
  const door = 'Symbol.for("sourcemark.dialog") in globalThis';
  expect(await inContent(door)).toBe(false);
  await killWorker();
  expect(await fromContent('dialog.inject', {})).not.toHaveProperty('err');
  expect(await inContent(door)).toBe(true);
});
