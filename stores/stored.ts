// stores/ is what the extension keeps: each key of extension storage declared once, with its schema, version and migrations.
// What may enter: declarations of stored things, and the machinery that reads, writes and follows them. No network, no message, no page.
// Never imported by content scripts: they hold no zod and may not see the token.
import browser, { type Storage } from 'webextension-polyfill';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { exclusively } from './exclusively.ts';
import { isEnvelope, readStored, type StoredProblem, upgrade, type Versioned } from './versions.ts';

export interface StoredState<T> {
  /** Whether the stored value has been read. Until then `value` is `initial`. */
  ready: boolean;
  value: T;
  /** Why `value` is `initial` although something else is stored. What is stored stays as it is until the next write, which keeps a copy. */
  problem: StoredProblem | null;
}

export interface Stored<T> {
  declared: Declaration<T>;
  /** Follows the changes of every context. */
  store: StoreApi<StoredState<T>>;
  /** The stored value; `initial` where there is none or it cannot be used (then `store` says why). */
  read(): Promise<T>;
  /** Replaces the value by what `update` makes of it. Rejects, and changes nothing, when that is not a value of the schema. */
  write(update: (old: T) => T): Promise<void>;
  /** Brings what is stored to this release's version. The worker alone calls it, at each of its starts; everything else waits for it. */
  migrate(): Promise<void>;
}

export interface Declaration<T> extends Versioned<T> {
  key: string;
  area: 'local' | 'session';
  initial: T;
}

/** How long a page waits for the worker to bring an older value up to date, in ms. */
const patience = 5_000;

export function defineStored<T>(declared: Declaration<T>): Stored<T> {
  const { key, area, initial, version } = declared;
  const backupKey = `${key}.backup`;
  const failureKey = `${key}.failure`;
  const store = createStore<StoredState<T>>(() => ({ ready: false, value: initial, problem: null }));
  let migration: Promise<void> | undefined;

  /** What is stored now; null where it is of an earlier version and the worker has not come to it yet. */
  async function look(): Promise<StoredState<T> | null> {
    follow();
    const { [key]: raw, [failureKey]: failure } = await browser.storage[area].get([key, failureKey]);
    const reading = readStored(declared, raw);
    if (reading.is === 'current') return { ready: true, value: reading.value, problem: null };
    if (reading.is === 'absent') return { ready: true, value: initial, problem: null };
    if (reading.is === 'unusable') return { ready: true, value: initial, problem: reading.problem };
    return isFailureOf(failure, version) ? { ready: true, value: initial, problem: failure.problem } : null;
  }

  async function show(): Promise<void> {
    const state = await look();
    if (state !== null) store.setState(state);
  }

  /** The value that is stored now, once it is of this version. Reading tells nobody anything: `store` changes when storage does. */
  async function settle(): Promise<T> {
    await migration;
    const state = await look();
    if (state === null) return awaitMigration();
    if (!store.getState().ready) store.setState(state);
    return state.value;
  }

  function awaitMigration(): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    store.setState({ ready: false });
    const unsubscribe = store.subscribe(({ ready, value }) => ready && resolve(value));
    const inVain = new Error(`Stored "${key}" is of an earlier release and was not brought up to date. Restart the browser.`);
    const giveUp = setTimeout(reject, patience, inVain);
    // It may have been brought up to date between the look and the subscription.
    show().catch(reject);
    return promise.finally(() => {
      clearTimeout(giveUp);
      unsubscribe();
    });
  }

  function onChanged(changes: Record<string, Storage.StorageChange>, changedArea: string): void {
    if (changedArea === area && (key in changes || failureKey in changes)) show().catch(() => undefined);
  }

  /** Asked at every use, and not once, so that nothing depends on who has reset the listeners in between. */
  function follow(): void {
    if (!browser.storage.onChanged.hasListener(onChanged)) browser.storage.onChanged.addListener(onChanged);
  }

  async function write(update: (old: T) => T): Promise<void> {
    await settle();
    await exclusively(key, async () => {
      const raw = (await browser.storage[area].get(key))[key];
      const reading = readStored(declared, raw);
      const old = reading.is === 'current' ? reading.value : initial;
      const data = declared.schema.parse(update(old));
      const unused = reading.is === 'current' || reading.is === 'absent' ? {} : { [backupKey]: raw };
      await browser.storage[area].set({ [key]: { v: version, data }, ...unused });
      store.setState({ ready: true, value: data, problem: null });
    });
  }

  async function bringUpToDate(): Promise<void> {
    await exclusively(key, async () => {
      const raw = (await browser.storage[area].get(key))[key];
      if (!isEnvelope(raw) || raw.v >= version) return browser.storage[area].remove(failureKey);
      const upgraded = upgrade(declared, raw);
      if ('problem' in upgraded) return browser.storage[area].set({ [failureKey]: { of: version, problem: upgraded.problem } });
      await browser.storage[area].set({ [key]: { v: version, data: upgraded.value } });
      await browser.storage[area].remove(failureKey);
    });
    await show();
  }

  // Whoever reads is told what is wrong; the first look only makes `store` ready early.
  show().catch(() => undefined);

  return {
    declared,
    store,
    read: settle,
    write,
    migrate() {
      migration ??= bringUpToDate();
      return migration;
    },
  };
}

function isFailureOf(failure: unknown, version: number): failure is { of: number; problem: StoredProblem } {
  return typeof failure === 'object' && failure !== null && 'of' in failure && failure.of === version && 'problem' in failure;
}
