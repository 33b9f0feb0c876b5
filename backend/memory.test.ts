import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { oktaGroup, scimToken } from './testing/companion.ts';
import { makeDatabase, type TestDatabase } from './testing/database.ts';
import { CompanionProgram, environmentFor } from './testing/program.ts';

vi.setConfig({ testTimeout: 60_000 });

let database: TestDatabase;
let folder: string;
let program: CompanionProgram;
beforeEach(async () => {
  database = await makeDatabase();
  folder = await mkdtemp(join(tmpdir(), 'sourcemark-memory-'));
});
afterEach(async () => {
  await program.end('SIGKILL');
  await database.remove();
  await rm(folder, { recursive: true, force: true });
});

/** Starts a companion whose cache of compiled code is the folder's. */
async function started(): Promise<string> {
  program = new CompanionProgram({ ...environmentFor(database.url), TMPDIR: folder });
  return program.listening();
}

/** Bytes of one of V8's spaces in the companion, as its own metrics tell. */
async function space(url: string, measure: 'total' | 'used', name: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const line = new RegExp(`^nodejs_heap_space_size_${measure}_bytes\\{space="${name}"\\} (\\d+)$`, 'm').exec(metrics);
  return Number(line?.[1]);
}

test('the space for new objects stays small, however much a request makes', async () => {
  const url = await started();
  const nobody = Array.from({ length: 40_000 }, (_, index) => `nobody-${index}`);
  for (let times = 0; times < 4; times++) {
    const headers = { authorization: `Bearer ${scimToken}`, 'content-type': 'application/scim+json' };
    const body = JSON.stringify(oktaGroup('Everybody', nobody));
    const answer = await fetch(`${url}/scim/v2/Groups`, { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    await answer.arrayBuffer();
  }
  // Twice 4 MiB, or twice 8 after a slow start: V8 alone would take it to twice 16 and more.
  expect(await space(url, 'total', 'new')).toBeLessThan(20_000_000);
  expect(await space(url, 'total', 'new')).toBeGreaterThan(3_000_000);
});

test('what strips types is not loaded once a companion has run, also one that was killed', async () => {
  const first = await started();
  // The base64 of its WebAssembly is one text of 4 MB.
  expect(await space(first, 'used', 'large_object')).toBeGreaterThan(3_000_000);
  await program.end('SIGKILL');
  expect(await space(await started(), 'used', 'large_object')).toBeLessThan(3_000_000);
});
