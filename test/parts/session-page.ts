import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { build } from 'esbuild';
import type { TeamFacts, UserFacts } from '../../contract/subjects.ts';
import { aTeam, aUser } from '../../mocks/handlers/facts.ts';
import type { PlayedCompanion, Told } from './played.ts';
import { speaking } from './spoken.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const okta = 'https://acme-admin.okta.com';
export const spekit = 'https://app.spekit.co';
/** Synced so many seconds ago when the page opens. */
export const synced = (seconds: number) => ({
  lastSyncedAt: new Date(Date.now() - seconds * 1000).toISOString(),
  lastChangedAt: null,
  refusal: null,
});
export const team = (name: string, owner: 'idp' | 'spekit' = 'idp', more: Partial<TeamFacts> = {}): TeamFacts =>
  aTeam({ id: `id-${owner}-${name}`, name, owner, ...(owner === 'idp' && { sync: synced(3) }), ...more });
export const user = (email: string, owner: 'idp' | 'spekit' = 'idp', more: Partial<UserFacts> = {}): UserFacts =>
  aUser({
    id: `id-${email}`,
    email,
    userName: email,
    displayName: email.split('@')[0] ?? '',
    owner,
    ...(owner === 'idp' && { sync: synced(3) }),
    ...more,
  });

/** Opens a page of the test's own making at a host's address, with the real session running in it from the document's start, in the
 *  browser's language. */
export async function openHostPage(
  page: Page,
  address: string,
  body: string | { html: string; script: string },
  companion: Partial<PlayedCompanion> = {},
  language = 'en',
): Promise<void> {
  const played: PlayedCompanion = {
    reach: 'ok',
    seq: 7,
    oktaAppInstanceId: null,
    refused: [],
    hangs: false,
    takes: 0,
    changes: [],
    why: null,
    followed: false,
    account: { type: 'production', connection: 'connected' },
    ...companion,
    // Told anew for each page: a test may begin long after its file was read.
    facts: (companion.facts ?? []).map((facts) => (facts.owner === 'idp' ? ({ ...facts, sync: synced(3) } as typeof facts) : facts)),
  };
  const { html, script } = typeof body === 'string' ? { html: body, script: '' } : body;
  await page.route(`${new URL(address).origin}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><head><title>Host</title></head><body>${html}<script type="module">${script}</script></body></html>`,
    }),
  );
  await page.addInitScript({
    content: `${speaking(language)};globalThis.played = ${JSON.stringify(played)};${await sessionBundle(new URL(address).host.includes('spekit') ? 'spekit' : 'okta')}`,
  });
  await page.goto(address);
}

/** Changes the played companion. */
export async function change(page: Page, facts: Partial<PlayedCompanion>): Promise<void> {
  await page.evaluate((next) => Object.assign(Reflect.get(globalThis, 'played'), next), facts);
}

/** The same, heard of at once, as when the admin comes back to the tab: else a page asks every quarter of a minute. */
export async function news(page: Page, facts: Partial<PlayedCompanion>): Promise<void> {
  await change(page, facts);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

export async function told(page: Page): Promise<Told> {
  return page.evaluate(() => Reflect.get(globalThis, 'told') as Told);
}

/** Ends the session as the extension's update or removal does. */
export async function endSession(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.get(globalThis, 'endSession')());
}

export const badges = (at: Page | Locator): Locator => at.locator('[data-sourcemark="badge"]');
export const strips = (at: Page | Locator): Locator => at.locator('[data-sourcemark="strip"]');
/** Our card over the page: the facts behind a mark, or the list behind the strip. */
export const card = (page: Page): Locator => page.locator('[data-sourcemark="panel"]');
export const notice = (page: Page): Locator => page.locator('[data-sourcemark="notice"]');
/** The dialog that the test plays: only its buttons count here, the real one has tests of its own. */
export const ourDialog = (page: Page): Locator => page.locator('[data-sourcemark="dialog"]');

const bundles = new Map<string, Promise<string>>();

function sessionBundle(host: 'okta' | 'spekit'): Promise<string> {
  const known = bundles.get(host);
  if (known) return known;
  const built = bundle(`
    import { startSession } from './content/session.ts';
    import { recognise } from './content/recognise.ts';
    import { spotFirst } from './overlay/sign.ts';
    import { glanceAt } from './overlay/glance.ts';
    import { watch } from './overlay/watch.ts';
    import { ${host}Pages as pages } from './hosts/${host}/index.ts';
    import { cardOf } from './content/card/open.ts';
    import { listOf } from './content/card/list.ts';
    import { createAnswer } from './content/why/answer.ts';
    import { playedAsk, playedDialog } from './test/parts/played.ts';
    const end = new AbortController();
    globalThis.endSession = () => end.abort();
    globalThis[Symbol.for('sourcemark.dialog')] = playedDialog;
    globalThis[Symbol.for('sourcemark.why')] = createAnswer;
    globalThis[Symbol.for('sourcemark.card')] = { card: cardOf, list: listOf };
    const brought = { watch, recognise, glanceAt, spotFirst };
    const session = { host: '${host}', pages: () => pages, newer: Promise.resolve(false), ask: playedAsk, alive: () => true, signal: end.signal };
    startSession({ ...session, brought, found: null, words: globalThis.given ?? null });`);
  bundles.set(host, built);
  return built;
}

/** A module of ours, or a page's own program, as one classic script. */
export async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'tsx' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'esnext',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"', 'import.meta.env.FIREFOX': 'false' },
  });
  return outputFiles[0]?.text ?? '';
}
