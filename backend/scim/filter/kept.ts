import { RecentlyUsed } from '../../store/recently-used.ts';

const most = 500;
const longest = 512;

/** What was read from a text; long texts are not kept. */
export class Kept<T> {
  readonly #kept = new RecentlyUsed<T>(most);

  get(text: string, read: () => T): T {
    return text.length > longest ? read() : this.#kept.get(text, read);
  }
}
