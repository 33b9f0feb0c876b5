import type { ExplainFacts, LinkTarget } from '../locales/explain.ts';
import type { Action } from '../ownership/actions.ts';
import type { Decision } from '../ownership/decide.ts';

/** What the dialog has to say: codes and facts. Its words are found in `locales/` by the bundle itself. */
export interface DialogRequest {
  action: Action;
  decision: Decision;
  /** What the words speak of. */
  facts: ExplainFacts;
  /** Where the act belongs, where that is known. */
  link: { href: string; target: LinkTarget } | null;
  /** The host app's own dialog that traps focus, if the act happened in one: ours must lie inside it. */
  within: Element | null;
  /** Ends the dialog as *Go back* when aborted (page left, extension updated). */
  signal: AbortSignal;
}

export type DialogAnswer = 'continue' | 'back';

/** Under this symbol the dialog bundle, injected on first use into the tab's isolated world, offers itself to the content script. */
export const dialogDoor = Symbol.for('sourcemark.dialog');

export type OpenDialog = (request: DialogRequest) => Promise<DialogAnswer>;
