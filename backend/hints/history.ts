import { type HistoryAnswer, historyReach } from '../../contract/history.ts';
import type { OperationAnswer, OperationInput } from '../../contract/operations.ts';
import { caseKey } from '../scim/case-key.ts';
import type { Reads } from '../store/access.ts';
import { account } from '../store/reads/accounts.ts';
import { activitySince, firstSince, historyRows, type Stretch } from '../store/reads/history.ts';
import { change, iso } from './facts.ts';

const hour = 60 * 60 * 1000;
const hours = 24;

/** A part of the log, newest first. Of a long log so many rows are looked through at once that nobody else waits for it. */
export async function history(reads: Reads, id: string, query: OperationInput<'history'>['query']): Promise<HistoryAnswer> {
  const { seq } = await account(reads, id);
  const { before, limit, q, from, to, ...exact } = query;
  const [since, until] = [from, to].map((instant) => (instant === undefined ? undefined : Date.parse(instant)));
  const oldest = since === undefined ? 1 : await firstSince(reads, id, seq, since);
  const newest = until === undefined ? seq : (await firstSince(reads, id, seq, until + 1)) - 1;
  const last = Math.min(newest, (before ?? seq + 1) - 1);
  const first = Math.max(oldest, last - historyReach + 1);
  const part = q === undefined || q === '' ? undefined : caseKey(q);
  const rows = await historyRows(reads, id, { first, last, limit }, { ...exact, part, from: since, to: until });
  const reached = rows.length === limit ? (rows.at(-1)?.seq ?? first) : first;
  return { changes: rows.map(change), next: reached > oldest ? reached : null, seq };
}

/** How long Spekit took over what was passed on to it. */
function delayOf(stretch: Stretch | undefined): { changes: number; mean: number; longest: number } | null {
  const changes = Number(stretch?.relayed ?? 0);
  if (stretch === undefined || changes === 0) return null;
  return { changes, mean: Math.round(Number(stretch.delays) / changes), longest: Number(stretch.longest) };
}

/** What Okta has sent, by the hour. `now` in ms since 1970: the last hour ends with the one that it lies in. */
export async function activity(reads: Reads, id: string, now: number): Promise<OperationAnswer<'activity'>> {
  const { seq } = await account(reads, id);
  const since = (Math.floor(now / hour) - hours + 1) * hour;
  const first = await firstSince(reads, id, seq, since);
  const counted = new Map((await activitySince(reads, id, first, since, hour)).map((row) => [Number(row.nth), row]));
  return {
    hours: Array.from({ length: hours }, (_, nth) => ({
      from: iso(since + nth * hour),
      changes: Number(counted.get(nth)?.all_of ?? 0),
      refused: Number(counted.get(nth)?.refused ?? 0),
      delay: delayOf(counted.get(nth)),
    })),
    seq,
  };
}
