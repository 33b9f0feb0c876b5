import type { Reads } from '../access.ts';
import type { ChangeRow, Ms } from '../rows.ts';
import { join, type Sql, sql } from '../sql.ts';

/** What of the log is asked for; what is absent may be anything. */
export interface HistoryFilter {
  subject?: string | undefined;
  kind?: string | undefined;
  source?: string | undefined;
  outcome?: string | undefined;
  event?: string | undefined;
  /** A part of the subject's name, as `case_key` makes it. */
  part?: string | undefined;
  /** Both inclusive. */
  from?: Ms | undefined;
  to?: Ms | undefined;
}

/** The rows from `first` to `last`, newest first. */
export async function historyRows(
  reads: Reads,
  account: string,
  { first, last, limit }: { first: number; last: number; limit: number },
  { subject, kind, source, outcome, event, part, from, to }: HistoryFilter,
): Promise<ChangeRow[]> {
  const conditions: Sql[] = [sql`account = ${account} and seq >= ${first} and seq <= ${last}`];
  if (subject !== undefined) conditions.push(sql`subject_id = ${subject}`);
  if (kind !== undefined) conditions.push(sql`subject_kind = ${kind}`);
  if (source !== undefined) conditions.push(sql`source = ${source}`);
  if (outcome !== undefined) conditions.push(sql`outcome = ${outcome}`);
  if (event !== undefined) conditions.push(sql`event = ${event}`);
  if (part !== undefined) conditions.push(sql`instr(case_key(subject_name), ${part}) > 0`);
  if (from !== undefined) conditions.push(sql`at >= ${from}`);
  if (to !== undefined) conditions.push(sql`at <= ${to}`);
  return reads.all<ChangeRow>(sql`select * from changes where ${join(conditions, ' and ')} order by seq desc limit ${limit}`);
}

/** The number of the first row of that time or later, or one more than the newest. The log has no key by time; its rows are in its order, so
 *  some twenty looks find the place among a million. */
export async function firstSince(reads: Reads, account: string, newest: number, since: Ms): Promise<number> {
  let low = 1;
  let high = newest + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = await reads.get<{ at: Ms }>(sql`select at from changes where account = ${account} and seq = ${middle}`);
    if (row !== undefined && row.at < since) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What came in a stretch of time, and of what was passed on to Spekit how many rows, their ms together and the longest; null: none was. */
export interface Stretch {
  nth: number;
  all_of: number;
  refused: number;
  relayed: number;
  delays: number | null;
  longest: number | null;
}

/** How many changes of Okta's there were in each stretch of `stretch` ms after `since`, from the row `first` on; stretches with none are left out. */
export async function activitySince(reads: Reads, account: string, first: number, since: Ms, stretch: Ms): Promise<Stretch[]> {
  return reads.all<Stretch>(sql`
    select cast((at - ${since}) / ${stretch} as integer) as nth, count(*) as all_of,
      sum(case when outcome = 'refused' then 1 else 0 end) as refused,
      count(relayed_ms) as relayed, sum(relayed_ms) as delays, max(relayed_ms) as longest
    from changes where account = ${account} and seq >= ${first} and source = 'okta' and at >= ${since} group by 1 order by 1`);
}
