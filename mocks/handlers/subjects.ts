import type { SubjectAnswer, SubjectFacts, SubjectQuery } from '../../contract/subjects.ts';
import { foldName } from '../../ownership/reserved.ts';
import type { CompanionState } from './companion.ts';

/** As the companion decides: the most exact field that is given. */
export function answerTo(query: SubjectQuery, state: Pick<CompanionState, 'subjects' | 'changes'>): SubjectAnswer {
  const same = (a: string | null, b: string): boolean => a !== null && foldName(a) === foldName(b);
  const matches = state.subjects.filter((subject) => {
    if (subject.kind !== query.kind) return false;
    if (query.id !== undefined) return subject.id === query.id;
    if (subject.kind === 'team') return query.name !== undefined && same(subject.name, query.name);
    if (query.externalId !== undefined) return subject.externalId === query.externalId;
    if (query.email !== undefined) return same(subject.email, query.email) || same(subject.userName, query.email);
    return query.name !== undefined && same(subject.displayName, query.name);
  });
  const refused = state.changes.findLast(
    ({ outcome, subject }) => outcome === 'refused' && subject.kind === query.kind && same(subject.name, query.name ?? query.email ?? ''),
  );
  const refusal =
    matches.length > 0 || refused === undefined ? null : { at: refused.at, reason: refused.reason ?? '', detail: refused.detail ?? '' };
  return { key: query.key, matches, refusal };
}

/** By which words a subject is searched for. */
export function wordsOf(subject: SubjectFacts): string[] {
  return subject.kind === 'team' ? [subject.name] : [subject.displayName, subject.userName, subject.email ?? ''];
}
