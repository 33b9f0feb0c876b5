import browser from 'webextension-polyfill';
import type { PageDeclaration } from '../contract/page-declaration.ts';
import { isFor, packAnswer, packOf } from '../contract/page-pack.ts';
import type { Reach } from '../contract/reach.ts';
import type { Asker } from '../messages/sender.ts';
import { keptPack } from '../stores/page-pack.ts';
import { effectiveSettings } from '../stores/settings.ts';
import { taughtPages } from '../stores/taught-pages.ts';
import { ask } from './companion.ts';

/** Keeps a page that somebody has taught. A page of one host app speaks of that app alone. Throws where it does not. */
export async function teach(page: PageDeclaration, asker: Asker): Promise<void> {
  if (asker.from === 'content' && !page.id.startsWith(`${asker.app}.`)) throw new Error(`"${page.id}" is no page of ${asker.app}.`);
  await taughtPages.write((old) => ({ ...old, [page.id]: { page, at: Date.now() } }));
}

export async function forgetTaught(id: string): Promise<void> {
  await taughtPages.write(({ [id]: _gone, ...others }) => others);
}

/** Gives what was taught here to the companion, for everybody who asks it: into the pack that it has for this release, or a new one.
 *  Once it is there, what is kept on this computer is forgotten. */
export async function shareTaught(): Promise<{ reach: Reach }> {
  const [connection, taught] = await Promise.all([effectiveSettings(), taughtPages.read()]);
  const now = await ask(connection, { method: 'GET', path: '/pages', answer: packAnswer });
  if (now.reach !== 'ok') return { reach: now.reach };
  const { version: release } = browser.runtime.getManifest();
  const before = now.body?.pack && isFor(now.body.pack, release) ? now.body.pack : null;
  const pages = Object.values(taught).map(({ page }) => page);
  const others = (before?.pages ?? []).filter(({ id }) => pages.every((page) => page.id !== id));
  const body = { ...packOf([...pages, ...others], release, Date.now()), ...(before && { extension: before.extension }) };
  const set = await ask(connection, { method: 'PUT', path: '/pages', body, answer: packAnswer });
  if (set.reach !== 'ok') return { reach: set.reach };
  // Asked for anew by the next page.
  await keptPack.write((old) => ({ ...old, askedAt: null }));
  await taughtPages.write((newest) => Object.fromEntries(Object.entries(newest).filter(([id, one]) => taught[id]?.at !== one.at)));
  return { reach: 'ok' };
}
