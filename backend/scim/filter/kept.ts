const most = 500;
const longest = 512;

/** What was read from a text, kept by the text; the one used longest ago makes room, and long texts are not kept. */
export class Kept<T> {
  readonly #kept = new Map<string, T>();

  get(text: string, read: () => T): T {
    let value = this.#kept.get(text);
    if (value === undefined) value = read();
    else this.#kept.delete(text);
    if (text.length > longest) return value;
    this.#kept.set(text, value);
    if (this.#kept.size > most) {
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest);
        break;
      }
    }
    return value;
  }
}
