import type { ZodType } from 'zod';

/** Why a stored value cannot be used. A code: `locales/` words it.
 *
 *  - `invalid`: what is stored is not a value of its version
 *  - `newer-version`: a newer release has written it
 *  - `migration-missing`, `migration-failed`: it could not be brought to this release's version */
export type StoredProblem = 'invalid' | 'newer-version' | 'migration-missing' | 'migration-failed';

/** `migrations[n]` makes a value of version n out of one of version n − 1. It uses no constant from elsewhere: what it writes must never change. */
export type Migrations = Readonly<Record<number, (older: unknown) => unknown>>;

export interface Versioned<T> {
  version: number;
  schema: ZodType<T>;
  migrations: Migrations;
}

/** What lies under a key of extension storage. */
export interface Envelope {
  v: number;
  data: unknown;
}

export type Reading<T> =
  | { is: 'absent' }
  | { is: 'current'; value: T }
  /** Of an earlier version. Only the worker may bring it to this one. */
  | { is: 'older' }
  | { is: 'unusable'; problem: StoredProblem };

/** What the stored thing is to this release. Changes nothing. */
export function readStored<T>(declared: Versioned<T>, raw: unknown): Reading<T> {
  if (raw === undefined || raw === null) return { is: 'absent' };
  if (!isEnvelope(raw)) return { is: 'unusable', problem: 'invalid' };
  if (raw.v > declared.version) return { is: 'unusable', problem: 'newer-version' };
  if (raw.v < declared.version) return { is: 'older' };
  const parsed = declared.schema.safeParse(raw.data);
  return parsed.success ? { is: 'current', value: parsed.data } : { is: 'unusable', problem: 'invalid' };
}

export type Upgrade<T> = { value: T } | { problem: StoredProblem };

/** Brings an older value to this release's version, step by step. `older` itself is never changed. */
export function upgrade<T>(declared: Versioned<T>, older: Envelope): Upgrade<T> {
  let data: unknown = structuredClone(older.data);
  for (let v = older.v + 1; v <= declared.version; v += 1) {
    const step = declared.migrations[v];
    if (step === undefined) return { problem: 'migration-missing' };
    try {
      data = step(data);
    } catch {
      return { problem: 'migration-failed' };
    }
  }
  const parsed = declared.schema.safeParse(data);
  return parsed.success ? { value: parsed.data } : { problem: 'migration-failed' };
}

export function isEnvelope(raw: unknown): raw is Envelope {
  return typeof raw === 'object' && raw !== null && 'data' in raw && 'v' in raw && Number.isInteger(raw.v) && Number(raw.v) >= 1;
}
