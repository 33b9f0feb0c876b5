import { say } from '../../../locales/companion.ts';
import type { Wrote } from '../../exchanges/taken-down.ts';
import { ScimError } from '../errors.ts';
import { referencesIn, resolved } from './references.ts';
import type { BulkOperation, BulkRequest } from './request.ts';
import { type Done, type Target, targetOf } from './targets.ts';

/** How one operation went; null for one that was not begun. */
export type Outcome = Done | { error: unknown };

/** Operations that need nothing of each other are handed to the store together: it keeps their order, and one commit keeps them all. */
const mostTogether = 100;

/** Carries out the operations in their order; one that names what a later one creates waits for it. Each is whole for itself.
 *  Gives the outcomes in the order of the request; null from where `failOnErrors` ended it.
 *  @param wroteBy Who is told which rows of the log the operation at that place of the request writes. */
export async function runBulk(
  targets: readonly Target[],
  { operations, failOnErrors }: BulkRequest,
  wroteBy: (index: number) => Wrote,
): Promise<(Outcome | null)[]> {
  const run = new Run(targets, operations, wroteBy);
  while (run.waiting.length > 0 && (failOnErrors === null || run.errors < failOnErrors)) {
    const next = run.next(failOnErrors === null ? mostTogether : 1);
    if (next.length === 0) run.giveUp();
    await Promise.all(next.map((index) => run.carryOut(index)));
  }
  return run.outcomes;
}

class Run {
  readonly outcomes: (Outcome | null)[];
  errors = 0;
  waiting: number[];
  readonly #targets: readonly Target[];
  readonly #operations: BulkRequest['operations'];
  readonly #wroteBy: (index: number) => Wrote;
  readonly #references: ReadonlySet<string>[];
  /** What the operations with a bulkId have created, so far. */
  readonly #ids = new Map<string, string>();
  /** The bulkIds that may still come to stand for something. */
  readonly #expected: Set<string>;

  constructor(targets: readonly Target[], operations: BulkRequest['operations'], wroteBy: (index: number) => Wrote) {
    this.#wroteBy = wroteBy;
    this.#targets = targets;
    this.#operations = operations;
    this.outcomes = operations.map(() => null);
    this.waiting = operations.map((_, index) => index);
    const given = new Set(operations.flatMap((one) => (one instanceof ScimError || one.method !== 'POST' ? [] : (one.bulkId ?? []))));
    this.#references = operations.map((one) => (one instanceof ScimError ? new Set<string>() : referencesIn(one).intersection(given)));
    this.#expected = given;
  }

  /** The first operations that can be begun: up to one that needs what another of them is about to create. */
  next(most: number): number[] {
    const found: number[] = [];
    const creating = new Set<string>();
    for (const index of this.waiting) {
      const references = [...(this.#references[index] ?? [])];
      if (found.length === most || references.some((id) => creating.has(id))) break;
      if (references.some((id) => !this.#ids.has(id) && this.#expected.has(id))) continue;
      found.push(index);
      const operation = this.#operations[index];
      if (operation !== undefined && !(operation instanceof ScimError) && operation.bulkId !== null) creating.add(operation.bulkId);
    }
    this.waiting = this.waiting.filter((index) => !found.includes(index));
    return found;
  }

  async carryOut(index: number): Promise<void> {
    const operation = this.#operations[index];
    if (operation === undefined) return;
    try {
      if (operation instanceof ScimError) throw operation;
      this.outcomes[index] = await this.#done(operation, this.#references[index] ?? new Set(), this.#wroteBy(index));
    } catch (error) {
      this.outcomes[index] = { error };
      this.errors += 1;
    }
    if (!(operation instanceof ScimError) && operation.method === 'POST' && operation.bulkId !== null)
      this.#expected.delete(operation.bulkId);
  }

  /** What waits for each other in a circle is refused: nothing of it could come first (RFC 7644 §3.7.1). */
  giveUp(): void {
    for (const index of this.waiting) {
      this.outcomes[index] = { error: new ScimError(409, 'invalidValue', say('bulk.circle')) };
      this.errors += 1;
    }
    this.waiting = [];
  }

  async #done(operation: BulkOperation, references: ReadonlySet<string>, wrote: Wrote): Promise<Done> {
    for (const id of references) {
      if (!this.#ids.has(id)) throw new ScimError(409, 'invalidValue', say('bulk.no-such', { id: id.slice(0, 100) }));
    }
    const { path, ...rest } = references.size > 0 ? resolved(operation, this.#ids) : operation;
    const { target, id } = targetOf(this.#targets, path);
    const done = await target.carryOut({ path, ...rest }, id, wrote);
    if (operation.method === 'POST' && operation.bulkId !== null) this.#ids.set(operation.bulkId, done.id);
    return done;
  }
}
