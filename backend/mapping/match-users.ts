import type { MatchKind } from '../../contract/mapping.ts';
import { matchKinds } from '../../contract/mapping.ts';
import { caseKey } from '../scim/case-key.ts';
import { addressKey, partsOf } from './keys.ts';
import { OktaUsers } from './okta-users.ts';
import type { Rules } from './rules.ts';
import { nameShared } from './shared-candidates.ts';
import { Unmatched } from './similar.ts';
import { best, type Candidate, type Conflict, confidenceBy, type Match, type OktaUser, rankOf, type SpekitUser } from './subjects.ts';

export type UserMatch = Match<SpekitUser, OktaUser>;

/** So many proposals are made of one person at most; of a name that more people have, none are. */
const mostAlike = 5;
/** After so many users the caller may let others have their turn. */
const stretch = 1000;

/** Matches every user of Spekit's own with Okta's. The same users give the same result, in whatever order they are given. */
export function matchUsers(spekit: readonly SpekitUser[], okta: readonly OktaUser[], rules: Rules): UserMatch[] {
  const matching = matchingUsers(spekit, okta, rules);
  for (;;) {
    const step = matching.next();
    if (step.done) return step.value;
  }
}

/** The same, in stretches between which the caller may do something else. */
export function* matchingUsers(spekit: readonly SpekitUser[], okta: readonly OktaUser[], rules: Rules): Generator<void, UserMatch[]> {
  const users = new OktaUsers();
  for (const [index, user] of okta.entries()) {
    users.add(user);
    if (index % stretch === stretch - 1) yield;
  }
  const matches: UserMatch[] = [];
  const unmatched = new Unmatched();
  for (const [index, user] of spekit.entries()) {
    const candidates = ordered(exact(user, users, rules));
    if (candidates.length === 0) unmatched.add(user);
    matches.push({ spekit: user, candidates, conflicts: none });
    if (index % stretch === stretch - 1) yield;
  }
  yield* propose(matches, okta, unmatched);
  for (const match of matches) match.conflicts = conflictsOf(match.spekit, match.candidates);
  nameShared(matches, ({ userName }) => userName);
  return sorted(matches);
}

/** Nearly everybody is found for the same reasons: each combination is kept once. */
type Reasons = Map<OktaUser, readonly MatchKind[]>;

const combinations = new Map<string, readonly MatchKind[]>();
/** Most have no conflicts: that is held once. */
const none: readonly Conflict[] = [];

function add(found: Reasons, kind: MatchKind, who: readonly OktaUser[]): void {
  for (const one of who) {
    const before = found.get(one) ?? [];
    if (before.includes(kind)) continue;
    const key = `${before.join()},${kind}`;
    const by = combinations.get(key) ?? matchKinds.filter((other) => other === kind || before.includes(other));
    combinations.set(key, by);
    found.set(one, by);
  }
}

function exact(user: SpekitUser, users: OktaUsers, rules: Rules): Reasons {
  const found: Reasons = new Map();
  const email = addressKey(user.email) ?? addressKey(user.userName);
  if (email !== null) add(found, 'email', users.withAddress(email));
  add(found, 'user-name', users.withUserName(user.userName));
  add(found, 'salesforce-id', users.withSalesforceId(user.salesforceId));
  if (user.federationId !== null) add(found, 'federation-id', users.withIdentifier(user.federationId));
  if (rules.aliases.size + rules.domains.size === 0) return found;
  for (const address of addressesOf(user)) {
    const alias = rules.aliases.get(address);
    if (alias !== undefined) add(found, 'alias-rule', users.withAddress(alias));
    const { local, domain } = partsOf(address);
    for (const other of rules.domains.get(domain) ?? []) add(found, 'domain-rule', users.withAddress(`${local}@${other}`));
  }
  return found;
}

/** Whoever has the same local part elsewhere, or the same name or nearly so: proposed, where they are few. */
function* propose(matches: readonly UserMatch[], okta: readonly OktaUser[], unmatched: Unmatched): Generator<void> {
  if (unmatched.size === 0) return;
  for (const [index, user] of okta.entries()) {
    unmatched.compare(user);
    if (index % stretch === stretch - 1) yield;
  }
  const few = (who: readonly OktaUser[]): readonly OktaUser[] => (who.length > mostAlike ? [] : who);
  for (const match of matches) {
    if (match.candidates.length > 0) continue;
    const { mail, name, near } = unmatched.alike(match.spekit);
    const found: Reasons = new Map();
    add(found, 'similar-mail', few(mail));
    add(found, 'similar-name', few(name.length > 0 ? name : near));
    match.candidates = ordered(found);
  }
}

function ordered(found: Reasons): Candidate<OktaUser>[] {
  if (found.size === 0) return [];
  const candidates = [...found].map(([okta, by]) => ({ okta, by, confidence: confidenceBy(by[0] ?? 'similar-name') }));
  if (candidates.length === 1) return candidates;
  const place = ({ okta, by, confidence }: Candidate<OktaUser>): string =>
    `${rankOf(confidence)} ${by.map((kind) => matchKinds.indexOf(kind)).join('')} ${caseKey(okta.userName)} ${okta.userName}`;
  return candidates.sort((a, b) => compare(place(a), place(b))).slice(0, mostAlike);
}

function conflictsOf(user: SpekitUser, candidates: readonly Candidate<OktaUser>[]): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  const top = best(candidates);
  const [first] = top;
  if (first === undefined) return none;
  if (top.length > 1) conflicts.push({ kind: 'several-candidates', blocks: true, others: top.map(({ okta }) => okta.userName) });
  const { okta, by } = first;
  if (user.active && !okta.active) conflicts.push({ kind: 'inactive-in-okta', blocks: true, others: [okta.userName] });
  if (!user.active && okta.active) conflicts.push({ kind: 'inactive-in-spekit', blocks: true, others: [okta.userName] });
  if (by[0] === 'email' || by[0] === 'user-name') {
    const written = new Set([okta.userName, ...okta.addresses].map((text) => text.trim()));
    const other = [user.email, user.userName]
      .filter((text) => text !== null)
      .find((text) => !written.has(text.trim()) && hasOtherCase(text, written));
    if (other !== undefined) conflicts.push({ kind: 'other-case', blocks: false, others: [other] });
  }
  return conflicts.length === 0 ? none : conflicts;
}

function hasOtherCase(text: string, written: ReadonlySet<string>): boolean {
  return [...written].some((one) => caseKey(one) === caseKey(text.trim()));
}

function addressesOf({ email, userName }: SpekitUser): string[] {
  return [...new Set([addressKey(email), addressKey(userName)].filter((key) => key !== null))];
}

/** The order of people's eyes. It makes no text of its own, of which a hundred thousand comparisons would make as many. */
const { compare: compareNames } = new Intl.Collator('en', { sensitivity: 'base' });

/** By what a person sees, and then by what tells apart who is seen alike. */
function sorted(matches: UserMatch[]): UserMatch[] {
  return matches.sort(
    ({ spekit: a }, { spekit: b }) =>
      compareNames(a.name, b.name) ||
      compareNames(a.userName, b.userName) ||
      compare(a.userName, b.userName) ||
      compare(a.email ?? '', b.email ?? '') ||
      compare(a.source, b.source) ||
      compare(a.id, b.id),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
