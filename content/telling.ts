import type { CardContent } from '../messages/card.ts';
import type { BadgeContent } from '../overlay/badge.ts';
import { dialogs } from '../overlay/box.ts';
import { plain } from '../overlay/text.ts';
import type { Connection } from './connection.ts';
import { type Knowledge, pick } from './knowledge.ts';
import { withMerge } from './merging.ts';
import type { Page } from './recognise.ts';
import { rowOf, type Scan, type Subject } from './scan.ts';
import type { Waiting } from './waiting.ts';
import { markOf, missingMark, withWait } from './words.ts';

type Found = Pick<CardContent, 'answer' | 'facts'>;

interface TellingOptions {
  host: 'okta' | 'spekit';
  pages(): readonly Page[];
  scan: Scan;
  knowledge: Knowledge;
  waiting: Waiting;
  connection: Connection;
}

/** What is known of the subjects of the page, and what their marks and cards say of it. */
export interface Telling {
  factsOf(subject: Subject): Found | null;
  /** Null: there is nothing to mark. */
  contentOf(subject: Subject): BadgeContent | null;
  cardOf(subject: Subject | null): CardContent | null;
}

export function createTelling({ host, pages, scan, knowledge, waiting, connection }: TellingOptions): Telling {
  const factsOf: Telling['factsOf'] = (subject) => {
    const answer = connection.start ? knowledge.about(subject.queries) : undefined;
    if (!answer) return null;
    const several = answer.matches.length > 1;
    return { answer, facts: pick(answer, host === 'okta' ? 'idp' : null, several ? rowOf(subject, scan.subjects.values()) : null) };
  };
  const waitOf = (subject: Subject) => waiting.of(subject, pages()[0]?.declared.id);

  /** All that is known of a subject and told of it; null: nothing yet. */
  const known = (subject: Subject) => {
    const { element, text, kind, list, name, state } = subject;
    const found = factsOf(subject);
    // A list that reuses the row meanwhile makes it another subject's, until the next pass.
    if (!found || plain(element.textContent) !== text) return null;
    const inDialog = element.closest(dialogs) !== null;
    const listed = list?.membership && !inDialog;
    const { title } = scan;
    const page = title && title.kind !== kind ? { ...title, ...factsOf(title), listed: host === 'okta' && listed } : null;
    const missing = title && page && listed && misses(kind === 'user' ? [found, page] : [page, found]);
    const shows =
      list?.showsUnknown ?? (list?.membership ? null : pages().find(({ declared }) => declared.showsUnknown)?.declared.showsUnknown);
    const unheard = (!inDialog && shows) || null;
    const wait = waitOf(subject) ?? (missing ? waitOf(title) : null);
    const now = Date.now();
    // Of a group's members those are told who are missing: how many have arrived, its own mark says.
    const place = { host, kind, state, unheard };
    const usual =
      list?.membership && kind === 'user'
        ? null
        : withMerge(markOf(found.answer, found.facts, place, now), found.answer, found.facts, host);
    const mark = missing ? missingMark(kind === 'user' ? [name, page.name] : [page.name, name], found.facts, usual) : usual;
    return { ...found, unheard, wait, page, mark: withWait(mark, wait, now) };
  };

  return {
    factsOf,
    contentOf: (subject) => known(subject)?.mark ?? null,
    cardOf(subject) {
      const told = subject && known(subject);
      const { start } = connection;
      if (!subject || !told?.mark || !start) return null;
      const { answer, facts, unheard, wait, page, mark } = told;
      const { kind, name, queries } = subject;
      return { host, kind, name, label: mark.label, answer, facts, unheard, wait, page, queries, places: start };
    },
  };
}

/** Whether Spekit has not got a user in a team, which the page lists together, though Okta pushes the group. What is not answered yet, or has
 *  a namesake, is not known to be missing. */
function misses(pair: [user: Partial<Found>, team: Partial<Found>]): boolean {
  const [user, team] = pair.map(({ facts }) => facts);
  if (pair.some(({ answer, facts }) => !answer || (!facts && answer.matches.length > 0))) return false;
  if (team?.kind !== 'team' || team.owner !== 'idp' || team.sameName.idp > 0) return false;
  return !(user?.kind === 'user' && user.teams.some(({ id }) => id === team.id));
}
