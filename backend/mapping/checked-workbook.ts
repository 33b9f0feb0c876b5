import { say } from '../../locales/companion.ts';
import { Refused } from '../directory/refused.ts';
import type { Read, Said } from './load.ts';
import { decideEverything, type Mapped, type Words } from './mapped.ts';
import type { MappingState } from './state.ts';

/** Ms for which it is kept that nobody asks about. */
const keptFor = 10 * 60_000;

/** What the workbook says that was checked last: so it is looked through line by line, without being sent for each letter of a search. */
export class CheckedWorkbook {
  #kept: { digest: string; version: Said['version']; words: Words } | null = null;
  /** As a state of the mapping is with it. */
  #applied: { to: MappingState; mapped: Mapped } | null = null;
  #forget: NodeJS.Timeout | null = null;

  remember(digest: string, { said: { version } }: MappingState, words: Words): void {
    this.#kept = { digest, version, words };
    this.#applied = null;
    this.#stay();
  }

  /** The state as it is with that workbook.
   *  Throws Refused where another one was checked since, or something was decided on a page that the check did not know. */
  async applied(read: Read, state: MappingState, digest: string): Promise<MappingState> {
    const kept = this.#kept;
    if (kept?.digest !== digest || kept.version !== state.said.version) throw new Refused('conflict', say('mapping.check-again'));
    this.#stay();
    if (this.#applied?.to !== state) {
      const { account, matched } = state;
      this.#applied = { to: state, mapped: await decideEverything(read, account.id, account.connection, matched, kept.words) };
    }
    return { ...state, mapped: this.#applied.mapped };
  }

  #stay(): void {
    if (this.#forget !== null) clearTimeout(this.#forget);
    this.#forget = setTimeout(() => {
      this.#kept = null;
      this.#applied = null;
    }, keptFor).unref();
  }
}
