import { linkTo } from '../hosts/links.ts';
import { linkTarget } from '../locales/explain.ts';
import type { OpenDialog } from '../messages/dialog.ts';
import { dialogs } from '../overlay/box.ts';
import type { PageAct } from './act.ts';
import { bring } from './bring.ts';
import type { Connection } from './connection.ts';
import type { Ruling } from './judge.ts';
import type { Ask } from './send.ts';

/** How long it may take to tell what Okta's pages have taught since this session began, in ms. After that the link leads where it did. */
const placesPatience = 300;

/** Explains a held act in the dialog; true when it may go on. Where the dialog's bundle does not come it goes on too: nothing hangs on us. */
export async function explainAct(
  act: PageAct,
  { decision, facts, subject }: Ruling,
  { host, connection, ask, signal }: { host: 'okta' | 'spekit'; connection: Connection; ask: Ask; signal: AbortSignal },
): Promise<boolean> {
  const [places, open] = await Promise.all([
    within(placesPatience, ask('session.start', { host })),
    bring<OpenDialog>(Symbol.for('sourcemark.dialog'), () => ask('dialog.inject', {})),
  ]);
  const { start } = connection;
  if (!open || !start || signal.aborted) return true;
  const target = linkTarget(decision.remedy);
  const href = target && linkTo(target, subject, facts.name, { ...start, ...places, here: location });
  const answer = await open({
    action: act.declared.action,
    decision,
    // How the app is set may have been seen in another tab since.
    facts: {
      ...facts,
      ...(places?.settings && { settings: places.settings }),
      ...(connection.sureAt !== null && { asOf: connection.sureAt }),
    },
    link: target && href ? { href, target } : null,
    within: act.control.closest(dialogs),
    signal,
  });
  return answer === 'continue' && decision.verdict !== 'block';
}

/** What was answered, or null after `patience` ms. */
function within<T>(patience: number, answer: Promise<T>): Promise<T | null> {
  return Promise.race([answer, new Promise<null>((resolve) => setTimeout(resolve, patience, null))]);
}
