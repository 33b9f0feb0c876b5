import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { StatusAnswer } from '../../../../contract/api.ts';
import type { TeamFacts, UserFacts } from '../../../../contract/subjects.ts';
import { ask, askIfChanged, Refused } from './ask.ts';

export interface Live {
  /** The first lists are there. */
  ready: boolean;
  users: readonly UserFacts[];
  teams: readonly TeamFacts[];
  status: StatusAnswer | null;
  /** What the last refresh failed with, in words; null when it went well. */
  trouble: string | null;
  /** Grows with each refresh that changed something. */
  version: number;
}

const refreshEvery = 2_000;
const pageSize = 1_000;

const live = createStore<Live>(() => ({ ready: false, users: [], teams: [], status: null, trouble: null, version: 0 }));

export function useLive<T>(pick: (live: Live) => T): T {
  return useStore(live, pick);
}

let etag: string | null = null;
let running: Promise<void> = Promise.resolve();

/** Reads the lists again where the account has changed. Refreshes run one after the other; a failure is kept as `trouble`. */
export function refresh(): Promise<void> {
  running = running.then(readAll).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    live.setState({ trouble: error.message });
  });
  return running;
}

/** Refreshes now, every two seconds while the page is visible, and when it comes into view again. Returns what ends that. */
export function keepFresh(): () => void {
  const look = (): void => {
    if (document.visibilityState === 'visible') void refresh();
  };
  look();
  const timer = setInterval(look, refreshEvery);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

async function readAll(): Promise<void> {
  const before = live.getState();
  const answer = await askIfChanged<StatusAnswer>('/status', etag);
  if (answer !== null) {
    if (!before.ready || before.status?.seq !== answer.body.seq) {
      const [users, teams] = await Promise.all([everyPage<UserFacts>('users'), everyPage<TeamFacts>('teams')]);
      live.setState({
        ready: true,
        users: keepSame(before.users, users),
        teams: keepSame(before.teams, teams),
        version: before.version + 1,
      });
    }
    etag = answer.etag;
    live.setState({ status: answer.body });
  }
  live.setState({ trouble: null });
}

async function everyPage<T>(kind: 'users' | 'teams'): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const page = await ask<Record<string, unknown>>('GET', `/${kind}?offset=${all.length}&limit=${pageSize}`);
    const rows = page[kind] as T[];
    all.push(...rows);
    if (rows.length === 0 || all.length >= Number(page['total'])) return all;
  }
}

/** Gives an unchanged row as the very object it was, so that its table row need not be rendered again. */
function keepSame<T extends { id: string }>(old: readonly T[], fresh: readonly T[]): T[] {
  const known = new Map(old.map((one) => [one.id, one]));
  return fresh.map((one) => {
    const same = known.get(one.id);
    return same !== undefined && JSON.stringify(same) === JSON.stringify(one) ? same : one;
  });
}
