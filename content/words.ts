import type { SubjectKind, Unheard } from '../contract/page-declaration.ts';
import type { SubjectAnswer, SubjectFacts, TeamFacts } from '../contract/subjects.ts';
import { ago, agoShort } from '../locales/ago.ts';
import { number } from '../locales/formats.ts';
import { clauses, statements } from '../locales/joined.ts';
import { choose, type Packaged } from '../locales/source.packaged.ts';
import { language } from '../locales/spoken.ts';
import { t, type Words } from '../locales/words.ts';
import type { Wait } from '../messages/card.ts';
import type { BadgeContent } from '../overlay/badge.ts';
import { sayIn } from '../overlay/language.ts';

/** Everything of ours in the page is said to be in the language of its words, which may not be the page's. `words`: what the worker gave. */
export function sayInOurs(words: Packaged | null): void {
  if (words) choose(words);
  sayIn(language());
}

/** Where a mark is to stand. */
export interface Place {
  host: 'okta' | 'spekit';
  kind: SubjectKind;
  /** What it comes to here that the companion has never heard of a subject; null where that is not worth a word. */
  unheard: Unheard | null;
  /** What the page calls the state of the group's push; null where it says none. */
  state?: string | null | undefined;
}

/** What the mark of a subject says, or null where there is nothing to mark: nothing is known yet, or it is Spekit's own (marks point out
 *  what Okta owns). On Spekit's pages a team is told by who manages it; on Okta's, where everything is Okta's, by what Spekit has of it. */
export function markOf(answer: SubjectAnswer, facts: SubjectFacts | null, place: Place, now: number): BadgeContent | null {
  const { host, kind, unheard, state } = place;
  const { matches, refusal } = answer;
  const isGroup = host === 'okta' && kind === 'team';
  const count = matches.length;
  const idp = matches.filter(({ owner }) => owner === 'idp').length;
  // Of two teams that Okta pushed under one name nobody can say whose members are meant.
  if (count > 1 && (!facts || (isGroup && idp > 1))) {
    const label = t('marks.two', { count, idp, spekit: count - idp });
    return { owner: 'unknown', tone: 'quiet', label, short: t('marks.short-two', { count }), brief: number(count) };
  }
  if (unheard === 'group-assigned') return assigned(facts);
  const okta = state ? t('marks.row.okta', { state: t(`marks.states.${state as keyof Words['marks']['states']}`) }) : null;
  if (facts?.owner === 'idp') return managed(facts, isGroup, okta, state === 'inactive', now);
  if (refusal && isGroup) {
    const label = row(okta, t('marks.push-refused', { detail: refusal.detail }));
    return { owner: 'unknown', tone: 'alert', label, short: t('marks.short-refused'), brief: '!' };
  }
  if (unheard === 'group-not-pushed') return notPushed(facts);
  if (okta && unheard) return unseen(okta, state === 'inactive', facts);
  if (!unheard || facts) return null;
  const label = clauses(t(`marks.unheard.${unheard}`), refusal && t('marks.refused', { detail: refusal.detail }));
  return { owner: 'unknown', tone: refusal ? 'alert' : 'quiet', label, short: t('marks.short-unknown'), brief: '?' };
}

/** The mark of a subject that waits: what is waited for first, then what it says otherwise. `content`: that; null: nothing. */
export function withWait(content: BadgeContent | null, waits: Wait | null, now: number): BadgeContent | null {
  if (!waits) return content;
  const { state, since } = waits;
  const said = t(`wait.${state}`, { ago: state === 'unseen' ? ago(since, now) : agoShort(since, now) });
  const short = t(`wait.short.${state}`, { ago: agoShort(since, now) });
  const tone = state === 'unseen' ? 'alert' : state === 'done' ? 'calm' : 'quiet';
  const brief = state === 'waiting' ? agoShort(since, now) : state === 'done' ? '✓' : '?';
  return { owner: content?.owner ?? 'unknown', tone, label: statements(said, content?.label), short, brief };
}

