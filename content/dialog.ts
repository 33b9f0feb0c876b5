import { linkTo } from '../hosts/links.ts';
import { linkTarget } from '../locales/explain.ts';
import type { OpenDialog } from '../messages/dialog.ts';
import { dialogs } from '../overlay/box.ts';
import type { PageAct } from './act.ts';
import type { Connection } from './connection.ts';
import type { Ruling } from './judge.ts';
import type { Ask } from './send.ts';

/** How long the worker may take to bring the dialog's bundle, in ms. After that the act goes through: nothing hangs on us. */
const patience = 3_000;

/** Explains a held act in the dialog; true when it may go on. */
export async function explainAct(
  act: PageAct,
  { decision, facts, subject }: Ruling,
  connection: Connection,
  ask: Ask,
  signal: AbortSignal,
): Promise<boolean> {
  const door = Symbol.for('sourcemark.dialog');
  const doors = globalThis as unknown as Record<symbol, OpenDialog | undefined>;
  if (!doors[door]) await Promise.race([ask('dialog.inject', {}), new Promise((resolve) => setTimeout(resolve, patience))]);
  const open = doors[door];
  const { start } = connection;
  if (!open || !start || signal.aborted) return true;
  const target = linkTarget(decision.remedy);
  const href = target && linkTo(target, subject, facts.name, { ...start, here: location });
  const answer = await open({
    action: act.declared.action,
    decision,
    facts,
    link: target && href ? { href, target } : null,
    within: act.control.closest(dialogs),
    signal,
  });
  return answer === 'continue' && decision.verdict !== 'block';
}
