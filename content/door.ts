import type { PageDeclaration } from '../contract/page-declaration.ts';
import type { Packaged } from '../locales/source.packaged.ts';
import type { glanceAt } from '../overlay/glance.ts';
import type { spotFirst } from '../overlay/sign.ts';
import type { watch } from '../overlay/watch.ts';
import type { Page, recognise } from './recognise.ts';
import type { Ask } from './send.ts';

export interface SessionOptions {
  host: 'okta' | 'spekit';
  /** What is declared of the host app's pages: built in, or newer. */
  pages(): readonly PageDeclaration[];
  /** Resolves once the worker has said whether there are newer ones, to whether `pages` has become others. */
  newer: Promise<boolean>;
  ask: Ask;
  /** Whether the extension is still there. When it is not, the session takes itself away. */
  alive(): boolean;
  signal: AbortSignal;
  /** What the content script has brought into the tab already: the session's bundle does not carry it again. */
  brought: { watch: typeof watch; recognise: typeof recognise; glanceAt: typeof glanceAt; spotFirst: typeof spotFirst };
  /** What was recognised, whosever app it is; null where the page has changed since. The session takes it out. */
  found: Page[] | null;
  /** The words of marks, in the browser's language: to ask the browser for its first would have the page wait for all that it has.
   *  Null where others were chosen. */
  words: Packaged | null;
}

/** Under this symbol the session's bundle, brought by the worker when a page is recognised, offers itself in the tab's isolated world. */
export const sessionDoor = Symbol.for('sourcemark.session');

export type StartSession = (options: SessionOptions) => void;
