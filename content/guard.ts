import { foretell } from '../locales/foretell.ts';
import { sentences } from '../locales/joined.ts';
import { phrase } from '../locales/phrase.ts';
import { t } from '../locales/words.ts';
import { intercept } from '../overlay/intercept.ts';
import type { createNotice } from '../overlay/notice.ts';
import { type PageAct, type Reading, readAct } from './act.ts';
import type { AppSettings } from './app-settings.ts';
import type { Connection } from './connection.ts';
import { explainAct } from './dialog.ts';
import { judge } from './judge.ts';
import type { Knowledge } from './knowledge.ts';
import { createPreviews } from './previews.ts';
import type { Scan } from './scan.ts';
import type { Ask } from './send.ts';
import { explainSwitchedOff } from './switched-off.ts';

export interface GuardOptions {
  host: 'okta' | 'spekit';
  /** What the page's acts are read with, as it is now. */
  reading(): Reading;
  /** Reads at once what changed on the page since it was last read. */
  settle(): void;
  scan: Scan;
  settings: AppSettings;
  knowledge: Knowledge;
  notice: ReturnType<typeof createNotice>;
  /** An act went through. */
  went(act: PageAct): void;
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
 *  Returns what is to be called when the page or what is known of it changed (it explains the controls that are switched off), and what an
 *  act that the page prepares will come to. */
export function guard(options: GuardOptions): { changed: () => void; previews: ReturnType<typeof createPreviews> } {
  const { host, reading, settle, scan, settings, knowledge, notice, connection, ask, passed, went, alive, signal } = options;
  const told = new Map<string, number>();
  const ruling = (act: PageAct) =>
    connection.start ? judge(act, connection.start.account, knowledge, host, scan.subjects.values(), connection.start) : null;
  const mayPass = (act: PageAct) => {
    const verdict = ruling(act)?.decision.verdict;
    return verdict === 'allow' || verdict === 'inform';
  };
  const all = (act: PageAct) => [act, ...act.also];
  const read = (control: Element) => (connection.start ? readAct(control, new Event('click'), reading()) : null);
  const askOf = async (act: PageAct) => {
    if (!ruling(act))
      await knowledge.now(
        act.subjects.flatMap(({ queries }) => queries),
        patience,
      );
    const decided = ruling(act);
    if (!decided || mayPass(act)) return true;
    return explainAct(act, decided, { host, connection, ask, signal });
  };
  const tell = (act: PageAct) => {
    if (connection.start?.hides?.includes('notices')) return;
    const decided = ruling(act);
    const said = decided?.decision.verdict === 'inform' ? phrase(decided.decision, decided.facts, Date.now()) : null;
    const key = `${act.declared.action} ${decided?.decision.reason} ${decided?.facts.name}`;
    if (!decided || !said || (told.get(key) ?? 0) > Date.now()) return;
    told.set(key, Date.now() + once);
    const lines = foretell(decided.decision, decided.facts, Date.now())?.lines ?? [];
    // A variant is told with its reason: it is not what the guide says.
    const why = said.why === phrase(decided.decision, { ...decided.facts, settings: {} }, Date.now())?.why ? [] : [said.why];
    notice.show({ title: said.title, text: sentences(...lines, ...why, said.instead), dismiss: t('dialog.dismiss') });
  };

  intercept<PageAct>(
    {
      alive,
      read(target, event) {
        if (!connection.start) return null;
        settle();
        return readAct(target, event, reading());
      },
      holds: (act) => connection.start !== null && !all(act).every(mayPass),
      async ask(act) {
        for (const one of all(act)) if (!(await askOf(one))) return false;
        return true;
      },
      passed(act) {
        connection.hurry();
        passed(act);
        for (const one of all(act)) tell(one);
        if (act.declared.turned) settings.saved();
        went(act);
      },
      stale: () => notice.show({ title: t('dialog.stale'), text: '', dismiss: t('dialog.dismiss') }),
    },
    signal,
  );
  const changed = explainSwitchedOff(
    read,
    ruling,
    (act, decided) => void explainAct(act, decided, { host, connection, ask, signal }).catch(() => undefined),
    signal,
  );
  return { changed, previews: createPreviews(() => reading().pages, read, ruling, knowledge, notice) };
}
