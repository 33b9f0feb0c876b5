/** What was made of a text, kept by the text. Clients make texts without end, so the one used longest ago makes room. */
export class RecentlyUsed<T> {
  readonly #most: number;
  readonly #kept = new Map<string, T>();

  /** @param most How many are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  get(text: string, make: () => T): T {
    let value = this.#kept.get(text);
    if (value === undefined) value = make();
    else this.#kept.delete(text);
    this.#kept.set(text, value);
    if (this.#kept.size > this.#most) {
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest);
        break;
      }
    }
    return value;
  }

  clear(): void {
    this.#kept.clear();
  }
}
