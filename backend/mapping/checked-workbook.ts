import { say } from '../../locales/companion.ts';
import { Refused } from '../directory/refused.ts';
import type { Read, Said } from './load.ts';
import { decideEverything, type Mapped, type Words } from './mapped.ts';
import type { MappingState } from './state.ts';

/** Ms for which it is kept that nobody asks about. */
const keptFor = 10 * 60_000;

interface Kept {
  digest: string;
  version: Said['version'];
  words: Words;
  /** As the state that was asked about last is with it. */
  applied: { to: MappingState; mapped: Mapped } | null;
}

/** What the workbook says that was checked last: so it is looked through line by line, without being sent for each letter of a search. */
export class CheckedWorkbook {
  #kept: Kept | null = null;
  #forget: NodeJS.Timeout | null = null;

  remember(digest: string, { said: { version } }: MappingState, words: Words): void {
    this.#kept = { digest, version, words, applied: null };
    this.#stay();
  }

  /** The state as it is with that workbook.
   *  Throws Refused where another one was checked since, or something was decided on a page that the check did not know. */
  async applied(read: Read, state: MappingState, digest: string): Promise<MappingState> {
    const kept = this.#kept;
    if (kept?.digest !== digest || kept.version !== state.said.version) throw new Refused('conflict', say('mapping.check-again'));
    this.#stay();
    if (kept.applied?.to !== state) {
      const { account, matched } = state;
      kept.applied = { to: state, mapped: await decideEverything(read, account.id, account.connection, matched, kept.words) };
    }
    return { ...state, mapped: kept.applied.mapped };
  }

  #stay(): void {
    if (this.#forget !== null) clearTimeout(this.#forget);
    this.#forget = setTimeout(() => {
      this.#kept = null;
    }, keptFor).unref();
  }
}
