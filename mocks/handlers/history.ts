import type { z } from 'zod';
import type { Change } from '../../contract/changes.ts';
import type { HistoryAnswer, historyQuery } from '../../contract/history.ts';
import { foldName } from '../../ownership/reserved.ts';

/** As the companion answers: newest first, what is not chosen left out. */
export function historyOf(asked: z.output<typeof historyQuery>, changes: readonly Change[], seq: number): HistoryAnswer {
  const { before = Number.POSITIVE_INFINITY, limit, subject, kind, source, outcome, event, q, from, to } = asked;
  const isChosen = (change: Change): boolean =>
    change.seq < before &&
    (subject === undefined || change.subject.id === subject) &&
    (kind === undefined || change.subject.kind === kind) &&
    (source === undefined || change.source === source) &&
    (outcome === undefined || change.outcome === outcome) &&
    (event === undefined || change.event === event) &&
    (q === undefined || foldName(change.subject.name).includes(foldName(q))) &&
    (from === undefined || change.at >= from) &&
    (to === undefined || change.at <= to);
  const found = changes.filter(isChosen).toReversed();
  const given = found.slice(0, limit);
  return { changes: given, next: found.length > limit ? (given.at(-1)?.seq ?? null) : null, seq };
}
