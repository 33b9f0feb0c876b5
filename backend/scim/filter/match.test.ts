import { afterAll, beforeAll, expect, test } from 'vitest';
import { Directory } from '../../directory/act.ts';
import { Freshness } from '../../directory/freshness.ts';
import { createUser } from '../../directory/scim-users.ts';
import type { Store } from '../../store/access.ts';
import { scimPage } from '../../store/reads/scim-pages.ts';
import type { ShownUser } from '../../store/rows.ts';
import { ensureAccount } from '../../store/writes/accounts.ts';
import { type Json, oktaUser } from '../../testing/companion.ts';
import { makeDatabase, type TestDatabase } from '../../testing/database.ts';
import { userType } from '../schemas/resource-types.ts';
import type { ScimValue } from '../value.ts';
import { elementMatches } from './match.ts';
import { parseFilter } from './parse.ts';

/** Emails that differ in case, absence and order, so that every operator has something to say. */
const emails: ScimValue[] = [
  { value: 'Ann@Work.example', type: 'work', primary: true },
  { value: 'ann@home.example', type: 'home', primary: false },
  { value: 'zed@work.example', display: 'Zed' },
  { type: 'other', display: '' },
  { value: 'örn@work.example', type: 'WORK' },
];

const account = 'default';
let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await makeDatabase({ filled: true });
  store = await database.open();
  await store.write((transaction) => ensureAccount(transaction, account, 'production', 0));
  const directory = new Directory(store, account, new Freshness(store, account));
  for (const [index, email] of emails.entries()) {
    await createUser(directory, oktaUser(`${index}@x.example`, { emails: [email] }), async () => undefined);
  }
});
afterAll(async () => {
  await store.close();
  await database.remove();
});

const operators = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'];
const simple = [
  ...['value', 'type', 'display'].flatMap((name) =>
    operators.flatMap((operator) =>
      ['ann@work.example', 'WORK', 'm', 'ÖRN@work.example', ''].map((text) => `${name} ${operator} "${text}"`),
    ),
  ),
  'primary eq true',
  'primary eq false',
  'primary ne true',
  'primary pr',
  'value pr',
  'display pr',
  'type eq null',
];
const inner = [
  ...simple,
  ...simple.map((filter) => `not (${filter})`),
  ...simple.map((filter, index) => `${filter} and ${simple[(index * 7) % simple.length]}`),
  ...simple.map((filter, index) => `${filter} or not (${simple[(index * 5) % simple.length]} and primary pr)`),
];

test(`in memory and in SQL, ${inner.length} filters choose the same elements`, async () => {
  for (const filter of inner) {
    const parsed = parseFilter(userType, `emails[${filter}]`);
    if (parsed.kind !== 'element') throw new Error('It is a filter on elements.');
    const inMemory = emails.flatMap((email, index) => (elementMatches(parsed.filter, email) ? [`${index}@x.example`] : []));
    const page = await store.read((reads) =>
      scimPage<ShownUser>(reads, account, userType, { filter: parsed, sort: null, from: { offset: 0 }, limit: 9 }),
    );
    expect([filter, page.rows.map((row) => (JSON.parse(row.resource) as Json)['userName'])]).toEqual([filter, inMemory]);
  }
});