/** Who is listed with a group that Okta pushes, and has not arrived in its team. `content`: what the mark says otherwise. */
export function missingMark(
  [user, team]: [user: string, team: string],
  facts: SubjectFacts | null,
  content: BadgeContent | null,
): BadgeContent {
  const label = clauses(t('marks.missing', { user, team }), content?.label);
  return { owner: facts?.owner ?? 'unknown', tone: 'alert', label, short: t('marks.short-missing'), brief: '!' };
}

/** `okta`: what the row says of its push, where the page is Okta's list of pushes; `frozen`: that it is paused. */
function managed(facts: SubjectFacts, isGroup: boolean, okta: string | null, frozen: boolean, now: number): BadgeContent {
  const at = facts.sync.lastSyncedAt ? Date.parse(facts.sync.lastSyncedAt) : null;
  const synced = at === null ? t('marks.never') : t('marks.synced', { ago: ago(at, now) });
  const age = at === null ? '–' : agoShort(at, now);
  const refused = facts.sync.refusal;
  const more = refused && t('marks.refused', { detail: refused.detail });
  const mark = { owner: 'idp', tone: refused ? 'alert' : 'calm' } as const;
  if (isGroup && facts.kind === 'team') {
    const { memberCount: count } = facts;
    return {
      ...mark,
      ...(frozen && { tone: 'quiet' }),
      label: okta
        ? row(okta, clauses(t('marks.row.members', { count }), synced, frozen && t('marks.row.frozen'), more))
        : clauses(pushed(facts), synced, more),
      short: t('marks.short-pushed', { count, ago: age }),
      brief: t('marks.brief-pushed', { count, ago: age }),
    };
  }
  const off = facts.kind === 'user' && !facts.active;
  return {
    ...mark,
    label: clauses(t('marks.idp'), synced, off && t('marks.inactive'), more),
    short: t(`marks.short-${off ? 'inactive' : 'idp'}`, { ago: age }),
    brief: age,
  };
}

/** As which team, and how many of the group's members have arrived: those who are assigned to the app, says Okta Help, "Group Push". */
function pushed({ name, memberCount: count }: TeamFacts): string {
  return t('marks.pushed', { name, count });
}

/** Okta pushes the group, and nothing of it has come. `own`: a team of Spekit's own has its name. */
function unseen(okta: string, off: boolean, own: SubjectFacts | null): BadgeContent {
  const label = row(okta, clauses(t(`marks.row.unseen${off ? '-inactive' : ''}`), own && t('marks.namesake')));
  return { owner: 'unknown', tone: 'quiet', label, short: t('marks.short-unseen'), brief: '?' };
}

/** A group among the app's assignments: SCIM tells Spekit of its members, never of it. `facts`: the team of its name, which may be pushed. */
function assigned(facts: SubjectFacts | null): BadgeContent {
  return facts?.owner === 'idp'
    ? { owner: 'idp', tone: 'alert', label: t('marks.both'), short: t('marks.short-both'), brief: '!' }
    : { owner: 'unknown', tone: 'quiet', label: t('marks.unheard.group-assigned'), short: t('marks.short-assigned'), brief: '–' };
}

/** What Okta's list says, and what has come of it. */
function row(okta: string | null, spekit: string): string {
  return okta ? `${okta} · ${spekit}` : spekit;
}

/** `own`: Spekit's own team of the group's name, which may have been pushed once. */
function notPushed(own: SubjectFacts | null): BadgeContent {
  const label =
    own?.kind === 'team' && own.releasedAt
      ? t('marks.released', { name: own.name })
      : clauses(t('marks.unheard.group-not-pushed'), own && t('marks.namesake'));
  return { owner: 'unknown', tone: 'quiet', label, short: t('marks.short-not-pushed'), brief: '–' };
}
