import type { MatchKind } from '../../contract/mapping.ts';
import { matchKinds } from '../../contract/mapping.ts';
import { caseKey } from '../scim/case-key.ts';
import { addressKey, isOneLetterOff, localKey, nameWords, partsOf } from './keys.ts';
import { OktaUsers } from './okta-users.ts';
import type { Rules } from './rules.ts';
import { nameShared } from './shared-candidates.ts';
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
  for (const [index, user] of spekit.entries()) {
    const candidates = candidatesFor(user, users, rules);
    matches.push({ spekit: user, candidates, conflicts: conflictsOf(user, candidates) });
    if (index % stretch === stretch - 1) yield;
  }
  nameShared(matches, ({ userName }) => userName);
  return matches.sort((a, b) => compare(sortKey(a.spekit), sortKey(b.spekit)));
}

function candidatesFor(user: SpekitUser, users: OktaUsers, rules: Rules): Candidate<OktaUser>[] {
  const found = new Map<OktaUser, Set<MatchKind>>();
  const add = (kind: MatchKind, who: readonly OktaUser[]): void => {
    for (const one of who) found.set(one, (found.get(one) ?? new Set()).add(kind));
  };
  const addresses = addressesOf(user);
  const email = addressKey(user.email) ?? addressKey(user.userName);
  if (email !== null) add('email', users.withAddress(email));
  add('user-name', users.withUserName(user.userName));
  add('salesforce-id', users.withSalesforceId(user.salesforceId));
  if (user.federationId !== null) add('federation-id', users.withIdentifier(user.federationId));
  for (const address of addresses) {
    const alias = rules.aliases.get(address);
    if (alias !== undefined) add('alias-rule', users.withAddress(alias));
    const { local, domain } = partsOf(address);
    for (const other of rules.domains.get(domain) ?? []) add('domain-rule', users.withAddress(`${local}@${other}`));
  }
  if (found.size === 0) propose(user, addresses, users, add);
  return ordered(found);
}

/** Whoever has the same local part elsewhere, or the same name or nearly so: proposed, where they are few. */
function propose(
  user: SpekitUser,
  addresses: readonly string[],
  users: OktaUsers,
  add: (kind: MatchKind, who: readonly OktaUser[]) => void,
): void {
  const few = (who: readonly OktaUser[]): readonly OktaUser[] => (who.length > mostAlike ? [] : who);
  for (const address of addresses) {
    const local = localKey(partsOf(address).local);
    if (local !== null) add('similar-mail', few(users.withLocal(local)));
  }
  const words = nameWords(user.name);
  if (words.length < 2) return;
  const same = users.withName(words);
  if (same.length > 0) {
    add('similar-name', few(same));
    return;
  }
  const near = users.nearName(words).filter((other) => {
    const [a = '', b = ''] = words;
    const [c = '', d = ''] = nameWords(other.name);
    return (
      (a === c && isOneLetterOff(b, d)) ||
      (b === d && isOneLetterOff(a, c)) ||
      (a === d && isOneLetterOff(b, c)) ||
      (b === c && isOneLetterOff(a, d))
    );
  });
  add('similar-name', few(near));
}

function ordered(found: ReadonlyMap<OktaUser, ReadonlySet<MatchKind>>): Candidate<OktaUser>[] {
  const candidates = [...found].map(([okta, kinds]) => {
    const by = matchKinds.filter((kind) => kinds.has(kind));
    return { okta, by, confidence: confidenceBy(by[0] ?? 'similar-name') };
  });
  const place = ({ okta, by, confidence }: Candidate<OktaUser>): string =>
    `${rankOf(confidence)} ${by.map((kind) => matchKinds.indexOf(kind)).join('')} ${caseKey(okta.userName)} ${okta.userName}`;
  return candidates.sort((a, b) => compare(place(a), place(b))).slice(0, mostAlike);
}

function conflictsOf(user: SpekitUser, candidates: readonly Candidate<OktaUser>[]): Conflict[] {
  const conflicts: Conflict[] = [];
  const top = best(candidates);
  const [first] = top;
  if (first === undefined) return [];
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
  return conflicts;
}

function hasOtherCase(text: string, written: ReadonlySet<string>): boolean {
  return [...written].some((one) => caseKey(one) === caseKey(text.trim()));
}

function addressesOf({ email, userName }: SpekitUser): string[] {
  return [...new Set([addressKey(email), addressKey(userName)].filter((key) => key !== null))];
}

/** By what a person sees, and then by what tells apart who is seen alike. */
function sortKey({ name, userName, email, source, id }: SpekitUser): string {
  return [caseKey(name), caseKey(userName), email ?? '', source, id].join('\u0000');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
