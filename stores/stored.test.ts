import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { z } from 'zod';
import { defineStored, type Stored } from './stored.ts';
import type { Migrations } from './versions.ts';

interface Colours {
  front: string;
  back: string;
}

const schema = z.object({ front: z.string(), back: z.string() });
const initial: Colours = { front: '', back: '' };
const migrations: Migrations = {
  2: (older) => ({ front: z.object({ colour: z.string() }).parse(older).colour }),
  3: (older) => ({ ...z.object({ front: z.string() }).parse(older), back: 'white' }),
};

/** A context of its own: the worker, or a page. */
function context(options: { version?: number; migrations?: Migrations } = {}): Stored<Colours> {
  return defineStored({ key: 'colours', area: 'local', version: 3, schema, initial, migrations, ...options });
}

async function kept(key = 'colours'): Promise<unknown> {
  return (await fakeBrowser.storage.local.get(key))[key];
}

beforeEach(() => fakeBrowser.reset());

test('where nothing is stored, the first value is served and nothing is written', async () => {
  const stored = context();
  expect(await stored.read()).toEqual(initial);
  expect(stored.store.getState()).toEqual({ ready: true, value: initial, problem: null });
  expect(await kept()).toBeUndefined();
});

test('what one context writes, another sees', async () => {
  const worker = context();
  const page = context();
  await page.read();
  await worker.write((old) => ({ ...old, front: 'green' }));
  expect(worker.store.getState().value.front).toBe('green');
  await vi.waitFor(() => expect(page.store.getState().value.front).toBe('green'));
  expect(await kept()).toEqual({ v: 3, data: { front: 'green', back: '' } });
});

test('reading tells nobody anything', async () => {
  const stored = context();
  await stored.write((old) => ({ ...old, front: 'green' }));
  await stored.read();
  const told = vi.fn();
  stored.store.subscribe(told);
  await stored.read();
  await stored.read();
  expect(told).not.toHaveBeenCalled();
});

test('two contexts that write at once lose nobody’s field', async () => {
  const open = (): Stored<Record<string, number>> =>
    defineStored({ key: 'many', area: 'session', version: 1, schema: z.record(z.string(), z.number()), initial: {}, migrations: {} });
  const [worker, page] = [open(), open()];
  const names = Array.from({ length: 40 }, (_, index) => `n${index}`);
  await Promise.all(names.map((name, index) => (index % 2 ? worker : page).write((old) => ({ ...old, [name]: index }))));
  expect(Object.keys(await worker.read()).sort()).toEqual([...names].sort());
});

test('a value that is not of the schema is refused, and changes nothing', async () => {
  const stored = context();
  await stored.write(() => ({ front: 'red', back: 'black' }));
  const wrong: unknown = { front: 7 };
  await expect(stored.write(() => wrong as Colours)).rejects.toThrow();
  expect(await stored.read()).toEqual({ front: 'red', back: 'black' });
});

test('the worker brings an older value up to date, through every version', async () => {
  await fakeBrowser.storage.local.set({ colours: { v: 1, data: { colour: 'blue' } } });
  const worker = context();
  void worker.migrate();
  expect(await worker.read()).toEqual({ front: 'blue', back: 'white' });
  expect(await kept()).toEqual({ v: 3, data: { front: 'blue', back: 'white' } });
});

test('a page never migrates: it waits for the worker', async () => {
  const older = { v: 1, data: { colour: 'blue' } };
  await fakeBrowser.storage.local.set({ colours: older });
  const page = context();
  const read = page.read();
  await vi.waitFor(() => expect(fakeBrowser.storage.onChanged.hasListeners()).toBe(true));
  expect(await kept()).toEqual(older);
  expect(page.store.getState().ready).toBe(false);
  await context().migrate();
  expect(await read).toEqual({ front: 'blue', back: 'white' });
});

test('a page that waits in vain is told what to do', async () => {
  vi.useFakeTimers();
  await fakeBrowser.storage.local.set({ colours: { v: 1, data: { colour: 'blue' } } });
  const read = expect(context().read()).rejects.toThrow('Restart the browser');
  await vi.advanceTimersByTimeAsync(5_000);
  await read;
  vi.useRealTimers();
});

const unusable = [
  ['a migration that fails', { v: 1, data: { color: 'misspelt' } }, {}, 'migration-failed'],
  [
    'a migration that is missing',
    { v: 1, data: { colour: 'blue' } },
    { migrations: { 2: () => ({ front: 'blue' }) } },
    'migration-missing',
  ],
  ['migrations that end in something else', { v: 2, data: { front: 'blue' } }, { migrations: { 3: () => 'blue' } }, 'migration-failed'],
  ['an invalid value', { v: 3, data: { front: 7 } }, {}, 'invalid'],
  ['a value that no release wrote', 'blue', {}, 'invalid'],
  ['a version that is none', { v: '3', data: initial }, {}, 'invalid'],
  ['the value of a newer release', { v: 4, data: { layers: [] } }, {}, 'newer-version'],
] as const;

test.each(unusable)('%s keeps the old value untouched, says so, and serves the first one', async (_case, old, options, problem) => {
  await fakeBrowser.storage.local.set({ colours: old });
  const worker = context(options);
  await worker.migrate();
  const page = context(options);
  for (const stored of [worker, page]) {
    expect(await stored.read()).toEqual(initial);
    expect(stored.store.getState()).toEqual({ ready: true, value: initial, problem });
  }
  expect(await kept()).toEqual(old);

  await page.write(() => ({ front: 'new', back: 'new' }));
  expect(await kept('colours.backup')).toEqual(old);
  expect(page.store.getState()).toEqual({ ready: true, value: { front: 'new', back: 'new' }, problem: null });
});

test('a release whose migration works again finds the old value', async () => {
  await fakeBrowser.storage.local.set({ colours: { v: 1, data: { colour: 'blue' } } });
  await context({ migrations: {} }).migrate();
  const repaired = context();
  await repaired.migrate();
  expect(await repaired.read()).toEqual({ front: 'blue', back: 'white' });
  expect(await kept('colours.failure')).toBeUndefined();
});

test('a migration cannot change the value that it is given', async () => {
  const old = { v: 2, data: { front: 'blue' } };
  await fakeBrowser.storage.local.set({ colours: old });
  const spoiling: Migrations = {
    3: (older) => {
      Object.assign(older as object, { front: 'spoilt' });
      throw new Error('after it has begun');
    },
  };
  await context({ migrations: spoiling }).migrate();
  expect(await kept()).toEqual(old);
});
