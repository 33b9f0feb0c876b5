import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCompanion } from '../../companion.ts';
import { adminToken, oktaUser, scimToken } from '../../testing/companion.ts';
import { PostgresServer } from '../../testing/postgres/server.ts';
import { expectKept, expectWhole, type SteadyWriter, writeAWhile } from '../../testing/steady-writer.ts';
import { openPostgres } from './store.ts';

const rounds = 3;

let server: PostgresServer;
beforeAll(async () => {
  server = await PostgresServer.start({ durable: true });
});
afterAll(() => server.remove());

const send = (url: string, login: string): Promise<Response> =>
  fetch(`${url}/scim/v2/Users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${scimToken}`, 'content-type': 'application/scim+json' },
    body: JSON.stringify(oktaUser(login)),
  });

test('while the server is gone the companion says so, and goes on by itself with every acknowledged write when it is back', {
  timeout: 180_000,
}, async () => {
  const companion = await startCompanion({ database: server.url(), scimToken, adminToken, logLevel: 'silent' });
  const { url } = companion;
  const ready = async (): Promise<unknown> => {
    const answer = await fetch(`${url}/readyz`);
    return [answer.status, answer.headers.get('retry-after')];
  };
  const all: SteadyWriter[] = [];
  for (let round = 0; round < rounds; round++) {
    const { writers, ended } = await writeAWhile(
      url,
      Array.from({ length: 8 }, (_, index) => `r${round}w${index}`),
    );
    all.push(...writers);
    await server.end(round === 1 ? 'SIGQUIT' : 'SIGKILL');
    await ended;

    expect(await ready()).toEqual([503, '10']);
    const refused = await send(url, `nobody-${round}@acme.example`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
    expect((await refused.json()) as object).toMatchObject({ status: '503', detail: expect.stringMatching(/cannot reach/) });
    const status = await fetch(`${url}/api/v1/status`, { headers: { authorization: `Bearer ${adminToken}` } });
    expect([status.status, ((await status.json()) as { error: { code: string } }).error.code]).toEqual([503, 'unavailable']);

    await server.start();
    await expect.poll(ready, { timeout: 30_000 }).toEqual([200, null]);
  }
  expect(await expectKept(url, all)).toBeGreaterThan(rounds * 8);
  expect((await send(url, 'afterwards@acme.example')).status).toBe(201);
  await companion.close();

  const store = await openPostgres(server.url());
  await expectWhole(store);
  await store.close();
});
