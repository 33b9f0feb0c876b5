import type { MappingRules } from '../../contract/mapping.ts';
import type { Connection } from '../../ownership/actions.ts';
import { stayingTeams } from '../store/reads/mapping.ts';
import { membersMissing } from '../store/reads/mapping-subjects.ts';
import { type ById, byId } from './by-id.ts';
import { type Decided, decideMatch, type SaidDecision } from './decide.ts';
import { loadCompared, type Read, type Said } from './load.ts';
import { matchTeams, type TeamMatch } from './match-teams.ts';
import { matchingUsers, type UserMatch } from './match-users.ts';
import { noRules, rulesOf } from './rules.ts';
import type { Conflict, Match, OktaTeam, OktaUser } from './subjects.ts';

/** Everybody and everything of Spekit's own with what of Okta's it may be. */
export interface Matched {
  users: UserMatch[];
  teams: TeamMatch[];
  oktaUsers: ById<OktaUser>;
  oktaTeams: ById<OktaTeam>;
  rules: MappingRules;
}

interface MappedOne<Spekit, Okta> {
  match: Match<Spekit, Okta>;
  decided: Decided<Okta>;
  conflicts: readonly Conflict[];
}
export type MappedUser = MappedOne<UserMatch['spekit'], OktaUser>;
export interface MappedTeam extends MappedOne<TeamMatch['spekit'], OktaTeam> {
  /** Members whom Okta does not send; and members whom it sends, but not in the group. */
  outside: { okta: number; group: number };
}

/** The same with what is to become of each. */
export interface Mapped extends Omit<Matched, 'users' | 'teams'> {
  users: MappedUser[];
  teams: MappedTeam[];
  /** All that Spekit has of its own, also what is not asked about. */
  spekit: { users: number; teams: number };
}

/** Decisions by kind and id, `user 0192…`. */
export type Words = ReadonlyMap<string, SaidDecision>;

export async function matchEverything(read: Read, account: string, said: Said): Promise<Matched> {
  const { spekitUsers, oktaUsers, spekitTeams, oktaTeams } = await loadCompared(read, account);
  const rules = said.rules === null ? noRules : (JSON.parse(said.rules) as MappingRules);
  return {
    users: await inStretches(matchingUsers(spekitUsers, oktaUsers, rulesOf(rules))),
    teams: matchTeams(spekitTeams, oktaTeams),
    oktaUsers: byId(oktaUsers),
    oktaTeams: byId(oktaTeams),
    rules,
  };
}

/** Decides what follows from the matches and from what an admin said. Once connected it is about duplicates that came later: those alone that
 *  fit somebody, were not said to be two, and did not stay of a merged team for members whom Okta still does not send. */
export async function decideEverything(
  read: Read,
  account: string,
  connection: Connection,
  matched: Matched,
  words: Words,
): Promise<Mapped> {
  const { oktaUsers, oktaTeams, rules } = matched;
  const users = matched.users.map((match): MappedUser => {
    return { match, decided: decideMatch(match, saidOf(words, 'user', match.spekit), oktaUsers), conflicts: match.conflicts };
  });
  const asked = connection === 'connected' ? users.filter(isLater) : users;
  let merging: ReadonlySet<string> | null = null;
  const isMerging = (id: string): boolean => {
    merging ??= new Set(asked.filter(({ decided }) => decided.decision === 'merge').map(({ match }) => match.spekit.id));
    return merging.has(id);
  };
  const teams: MappedTeam[] = [];
  const stayed = connection === 'connected' ? await read((reads) => stayingTeams(reads, account)) : [];
  const staysFor = new Map(stayed.map(({ id, okta_id }) => [id, okta_id]));
  for (const match of matched.teams) {
    const decided = decideMatch(match, saidOf(words, 'team', match.spekit), oktaTeams);
    const team: MappedTeam = { match, decided, conflicts: match.conflicts, outside: { okta: 0, group: 0 } };
    if (connection === 'connected' && !isLater(team)) continue;
    const looked = await lookedOutside(read, account, team, isMerging);
    const stays = staysFor.get(match.spekit.id);
    if (stays === undefined || stays !== decided.okta?.id || looked.outside.okta === 0) teams.push(looked);
  }
  return { users: asked, teams, oktaUsers, oktaTeams, rules, spekit: { users: matched.users.length, teams: matched.teams.length } };
}

/** Nothing is asked for where nothing was said: of each user V8 would keep the key (see `Found`). */
function saidOf(words: Words, kind: 'user' | 'team', { id }: { id: string }): SaidDecision | undefined {
  return words.size === 0 ? undefined : words.get(`${kind} ${id}`);
}

function isLater({ match, decided }: MappedOne<unknown, unknown>): boolean {
  if (decided.by === 'admin' && decided.decision !== 'skip') return decided.decision === 'merge';
  return match.candidates.length > 0;
}

/** Whom the two teams have not in common, told as conflicts that block nothing. */
async function lookedOutside(read: Read, account: string, team: MappedTeam, isMerging: (id: string) => boolean): Promise<MappedTeam> {
  const okta = team.decided.okta ?? team.match.candidates[0]?.okta;
  if (okta === undefined || team.match.spekit.members === 0) return team;
  const missing = await read((reads) => membersMissing(reads, account, team.match.spekit.id, okta.id));
  const outside = {
    okta: missing.filter(({ id, owner }) => owner === 'spekit' && !isMerging(id)).length,
    group: missing.filter(({ owner }) => owner === 'idp').length,
  };
  const told: Conflict[] = [];
  if (outside.okta > 0) told.push({ kind: 'members-outside-okta', blocks: false, others: [String(outside.okta)] });
  if (outside.group > 0) told.push({ kind: 'members-outside-group', blocks: false, others: [String(outside.group)] });
  return { ...team, outside, conflicts: [...team.conflicts, ...told] };
}

/** Does work that comes in stretches, and lets others have their turn between them. */
export async function inStretches<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await new Promise((next) => setImmediate(next));
  }
}
