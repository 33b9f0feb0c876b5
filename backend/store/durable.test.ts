import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { type Json, oktaGroup, oktaUser, patchOf, scimToken } from '../testing/companion.ts';
import { CompanionProgram, environmentFor } from '../testing/program.ts';

const rounds = 4;
const writers = 12;

/** One client that writes without pause until the connection dies. What was answered must be there afterwards. */
class Writer {
  readonly acknowledged = new Map<string, { title: string; group: string | null }>();
  readonly #url: string;
  readonly #name: string;

  constructor(url: string, name: string) {
    this.#url = url;
    this.#name = name;
  }

  async run(): Promise<void> {
    try {
      for (let count = 0; ; count++) await this.#person(`${this.#name}-${count}`);
    } catch (error) {
      // The companion was killed in the middle of a call: whether that one is kept is open.
      if (!(error instanceof TypeError)) throw error;
    }
  }

  async #person(name: string): Promise<void> {
    const { id } = await this.#send('POST', '/Users', oktaUser(`${name}@acme.example`, { title: 'first' }));
    const known = { title: 'first', group: null as string | null };
    this.acknowledged.set(String(id), known);
    await this.#send('PATCH', `/Users/${id}`, patchOf({ op: 'replace', value: { title: 'second' } }));
    known.title = 'second';
    const group = await this.#send('POST', '/Groups', oktaGroup(`Group ${name}`, [String(id)]));
    known.group = String(group['id']);
  }

  async #send(method: string, path: string, body: Json): Promise<Json> {
    const headers = { authorization: `Bearer ${scimToken}`, 'content-type': 'application/scim+json' };
    const answer = await fetch(`${this.#url}/scim/v2${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Json;
  }
}

test('killed at random moments under load, the companion comes back with every acknowledged write and no half one', {
  timeout: 180_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sourcemark-durable-'));
  const file = join(folder, 'sourcemark.db');
  const all: Writer[] = [];
  for (let round = 0; round < rounds; round++) {
    const program = new CompanionProgram(environmentFor(file));
    const url = await program.listening();
    const running = Array.from({ length: writers }, (_, index) => new Writer(url, `r${round}w${index}`));
    all.push(...running);
    const runs = Promise.all(running.map((writer) => writer.run()));
    const before = running.map(() => Math.random() * 20);
    await expect
      .poll(() => running.every((writer, index) => writer.acknowledged.size > (before[index] ?? 0)), { timeout: 60_000 })
      .toBe(true);
    expect(await program.end('SIGKILL')).toBe('SIGKILL');
    await runs;
  }

  // It starts again on what the kills left, and the file is whole.
  const program = new CompanionProgram(environmentFor(file));
  const url = await program.listening();
  const headers = { authorization: `Bearer ${scimToken}` };
  let checked = 0;
  for (const { acknowledged } of all) {
    for (const [id, { title, group }] of acknowledged) {
      const user = (await (await fetch(`${url}/scim/v2/Users/${id}`, { headers })).json()) as Json;
      expect(user['id']).toBe(id);
      if (title === 'second') expect(user['title']).toBe('second');
      if (group !== null) expect(user['groups']).toMatchObject([{ value: group }]);
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(rounds * writers);
  expect(await program.end()).toBe(0);

  const database = new DatabaseSync(file);
  expect(database.prepare('pragma integrity_check').get()?.['integrity_check']).toBe('ok');
  expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
  // Each write is whole: a user or team without its line of history, or a line too many, would be half of one.
  const number = (sql: string): unknown => database.prepare(sql).get()?.['n'];
  expect(number('select count(*) as n from users')).toBe(number("select count(*) as n from changes where event = 'user.created'"));
  expect(number('select count(*) as n from teams')).toBe(number("select count(*) as n from changes where event = 'team.created'"));
  expect(number('select count(*) as n from changes')).toBe(number('select seq as n from accounts'));
  expect(number('select max(seq) as n from changes')).toBe(number('select seq as n from accounts'));
  database.close();
  await rm(folder, { recursive: true, force: true });
});
