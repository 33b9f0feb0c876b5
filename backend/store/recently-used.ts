/** What was made of a text, kept by the text. Clients make texts without end, so what was used longest ago makes room.
 *
 *  Kept in two halves: when the newer one is full, it becomes the older one, and what the older one held goes. Finding what is in use then
 *  writes nothing, where moving each text to the end of one map at each use took longer than the look-up itself. */
export class RecentlyUsed<T> {
  readonly #half: number;
  #newer = new Map<string, T>();
  #older = new Map<string, T>();

  /** @param most How many are kept at most; never fewer than the half of it that was used last. */
  constructor(most: number) {
    this.#half = Math.ceil(most / 2);
  }

  get(text: string, make: () => T): T {
    let value = this.#newer.get(text);
    if (value !== undefined) return value;
    value = this.#older.get(text) ?? make();
    if (this.#newer.size >= this.#half) {
      this.#older = this.#newer;
      this.#newer = new Map();
    }
    this.#newer.set(text, value);
    return value;
  }

  clear(): void {
    this.#newer.clear();
    this.#older.clear();
  }
}
