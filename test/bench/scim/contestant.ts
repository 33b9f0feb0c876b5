import type { LoadProcess } from './load-process.ts';
import { memoryOf } from './memory.ts';
import type { Footprint } from './results.ts';
import { startUp } from './start-up.ts';
import type { Subject } from './subject.ts';

/** What a floor can be asked: it answers the same to everything, which is an answer to these only. */
const floorOperations: readonly string[] = ['get', 'PATCH active', 'create'];

/** A server in one directory's comparison: running and filled, until it has to give up. */
export class Contestant {
  readonly isOurs: boolean;
  readonly isFloor: boolean;
  /** Why it is measured no longer. */
  gaveUp: string | null = null;
  readonly #subject: Subject;
  #fill = 0;
  #filled = Number.NaN;
  #most = Number.NaN;

  constructor(subject: Subject, kind: 'ours' | 'peer' | 'floor') {
    this.#subject = subject;
    this.isOurs = kind === 'ours';
    this.isFloor = kind === 'floor';
  }

  get name(): string {
    return this.#subject.name;
  }

  get service(): { name: string; isDurable: boolean } {
    const { name, isDurable } = this.#subject;
    return { name, isDurable };
  }

  isAsked(operation: string): boolean {
    return !this.isFloor || floorOperations.includes(operation);
  }

  /** Starts it and creates so many people in it, over SCIM. */
  async begin(load: LoadProcess, people: number): Promise<void> {
    const address = await this.#subject.start();
    await load.do(this.name, 'meet', { address, madeUp: this.isFloor ? people : 0 });
    if (this.isFloor) return;
    this.#fill = await load.do(this.name, 'fill', { people });
    this.#filled = memoryOf(this.#subject.pid).now;
  }

  /** Ends a peer that failed, or is still busy with what it was asked too long ago; gives the reason for the tables. Throws the error where
   *  it is not a peer's: then nothing can be measured. */
  async giveUp(error: unknown, reason: string): Promise<string> {
    if (this.isOurs || this.isFloor) throw error;
    console.log(`  ${this.name} is measured no longer (${reason}): ${error instanceof Error ? error.message : error}`);
    this.gaveUp = reason;
    this.#most = memoryOf(this.#subject.pid).most;
    await this.#subject.stop('SIGKILL');
    return reason;
  }

  /** What it took, at the end: it is started anew several times for that. */
  async end(): Promise<Footprint> {
    if (this.gaveUp === null) this.#most = memoryOf(this.#subject.pid).most;
    const start = await startUp(this.#subject);
    return { fill: this.#fill, filled: this.#filled, most: this.#most, start };
  }

  remove(): Promise<void> {
    return this.#subject.remove();
  }
}
