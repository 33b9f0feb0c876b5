import browser, { type Manifest } from 'webextension-polyfill';
import type { Packaged } from '../locales/source.packaged.ts';

/** Brings the dialog bundle into the isolated world of that frame, where it offers itself under `dialogDoor` (`messages/dialog.ts`).
 *  Brought again, it only puts itself in the place of the elder one, which may be an earlier release's. */
export async function injectDialog({ tabId, frameId }: { tabId: number; frameId: number }): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/dialog.js'] });
}

/** Brings what tells the facts behind a mark, as the dialog is brought: when the first is pointed at. */
export async function injectCard({ tabId, frameId }: { tabId: number; frameId: number }): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/card.js'] });
}

/** Brings what tells why somebody is not in a team, when a card first has to say it. */
export async function injectWhy({ tabId, frameId }: { tabId: number; frameId: number }): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/why.js'] });
}

/** Brings what marks and guards a page into that frame, once its content script has recognised the page (`content/door.ts`). */
export async function injectSession({ tabId, frameId }: { tabId: number; frameId: number }): Promise<void> {
  await showOurs(tabId, frameId);
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/session.js'] });
}

/** In Firefox, what is ours in a page is seen by this style sheet alone, which goes with the extension when it is switched off or removed:
 *  its scripts end there without a word, and nothing of ours could take itself out of the page. A dialog stays, for the page is inert as long as it is open: Esc closes it. */
async function showOurs(tabId: number, frameId: number): Promise<void> {
  if (!import.meta.env.FIREFOX) return;
  const css = `[data-sourcemark][data-posed]{visibility:visible!important}
@media not print{[data-sourcemark="notice"],[data-sourcemark="panel"]{display:block!important}}`;
  await browser.scripting.insertCSS({ target: { tabId, frameIds: [frameId] }, css, origin: 'USER' });
}

/** Brings what leads somebody to teach the page into the top frame of that tab. */
export async function injectTeaching(tabId: number): Promise<void> {
  await showOurs(tabId, 0);
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['/teach.js'] });
}

/** Gives the words of the chosen language to what of ours runs in that frame (null: the browser's own), before it is brought. Bundles that
 *  are there already speak another, and are brought anew. */
export async function injectWords({ tabId, frameId }: { tabId: number; frameId: number }, words: Packaged | null): Promise<void> {
  const doors = ['card', 'why', 'dialog'].map((name) => `sourcemark.${name}`);
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, func: giveWords, args: [words, doors] });
}

/** Runs in the page's isolated world, by itself: it may use nothing from outside. */
function giveWords(words: Packaged | null, doors: readonly string[]): void {
  const chosen = Symbol.for('sourcemark.words');
  if (words === null) Reflect.deleteProperty(globalThis, chosen);
  else Reflect.set(globalThis, chosen, words);
  for (const door of doors) Reflect.deleteProperty(globalThis, Symbol.for(door));
}

/** Lets pages that were open before the extension was installed or updated, or its settings changed, work without a reload.
 *
 *  Nothing is asked or set in the page: a content script that begins tells its elder by WXT's `ContentScriptContext`, and that one ends
 *  with its signal. So a page that has a living script gets a new session, and never two. */
export async function injectContentScripts(): Promise<void> {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  await Promise.all(scripts.map(injectOne));
}

async function injectOne(script: Manifest.ContentScript): Promise<void> {
  const { matches, js: files = [] } = script;
  if (files.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  // A tab may close meanwhile, or show the browser's own error page: no reason to leave the others out.
  await Promise.allSettled(
    tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.scripting.executeScript({ target: { tabId: id }, files })])),
  );
}
