import { afterEach, beforeEach, expect, test } from 'vitest';
import { changesPage } from '../../contract/changes.ts';
import { userFacts } from '../../contract/subjects.ts';
import { created, oktaGroup, oktaUser, TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

test('the newest changes of one subject are given alone, and each subject tells since when it is there', async () => {
  const maya = await created(companion, '/Users', oktaUser('maya@acme.example'));
  const sales = await created(companion, '/Groups', oktaGroup('Sales', [maya]));
  const of = async (id: string, limit: number) =>
    changesPage.parse((await companion.api('GET', `/changes?newest=true&limit=${limit}&subject=${id}`)).body).changes;
  const [last, ...others] = await of(sales, 1);
  expect([last?.subject.id, others]).toEqual([sales, []]);
  const all = changesPage.parse((await companion.api('GET', '/changes?limit=1000')).body).changes;
  expect(await of(maya, 100)).toEqual(all.filter(({ subject }) => subject.id === maya));
  expect(await of(sales, 1)).toEqual(all.filter(({ subject }) => subject.id === sales).slice(-1));
  expect(await of('nobody', 10)).toEqual([]);
  const { body } = await companion.api('GET', `/spekit/users/${maya}`);
  const first = all.find(({ subject }) => subject.id === maya);
  expect(Math.abs(Date.parse(userFacts.parse(body).since ?? '') - Date.parse(first?.at ?? ''))).toBeLessThan(5_000);
});
