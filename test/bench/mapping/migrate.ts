// Does a migration step by step, in one process as a companion does, and writes what each step took as one line of JSON.
import { createWriteStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Directory } from '../../../backend/directory/act.ts';
import { Freshness } from '../../../backend/directory/freshness.ts';
import { createUser } from '../../../backend/directory/scim-users.ts';
import { ImportSession, importRows, rowsInAct } from '../../../backend/mapping/imports.ts';
import { Mapping } from '../../../backend/mapping/mapping.ts';
import { openStore } from '../../../backend/store/open-store.ts';
import { ensureAccount } from '../../../backend/store/writes/accounts.ts';

export interface Step {
  name: string;
  ms: number;
  /** Ms of the processors. */
  cpu: number;
  /** Bytes of memory at the most, beyond those before. */
  grown: number;
}

const [, , database = '', file = '', count = '0'] = process.argv;
const people = Number(count);
const store = await openStore({ kind: 'sqlite', path: database });
await store.write((transaction) => ensureAccount(transaction, 'default', 'production', Date.now()));
const directory = new Directory(store, 'default', new Freshness(store, 'default'));
const mapping = new Mapping(directory);

const steps: Readonly<Record<string, () => Promise<void>>> = {
  import: async () => {
    for (let begin = 0; begin < people; begin += rowsInAct) {
      const rows = Array.from({ length: Math.min(rowsInAct, people - begin) }, (_, index) => ({
        row: begin + index,
        value: person(begin + index),
      }));
      await directory.act('spekit', (act) => importRows(act, rows, [], new ImportSession()));
    }
  },
  push: async () => {
    for (let begin = 0; begin < people; begin += 500) {
      const some = Array.from({ length: Math.min(500, people - begin) }, (_, index) => begin + index);
      await Promise.all(some.map((index) => createUser(directory, pushed(index), async () => null)));
    }
  },
  match: async () => void (await mapping.status()),
  workbook: async () => {
    await pipeline((await mapping.workbook()).content, createWriteStream(file));
  },
  check: async () => {
    const { problemCount, problems } = await mapping.checked(readFileSync(file));
    if (problemCount > 0) throw new Error(JSON.stringify(problems.slice(0, 3)));
  },
  complete: async () => void (await mapping.complete(readFileSync(file), 'admin')),
  undo: async () => void (await mapping.undo('admin')),
};

const results: Step[] = [];
for (const [name, carryOut] of Object.entries(steps)) {
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  const cpu = process.cpuUsage();
  const begin = performance.now();
  await carryOut();
  const ms = performance.now() - begin;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  results.push({ name, ms, cpu: (user + system) / 1000, grown: Math.max(most, process.memoryUsage.rss()) - before });
}
await store.close();
console.log(JSON.stringify(results));

/** Nine of ten are found by their address, the others by nothing. */
function person(index: number): object {
  const isGuest = index % 10 === 0;
  const email = isGuest ? `guest${index}@partner.example` : `person${index}@acme.example`;
  const salesforce = index % 3 === 0;
  return {
    email,
    firstName: isGuest ? 'Guest' : `First${index}`,
    lastName: isGuest ? `Number${index}` : `Last${index}`,
    source: salesforce ? 'salesforce' : 'direct',
    teams: [`Team ${index % 40}`, `Region ${index % 7}`],
  };
}

function pushed(index: number): object {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: `person${index}@acme.example`,
    externalId: `00u${index}`,
    name: { givenName: `First${index}`, familyName: `Last${index}` },
    emails: [{ primary: true, value: `person${index}@acme.example`, type: 'work' }],
    active: true,
  };
}
