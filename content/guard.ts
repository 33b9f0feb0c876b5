import { nameless, reasons, dialog as words } from '../locales/en.json';
import { phrase } from '../locales/phrase.ts';
import type { Fields } from '../overlay/fields.ts';
import { intercept } from '../overlay/intercept.ts';
import { createNotice } from '../overlay/notice.ts';
import { type PageAct, readAct } from './act.ts';
import type { Connection } from './connection.ts';
import { explainAct } from './dialog.ts';
import { judge } from './judge.ts';
import type { Knowledge } from './knowledge.ts';
import type { Page } from './recognise.ts';
import type { Resolver } from './resolve.ts';
import type { Scan } from './scan.ts';
import type { Ask } from './send.ts';
import { explainSwitchedOff } from './switched-off.ts';

export interface GuardOptions {
  host: 'okta' | 'spekit';
  pages(): readonly Page[];
  /** Reads at once what changed on the page since it was last read. */
  settle(): void;
  scan: Scan;
  fields: Fields;
  resolver: Resolver;
  knowledge: Knowledge;
  connection: Connection;
  ask: Ask;
  /** An act is about to reach the page. */
  passed(act: PageAct): void;
  alive(): boolean;
  signal: AbortSignal;
}

/** How long an act waits for a look-up where the session knows nothing, in ms. Then it goes through. */
const patience = 500;
/** The same notice is not shown again within so many ms: a flow has several buttons for one act. */
const once = 30_000;

/** Stands between the page and the acts that have a rule: blocks, asks first, or lets through with a word.
 *  Returns what is to be called when the page or what is known of it changed: it explains the controls that are switched off. */
export function guard({
  host,
  pages,
  settle,
  scan,
  fields,
  resolver,
  knowledge,
  connection,
  ask,
  passed,
  alive,
  signal,
}: GuardOptions): () => void {
  const notice = createNotice(signal);
  const told = new Map<string, number>();
  const ruling = (act: PageAct) =>
    connection.start ? judge(act, connection.start.account, knowledge, host, scan.subjects.values()) : null;
  const mayPass = (act: PageAct) => {
    const verdict = ruling(act)?.decision.verdict;
    return verdict === 'allow' || verdict === 'inform';
  };

  intercept<PageAct>(
    {
      alive,
      read(target, event) {
        if (!connection.start) return null;
        settle();
        return readAct(target, event, pages(), resolver, fields);
      },
      holds: (act) => connection.start !== null && !mayPass(act),
      async ask(act) {
        if (!ruling(act))
          await knowledge.now(
            act.subjects.flatMap(({ queries }) => queries),
            patience,
          );
        const decided = ruling(act);
        if (!decided || mayPass(act)) return true;
        return explainAct(act, decided, { host, connection, ask, signal });
      },
      passed(act) {
        connection.hurry();
        passed(act);
        const decided = ruling(act);
        const said = decided?.decision.verdict === 'inform' ? phrase({ reasons, nameless }, decided.decision, decided.facts) : null;
        const key = `${act.declared.action} ${decided?.decision.reason} ${decided?.facts.name}`;
        if (!said || (told.get(key) ?? 0) > Date.now()) return;
        told.set(key, Date.now() + once);
        notice.show({ title: said.title, text: said.instead, dismiss: words.dismiss });
      },
      stale: () => notice.show({ title: words.stale, text: '', dismiss: words.dismiss }),
    },
    signal,
  );
  return explainSwitchedOff(
    (control) => (connection.start ? readAct(control, new Event('click'), pages(), resolver, fields) : null),
    ruling,
    (act, decided) => void explainAct(act, decided, { host, connection, ask, signal }).catch(() => undefined),
    signal,
  );
}
