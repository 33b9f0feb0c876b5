import type { SessionStart } from '../messages/map.ts';
import type { Ask } from './send.ts';

/** How often a visible page asks for news, in ms: soon after an act or a change, and otherwise. */
const soon = 2_000;
const else_ = 15_000;
const hurry = 60_000;

/** The companion as this session sees it. */
export interface Connection {
  /** Null until the worker has answered, and while the companion cannot be reached: then nothing is marked and nothing guarded. */
  readonly start: (SessionStart & { account: NonNullable<SessionStart['account']> }) | null;
  /** When the companion last said, in whatever answer, that what is known here is all there is to know. Ms since 1970;
   *  null where it has not yet. */
  readonly sureAt: number | null;
  /** The page's own copy of what it just told the worker. */
  learn(facts: Partial<SessionStart>): void;
  heard(ok: boolean, seq: number): void;
  /** An act went through or something changed: ask more often for a minute. */
  hurry(): void;
}

/** Begins the session, and asks for freshness as long as the page is visible. `changed` is called when there is something new to look up,
 *  `turned` when the companion was lost or came back. */
export function connect(host: 'okta' | 'spekit', ask: Ask, on: { changed(): void; turned(): void }, signal: AbortSignal): Connection {
  let start: SessionStart | null = null;
  let reached = false;
  let sureAt: number | null = null;
  let hurryUntil = 0;
  let timer = 0;
  let asking = false;

  const turn = (now: boolean) => {
    if (now === reached) return;
    reached = now;
    on.turned();
  };
  const poll = async () => {
    clearTimeout(timer);
    if (signal.aborted || document.hidden || asking) return;
    asking = true;
    if (start?.account && reached) {
      const news = await ask('freshness.ask', { after: start.seq });
      start = { ...start, account: news?.account ?? start.account, seq: news?.reach === 'ok' ? news.seq : start.seq };
      if (news?.reach === 'ok' && news.changed) {
        hurryUntil = Date.now() + hurry;
        on.changed();
      } else if (news?.reach === 'ok') {
        sureAt = Date.now();
        // What is decided in the mapping, and what is matched meanwhile, is no change of the log.
        if (start.account?.connection === 'staging') on.changed();
      }
      turn(news?.reach === 'ok');
    } else {
      start = (await ask('session.start', { host })) ?? start;
      // The first look-up has the mapping matched, the second tells of it.
      if (start?.account?.connection === 'staging') hurryUntil = Date.now() + soon;
      turn(start?.reach === 'ok' && start.account !== null);
    }
    asking = false;
    clearTimeout(timer);
    if (!signal.aborted) timer = window.setTimeout(poll, Date.now() < hurryUntil ? soon : else_);
  };
  document.addEventListener('visibilitychange', poll, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  void poll();

  return {
    get start() {
      return reached && start?.account ? { ...start, account: start.account } : null;
    },
    get sureAt() {
      return sureAt;
    },
    learn(facts) {
      if (start) start = { ...start, ...facts };
    },
    heard(ok, seq) {
      turn(ok && start?.account != null);
      if (ok && seq === start?.seq) sureAt = Date.now();
      // An answer newer than the rest means that the rest may be out of date.
      if (!start || !ok || seq === start.seq) return;
      start.seq = seq;
      on.changed();
    },
    hurry() {
      hurryUntil = Date.now() + hurry;
      void ask('freshness.hurry', {});
      clearTimeout(timer);
      timer = window.setTimeout(poll, soon);
    },
  };
}
