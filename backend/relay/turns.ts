/** What has the same key is done one after the other, in the order in which it came. */
export class Turns {
  readonly #last = new Map<unknown, Promise<unknown>>();

  take<T>(key: unknown, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(work);
    const over: Promise<unknown> = mine.catch(() => undefined).then(() => this.#last.get(key) === over && this.#last.delete(key));
    this.#last.set(key, over);
    return mine;
  }

  /** Once all that was begun is done. */
  async over(): Promise<void> {
    while (this.#last.size > 0) await Promise.all(this.#last.values());
  }
}
