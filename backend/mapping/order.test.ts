import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideMatch } from './decide.ts';
import { matchUsers } from './match-users.ts';
import { rulesOf } from './rules.ts';
import type { OktaUser, SpekitUser } from './subjects.ts';

const rules = rulesOf({
  aliases: [{ from: 'ann@home.example', to: 'ann@acme.example' }],
  domains: [{ from: 'old.example', to: 'acme.example' }],
});
/** Few of each, so that people meet. */
const local = fc.constantFrom('ann', 'Ann', 'ben', 'ann.lee', 'lee.ann', 'cy', 'dora', 'dorá');
const domain = fc.constantFrom('acme.example', 'ACME.example', 'old.example', 'home.example');
const address = fc.tuple(local, domain).map(([name, at]) => `${name}@${at}`);
const name = fc.constantFrom('Ann Lee', 'Lee Ann', 'Ben Ode', 'Benn Ode', 'Dora Finch', 'Dora Fimch', '');
const identifier = fc.option(fc.constantFrom('005Dn000001AbCd', '005Dn000001AbCdIAK', 'F1', 'f1', ''), { nil: null });

const spekitUser = fc.record({
  userName: address,
  email: fc.option(address, { nil: null }),
  name,
  active: fc.boolean(),
  salesforceId: identifier,
  federationId: identifier,
});
const oktaUser = fc.record({
  userName: address,
  more: fc.array(address, { maxLength: 2 }),
  name,
  active: fc.boolean(),
  identifiers: fc.array(fc.constantFrom('005Dn000001AbCd', 'F1', '')),
});

const people = fc
  .array(spekitUser, { maxLength: 12 })
  .map((users) => users.map((user, index): SpekitUser => ({ ...user, id: `s${index}`, role: 'Viewer', source: 'direct' })));
/** Okta has each user name once. */
const pushed = fc.uniqueArray(oktaUser, { maxLength: 12, selector: ({ userName }) => userName.toLowerCase() });

/** Okta's users with ids in the order in which they came. */
function arrived(
  users: readonly (typeof pushed extends fc.Arbitrary<infer T extends readonly unknown[]> ? T[number] : never)[],
): OktaUser[] {
  return users.map(({ more, ...user }, index) => ({
    ...user,
    id: `o${index}`,
    email: user.userName,
    addresses: [user.userName, ...more],
    role: 'Viewer',
    pending: true,
  }));
}

function result(spekit: readonly SpekitUser[], okta: readonly OktaUser[]): unknown {
  const byId = new Map(okta.map((one) => [one.id, one]));
  return matchUsers(spekit, okta, rules).map((match) => {
    const { decision, okta: target, by } = decideMatch(match, undefined, byId);
    const candidates = match.candidates.map(({ okta: { userName }, by: why, confidence }) => [userName, why, confidence]);
    return [match.spekit.id, candidates, match.conflicts, decision, target?.userName, by];
  });
}

test('whatever the order in which Okta pushed, the same is found, and nobody is lost or told twice', () => {
  fc.assert(
    fc.property(people, pushed, fc.infiniteStream(fc.nat()), (spekit, users, random) => {
      const numbers = users.map((_, index) => [random.next().value ?? 0, index] as const);
      const shuffled = numbers
        .toSorted(([a], [b]) => a - b)
        .map(([, index]) => users[index])
        .filter((user) => user !== undefined);
      const first = result(spekit, arrived(users)) as unknown[][];
      expect(result([...spekit].reverse(), arrived(shuffled))).toEqual(first);
      expect(first.map(([id]) => id).sort()).toEqual(spekit.map(({ id }) => id).sort());
    }),
    { numRuns: 300 },
  );
});

test('nobody of Okta’s is given to two without an admin’s word', () => {
  fc.assert(
    fc.property(people, pushed, (spekit, users) => {
      const merged = (result(spekit, arrived(users)) as unknown[][])
        .filter(([, , , decision]) => decision === 'merge')
        .map((row) => row[4]);
      const better = new Set(merged);
      // One that fits better than another takes nothing from it: the other then waits.
      expect(merged).toHaveLength(better.size);
    }),
    { numRuns: 300 },
  );
});
