import type { SubjectKind, Unheard } from '../contract/page-declaration.ts';
import type { SubjectAnswer, SubjectFacts, TeamFacts } from '../contract/subjects.ts';
import { ago, agoShort } from '../locales/ago.ts';
import { marks, wait } from '../locales/en.json';
import { fill } from '../locales/fill.ts';
import type { Wait } from '../messages/card.ts';
import type { BadgeContent } from '../overlay/badge.ts';

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
    const label = fill(marks.two, { count, idp, spekit: count - idp });
    return { owner: 'unknown', tone: 'quiet', label, short: fill(marks['short-two'], { count }), brief: String(count) };
  }
  if (unheard === 'group-assigned') return assigned(facts);
  const okta = state ? fill(marks.row.okta, { state: marks.states[state as keyof typeof marks.states] }) : null;
  if (facts?.owner === 'idp') return managed(facts, isGroup, okta, state === 'inactive', now);
  if (refusal && isGroup) {
    const label = row(okta, fill(marks['push-refused'], { detail: refusal.detail }));
    return { owner: 'unknown', tone: 'alert', label, short: marks['short-refused'], brief: '!' };
  }
  if (unheard === 'group-not-pushed') return notPushed(facts);
  if (okta && unheard) return unseen(okta, state === 'inactive', facts);
  if (!unheard || facts) return null;
  const label = joined(marks.unheard[unheard], refusal && fill(marks.refused, { detail: refusal.detail }));
  return { owner: 'unknown', tone: refusal ? 'alert' : 'quiet', label, short: marks['short-unknown'], brief: '?' };
}

/** The mark of a subject that waits: what is waited for first, then what it says otherwise. `content`: that; null: nothing. */
export function withWait(content: BadgeContent | null, waits: Wait | null, now: number): BadgeContent | null {
  if (!waits) return content;
  const { state, since } = waits;
  const said = fill(wait[state], { ago: state === 'unseen' ? ago(since, now) : agoShort(since, now) });
  const short = fill(wait.short[state], { ago: agoShort(since, now) });
  const tone = state === 'unseen' ? 'alert' : state === 'done' ? 'calm' : 'quiet';
  const brief = state === 'waiting' ? agoShort(since, now) : state === 'done' ? '✓' : '?';
  return { owner: content?.owner ?? 'unknown', tone, label: content ? `${said}. ${content.label}` : said, short, brief };
}

/** Who is listed with a group that Okta pushes, and has not arrived in its team. `content`: what the mark says otherwise. */
export function missingMark(
  [user, team]: [user: string, team: string],
  facts: SubjectFacts | null,
  content: BadgeContent | null,
): BadgeContent {
  const label = joined(fill(marks.missing, { user, team }), content?.label ?? null);
  return { owner: facts?.owner ?? 'unknown', tone: 'alert', label, short: marks['short-missing'], brief: '!' };
}

/** `okta`: what the row says of its push, where the page is Okta's list of pushes; `frozen`: that it is paused. */
function managed(facts: SubjectFacts, isGroup: boolean, okta: string | null, frozen: boolean, now: number): BadgeContent {
  const at = facts.sync.lastSyncedAt ? Date.parse(facts.sync.lastSyncedAt) : null;
  const synced = at === null ? marks.never : fill(marks.synced, { ago: ago(at, now) });
  const age = at === null ? '–' : agoShort(at, now);
  const refused = facts.sync.refusal;
  const more = refused && fill(marks.refused, { detail: refused.detail });
  const mark = { owner: 'idp', tone: refused ? 'alert' : 'calm' } as const;
  if (isGroup && facts.kind === 'team') {
    const { memberCount: count } = facts;
    return {
      ...mark,
      ...(frozen && { tone: 'quiet' }),
      label: okta ? row(okta, joined(inSpekit(count), synced, frozen && marks.row.frozen, more)) : joined(pushed(facts), synced, more),
      short: fill(marks['short-pushed'], { count, ago: age }),
      brief: `${count} · ${age}`,
    };
  }
  const off = facts.kind === 'user' && !facts.active;
  return {
    ...mark,
    label: joined(marks.idp, synced, off && marks.inactive, more),
    short: fill(off ? marks['short-inactive'] : marks['short-idp'], { ago: age }),
    brief: age,
  };
}

/** As which team, and how many of the group's members have arrived: those who are assigned to the app, says Okta Help, "Group Push". */
function pushed({ name, memberCount: count }: TeamFacts): string {
  const { none, one, many } = marks.pushed;
  return fill(count === 0 ? none : count === 1 ? one : many, { name, count });
}

function inSpekit(count: number): string {
  const { none, one, many } = marks.row;
  return fill(count === 0 ? none : count === 1 ? one : many, { count });
}

/** Okta pushes the group, and nothing of it has come. `own`: a team of Spekit's own has its name. */
function unseen(okta: string, off: boolean, own: SubjectFacts | null): BadgeContent {
  const label = row(okta, joined(marks.row[off ? 'unseen-inactive' : 'unseen'], own && marks.namesake));
  return { owner: 'unknown', tone: 'quiet', label, short: marks['short-unseen'], brief: '?' };
}

/** A group among the app's assignments: SCIM tells Spekit of its members, never of it. `facts`: the team of its name, which may be pushed. */
function assigned(facts: SubjectFacts | null): BadgeContent {
  return facts?.owner === 'idp'
    ? { owner: 'idp', tone: 'alert', label: marks.both, short: marks['short-both'], brief: '!' }
    : { owner: 'unknown', tone: 'quiet', label: marks.unheard['group-assigned'], short: marks['short-assigned'], brief: '–' };
}

/** What Okta's list says, and what has come of it. */
function row(okta: string | null, spekit: string): string {
  return okta ? `${okta} · ${spekit}` : spekit;
}

/** `own`: Spekit's own team of the group's name, which may have been pushed once. */
function notPushed(own: SubjectFacts | null): BadgeContent {
  const label =
    own?.kind === 'team' && own.releasedAt
      ? fill(marks.released, { name: own.name })
      : joined(marks.unheard['group-not-pushed'], own && marks.namesake);
  return { owner: 'unknown', tone: 'quiet', label, short: marks['short-not-pushed'], brief: '–' };
}

function joined(...parts: (string | false | null)[]): string {
  return parts.filter(Boolean).join(', ');
}
