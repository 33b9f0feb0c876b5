import { expect } from 'vitest';
import type { Store } from '../store/access.ts';
import { sql } from '../store/sql.ts';
import { type Json, oktaGroup, oktaUser, patchOf, scimToken } from './companion.ts';

/** One client that writes without pause until the companion cannot. What was answered must be there afterwards. */
export class SteadyWriter {
  readonly acknowledged = new Map<string, { title: string; group: string | null }>();
  readonly #url: string;
  readonly #name: string;

  constructor(url: string, name: string) {
    this.#url = url;
    this.#name = name;
  }

  /** Resolves when the connection died in the middle of a call, or the companion said that its database did: whether that call is kept
   *  is open. */
  async run(): Promise<void> {
    try {
      for (let count = 0; ; count++) await this.#person(`${this.#name}-${count}`);
    } catch (error) {
      if (!(error instanceof TypeError) && !(error instanceof Unavailable)) throw error;
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
    if (answer.status === 503) throw new Unavailable(answer.headers.get('retry-after') ?? 'no time is named');
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Json;
  }
}

class Unavailable extends Error {}

/** Starts writers, and resolves when each has been answered a number of times of its own, at most 20: a moment that nothing else decides. */
export async function writeAWhile(url: string, names: readonly string[]): Promise<{ writers: SteadyWriter[]; ended: Promise<unknown> }> {
  const writers = names.map((name) => new SteadyWriter(url, name));
  const ended = Promise.all(writers.map((writer) => writer.run()));
  const enough = writers.map(() => Math.random() * 20);
  await expect
    .poll(() => writers.every((writer, index) => writer.acknowledged.size > (enough[index] ?? 0)), { timeout: 60_000 })
    .toBe(true);
  return { writers, ended };
}

/** Looks for all that was acknowledged; gives how many people that were. */
export async function expectKept(url: string, writers: readonly SteadyWriter[]): Promise<number> {
  const headers = { authorization: `Bearer ${scimToken}` };
  let checked = 0;
  for (const { acknowledged } of writers) {
    for (const [id, { title, group }] of acknowledged) {
      const user = (await (await fetch(`${url}/scim/v2/Users/${id}`, { headers })).json()) as Json;
      expect(user['id']).toBe(id);
      if (title === 'second') expect(user['title']).toBe('second');
      if (group !== null) expect(user['groups']).toMatchObject([{ value: group }]);
      checked += 1;
    }
  }
  return checked;
}

/** Each write is whole: a user or team without its line of history, or a line too many, would be half of one. */
export async function expectWhole(store: Store): Promise<void> {
  const counted = await store.read((reads) =>
    reads.get(sql`select
      (select count(*) from users) - (select count(*) from changes where event = 'user.created') as users,
      (select count(*) from teams) - (select count(*) from changes where event = 'team.created') as teams,
      (select count(*) from changes) - (select seq from accounts) as changes,
      (select max(seq) from changes) - (select seq from accounts) as last`),
  );
  expect(counted).toEqual({ users: 0, teams: 0, changes: 0, last: 0 });
}
