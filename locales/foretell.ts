import type { Decision } from '../ownership/decide.ts';
import { ago } from './ago.ts';
import en from './en.json' with { type: 'json' };
import { fill } from './fill.ts';
import type { ExplainFacts } from './phrase.ts';

/** What the companion knows of a subject, as far as what is expected of an act depends on it. */
export type Known =
  | { kind: 'team'; memberCount: number; sameName: { idp: number; spekit: number } }
  | { kind: 'user'; active: boolean; teams: readonly { name: string; owner: 'idp' | 'spekit' | 'unknown' }[] };

/** What is expected of an act: short lines, at most three, under a title that says how old their facts are. */
export interface Foretold {
  title: string;
  lines: string[];
}

/** So many teams are named; of the others the number is told. */
const most = 3;
const { expected } = en;

/** What an act in Okta is expected to come to in Spekit, or null where nothing is foretold. An expectation, never a promise: what the
 *  companion does not know, and what Okta may or may not send, is said to be not known, and why. */
export function foretell({ reason }: Decision, { known, asOf }: ExplainFacts, now: number): Foretold | null {
  const title = asOf === undefined ? expected['as-of-unknown'] : fill(expected['as-of'], { ago: ago(asOf, now) });
  switch (reason) {
    case 'group-unlink-team-stays':
      return { title, lines: ofTeam(known, expected.team.unlinked) };
    case 'group-delete-team-stays':
      return { title, lines: ofTeam(known, expected.team.gone) };
    case 'unassign-deactivates':
    case 'deactivate-deactivates':
      return { title, lines: ofUser(known) };
    default:
      return null;
  }
}

/** Guide: "Teams can only be removed via the Spekit app." So the team and its members stay. `owner` says whose it is then: a DELETE of the
 *  group makes it Spekit's own; *Leave the group in the target app* sends nothing, and of a deleted group Okta's pages promise nothing. */
function ofTeam(known: Known | undefined, owner: string): string[] {
  if (known?.kind !== 'team') return [expected.team.unknown, owner];
  const { memberCount: count, sameName } = known;
  const { none, one, many, two } = expected.members;
  const members =
    sameName.idp > 0 ? fill(two, { count: sameName.idp + 1 }) : count === 0 ? none : count === 1 ? one : fill(many, { count });
  const { twin, twins } = expected.team;
  return [members, owner, ...(sameName.spekit > 0 ? [sameName.spekit === 1 ? twin : fill(twins, { count: sameName.spekit })] : [])];
}

/** Okta, "Group Push": members are pushed who are in the group and assigned to the app. So an unassigned person leaves a pushed team with
 *  the group's next push, whenever something makes Okta push it; teams of Spekit's own are none of Okta's business. */
function ofUser(known: Known | undefined): string[] {
  const { off, already, unknown, leaves, keeps } = expected.user;
  if (known?.kind !== 'user') return [off, unknown];
  const pushed = known.teams.filter(({ owner }) => owner === 'idp');
  const own = known.teams.filter(({ owner }) => owner !== 'idp');
  return [
    known.active ? off : already,
    pushed.length === 0 ? leaves.none : fill(pushed.length === 1 ? leaves.one : leaves.many, { teams: listed(pushed) }),
    ...(own.length > 0 ? [fill(keeps, { teams: listed(own) })] : []),
  ];
}

/** "Sales, Support and 2 more": British, for the comma before "and" could be one of a name. */
function listed(teams: readonly { name: string }[]): string {
  const names = teams.map(({ name }) => name);
  const rest = names.length - most;
  const shown = rest > 0 ? [...names.slice(0, most), fill(expected.more, { count: rest })] : names;
  return new Intl.ListFormat('en-GB').format(shown);
}
