import browser from 'webextension-polyfill';
import { z } from 'zod';
import type { PageDeclaration } from '../contract/page-declaration.ts';
import { isFor, packHeader, pagePackSchema } from '../contract/page-pack.ts';
import { type KeptPack, keptPack, noPack } from '../stores/page-pack.ts';
import { effectiveSettings } from '../stores/settings.ts';
import { taughtPages } from '../stores/taught-pages.ts';
import { ask, type Connection } from './companion.ts';
import { fingerprint } from './fingerprint.ts';

/** The companion is asked for its pack at most once in this time over all pages, in ms. */
const atMostEvery = 60_000;
/** A page goes on with what is built in meanwhile, in ms. */
const timeout = 3_000;

/** Whatever it is: what a pack must be is read of it afterwards, and a pack of a later form is no failure of the companion's. */
const answer = z.object({ pack: z.looseObject({}).nullable() });

let asking: Promise<KeptPack> = Promise.resolve(noPack);

/** The pages of that host app as somebody has taught them here, then as the companion's page pack declares them, where it has one for
 *  this release. Data only: all of it has passed the schema of a declaration. */
export async function servedPages(host: 'okta' | 'spekit', oktaHost?: string): Promise<PageDeclaration[]> {
  // One after another: the next finds what the one before has kept.
  asking = asking.then(
    () => newestPack(oktaHost),
    () => newestPack(oktaHost),
  );
  const [{ pack }, kept] = await Promise.all([asking, taughtPages.read()]);
  const taught = Object.values(kept).map(({ page }) => page);
  const served = (pack?.pages ?? []).filter(({ id }) => taught.every((page) => page.id !== id));
  return [...taught, ...served].filter(({ id }) => id.startsWith(`${host}.`));
}

async function newestPack(oktaHost?: string): Promise<KeptPack> {
  const connection = await effectiveSettings(oktaHost);
  const about = await fingerprint(connection);
  if (about === '') return noPack;
  const stored = await keptPack.read();
  const release = browser.runtime.getManifest().version;
  // What another release of ours made of it does not count: it may be for this one now, or no longer.
  const known = stored.about === about && stored.release === release ? stored : { ...noPack, about, release };
  const askedAt = Date.now();
  if (known.askedAt !== null && askedAt >= known.askedAt && askedAt - known.askedAt < atMostEvery) return known;
  const learned = { ...known, ...(await learn(connection, known)), askedAt };
  await keptPack.write(() => learned);
  return learned;
}

/** What is new; where the companion does not answer, what is known stays. */
async function learn(connection: Connection, { etag, release }: KeptPack): Promise<Partial<KeptPack>> {
  const answered = await ask(connection, { method: 'GET', path: '/pages', answer, etag, timeout });
  if (answered.reach !== 'ok' || answered.body === null) return {};
  return { etag: answered.etag, ...readPack(answered.body.pack, release) };
}

/** What of an answer is to be used by this release. */
function readPack(given: object | null, release: string): Pick<KeptPack, 'version' | 'pack' | 'unused'> {
  if (given === null) return { version: null, pack: null, unused: null };
  const header = packHeader.safeParse(given);
  if (!header.success) return { version: null, pack: null, unused: 'unreadable' };
  const { version } = header.data;
  if (!isFor(header.data, release)) return { version, pack: null, unused: 'other-release' };
  const pack = pagePackSchema.safeParse(given);
  return pack.success ? { version, pack: pack.data, unused: null } : { version, pack: null, unused: 'unreadable' };
}
