import { Found } from './found.ts';
import { addressKey, isOneLetterOff, localKey, nameWords, partsOf } from './keys.ts';
import type { OktaUser, SpekitUser } from './subjects.ts';

/** Why somebody of Okta's is proposed. */
export interface Alike {
  mail: OktaUser[];
  name: OktaUser[];
  near: OktaUser[];
}

/** Users of Spekit's whom nobody of Okta's fits exactly, to be looked through by Okta's one after another: they are few, where Okta's are
 *  many. */
export class Unmatched {
  readonly #locals = new Found<SpekitUser>();
  readonly #names = new Found<SpekitUser>();
  /** By one word of the name and the first letter of the other, which holds those whose other word is one letter off. */
  readonly #nearNames = new Found<SpekitUser>();
  readonly #alike = new Map<SpekitUser, Alike>();

  add(user: SpekitUser): void {
    this.#alike.set(user, { mail: [], name: [], near: [] });
    for (const local of localsOf([user.email, user.userName])) this.#locals.put(local, user);
    const words = nameWords(user.name);
    if (words.length < 2) return;
    this.#names.put(words.join(' '), user);
    for (const key of nearKeys(words)) this.#nearNames.put(key, user);
  }

  /** Notes whom of them this one of Okta's is like. */
  compare(okta: OktaUser): void {
    if (this.#alike.size === 0) return;
    for (const local of localsOf(okta.addresses)) for (const user of this.#locals.get(local)) this.#alike.get(user)?.mail.push(okta);
    const words = nameWords(okta.name);
    if (words.length < 2) return;
    for (const user of this.#names.get(words.join(' '))) this.#alike.get(user)?.name.push(okta);
    const near = new Set(nearKeys(words).flatMap((key) => this.#nearNames.get(key)));
    for (const user of near) if (isNear(words, nameWords(user.name))) this.#alike.get(user)?.near.push(okta);
  }

  alike(user: SpekitUser): Alike {
    return this.#alike.get(user) ?? { mail: [], name: [], near: [] };
  }

  get size(): number {
    return this.#alike.size;
  }
}

/** One of the two words is the same, and the other one letter off. */
function isNear([a = '', b = '']: readonly string[], [c = '', d = '']: readonly string[]): boolean {
  return (
    (a === c && isOneLetterOff(b, d)) ||
    (b === d && isOneLetterOff(a, c)) ||
    (a === d && isOneLetterOff(b, c)) ||
    (b === c && isOneLetterOff(a, d))
  );
}

function localsOf(texts: readonly (string | null)[]): Set<string> {
  const keys = texts.map((text) => {
    const address = addressKey(text);
    return address === null ? null : localKey(partsOf(address).local);
  });
  return new Set(keys.filter((key) => key !== null));
}

function nearKeys(words: readonly string[]): string[] {
  return words.length !== 2 ? [] : words.map((word, index) => `${word} ${words[1 - index]?.[0] ?? ''}`);
}
