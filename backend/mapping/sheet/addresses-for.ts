import { caseKey } from '../../scim/case-key.ts';
import type { MergedNameRow } from '../../store/reads/mapping.ts';
import { decideMatch } from '../decide.ts';
import type { Person } from '../files/index.ts';
import { Found } from '../found.ts';
import { addressKey, salesforceKey } from '../keys.ts';
import { inStretches, type Matched, type Words } from '../mapped.ts';
import { matchingUsers, type UserMatch } from '../match-users.ts';
import { rulesOf } from '../rules.ts';
import type { OktaUser, SpekitUser } from '../subjects.ts';

/** The address in Okta of each person whose own is empty, by their row: of whom the mapping merges, as it was decided; of whom it has merged
 *  before; and of whom it does not know, as it would decide. None where it waits for an admin, and none twice: two people of Spekit's cannot be
 *  one person in Okta. */
export async function addressesFor(
  people: readonly Person[],
  matched: Matched,
  words: Words,
  merged: readonly MergedNameRow[],
): Promise<Map<number, string>> {
  const known = new Found<UserMatch>();
  for (const match of matched.users) for (const key of keysOf(match.spekit)) known.put(key, match);
  const before = new Map(
    merged.flatMap(({ user_name_key, email_key, okta_id }) =>
      [user_name_key, email_key].map((key) => [key, matched.oktaUsers.get(okta_id)]),
    ),
  );
  const mapped = new Map<number, OktaUser>();
  const strangers: Person[] = [];
  for (const person of people) {
    if (person.address.trim() !== '') continue;
    const keys = keysOf(person);
    const matches = new Set(keys.flatMap((key) => known.get(key)));
    const okta =
      matches.size > 0 ? mergedWith(matches, matched, words) : keys.map((key) => before.get(key)).find((one) => one !== undefined);
    if (okta) mapped.set(person.row, okta);
    else if (matches.size === 0) strangers.push(person);
  }
  // What was decided goes before what is only found.
  return eachOnce([mapped, await foundAlone(strangers, matched)], standing(people, matched));
}

/** Whom all that a person may be in Spekit become one with. */
function mergedWith(matches: ReadonlySet<UserMatch>, { oktaUsers }: Matched, words: Words): OktaUser | null {
  const all = new Set(
    [...matches].map((match) => {
      const { decision, okta } = decideMatch(match, words.get(`user ${match.spekit.id}`), oktaUsers);
      return decision === 'merge' ? okta : null;
    }),
  );
  const [only = null] = all;
  return all.size === 1 ? only : null;
}

/** People of whom the mapping knows nothing, since they were not imported: matched as if they had been. */
async function foundAlone(people: readonly Person[], { oktaUsers, rules }: Matched): Promise<Map<number, OktaUser>> {
  const users = people.map(({ row, email, userName, name, salesforceId, federationId }): SpekitUser => {
    const usual = { active: true, role: 'Viewer', source: 'direct' } as const;
    return { id: String(row), userName: userName ?? email ?? '', email, name, salesforceId, federationId, ...usual };
  });
  const matches = await inStretches(matchingUsers(users, [...oktaUsers.values()], rulesOf(rules)));
  const found = new Map<number, OktaUser>();
  for (const match of matches) {
    const { decision, okta } = decideMatch(match, undefined, oktaUsers);
    if (decision === 'merge' && okta !== null) found.set(Number(match.spekit.id), okta);
  }
  return found;
}

/** Whose addresses stand in the sheet already, by `idsOf`. */
function standing(people: readonly Person[], { oktaUsers }: Matched): Set<string> {
  const texts = new Set(people.map(({ address }) => caseKey(address.trim())));
  const whose = [...oktaUsers.values()].filter(({ addresses }) => addresses.some((address) => texts.has(caseKey(address))));
  return new Set(whose.flatMap(idsOf));
}

/** Of each group those who are found for one person alone, and for nobody before. */
function eachOnce(groups: readonly ReadonlyMap<number, OktaUser>[], before: ReadonlySet<string>): Map<number, string> {
  const gone = new Set(before);
  const addresses = new Map<number, string>();
  for (const group of groups) {
    const counts = new Map<string, number>();
    for (const id of [...group.values()].flatMap(idsOf)) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const [row, okta] of group) {
      const address = addressOf(okta);
      if (address !== null && idsOf(okta).every((id) => counts.get(id) === 1 && !gone.has(id))) addresses.set(row, address);
    }
    for (const id of counts.keys()) gone.add(id);
  }
  return addresses;
}

/** A person of Okta's, and their address, which another person may have too. */
function idsOf(okta: OktaUser): string[] {
  return [okta.id, `@ ${caseKey(addressOf(okta) ?? '')}`];
}

function addressOf({ email, addresses }: OktaUser): string | null {
  return addressKey(email) === null ? (addresses[0] ?? null) : email;
}

type Named = Pick<SpekitUser, 'email' | 'salesforceId' | 'federationId'> & { userName: string | null };

/** By what somebody of Spekit's is known. */
function keysOf({ email, userName, salesforceId, federationId }: Named): string[] {
  const texts = [email, userName].map((text) => caseKey(text?.trim() ?? ''));
  const salesforce = salesforceKey(salesforceId);
  return [
    ...new Set(texts.filter((text) => text !== '')),
    ...(salesforce === null ? [] : [`salesforce ${salesforce}`]),
    ...(federationId === null || federationId === '' ? [] : [`federation ${caseKey(federationId.trim())}`]),
  ];
}
