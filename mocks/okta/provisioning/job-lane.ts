import { maxTries, ScimFailure, secondsUntilRetry } from '../scim/failures.ts';

/** Runs an app's provisioning jobs one after the other, in the order in which they were asked for.
 *  A job that meets 429 is put off and tried again, without holding up the others. */
export class JobLane {
  readonly #waiting: (() => Promise<void>)[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #idle = new Set<() => void>();
  #running = false;
  #closed = false;

  /** @param work Throws ScimFailure when the app refuses. @param gaveUp Told of the failure that ends the job. */
  add(work: () => Promise<void>, gaveUp: (failure: ScimFailure) => void): void {
    this.#put(work, gaveUp, 1);
  }

  /** Settles when nothing is left to do, put-off jobs included. */
  async idle(): Promise<void> {
    if (this.#quiet()) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#idle.add(resolve);
    await promise;
  }

  /** Drops what has not begun. */
  close(): void {
    this.#closed = true;
    this.#waiting.length = 0;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#tellIdle();
  }

  #put(work: () => Promise<void>, gaveUp: (failure: ScimFailure) => void, tries: number): void {
    if (this.#closed) return;
    this.#waiting.push(async () => {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof ScimFailure)) throw error;
        if (error.status === 429 && tries < maxTries) this.#putOff(work, gaveUp, tries, error.retryAfter);
        else gaveUp(error);
      }
    });
    if (!this.#running) void this.#run();
  }

  #putOff(work: () => Promise<void>, gaveUp: (failure: ScimFailure) => void, tries: number, retryAfter: string | null): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#put(work, gaveUp, tries + 1);
    }, secondsUntilRetry(retryAfter, tries) * 1000);
    this.#timers.add(timer);
  }

  async #run(): Promise<void> {
    this.#running = true;
    // What one act of the admin asks for is gathered first, so that it is pushed once.
    await Promise.resolve();
    for (let job = this.#waiting.shift(); job !== undefined; job = this.#waiting.shift()) await job();
    this.#running = false;
    this.#tellIdle();
  }

  #quiet(): boolean {
    return !this.#running && this.#waiting.length === 0 && this.#timers.size === 0;
  }

  #tellIdle(): void {
    if (!this.#quiet()) return;
    for (const resolve of this.#idle) resolve();
    this.#idle.clear();
  }
}
