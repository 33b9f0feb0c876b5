import { caseKey } from '../scim/case-key.ts';
import { addressKey, localKey, nameWords, partsOf, salesforceKey } from './keys.ts';
import type { OktaUser } from './subjects.ts';

/** Okta's users by all that somebody of Spekit's may be found by. */
export class OktaUsers {
  readonly #addresses = new Map<string, OktaUser[]>();
  readonly #userNames = new Map<string, OktaUser[]>();
  readonly #identifiers = new Map<string, OktaUser[]>();
  readonly #salesforce = new Map<string, OktaUser[]>();
  readonly #locals = new Map<string, OktaUser[]>();
  readonly #names = new Map<string, OktaUser[]>();
  /** By one word of the name and the first letter of the next, which holds those whose other word is one letter off. */
  readonly #nearNames = new Map<string, OktaUser[]>();

  add(user: OktaUser): void {
    put(this.#userNames, caseKey(user.userName.trim()), user);
    const addresses = new Set(user.addresses.map(addressKey).filter((key) => key !== null));
    for (const address of addresses) put(this.#addresses, address, user);
    const locals = new Set([...addresses].map((address) => localKey(partsOf(address).local)).filter((key) => key !== null));
    for (const local of locals) put(this.#locals, local, user);
    const identifiers = new Set([...user.identifiers, user.userName, ...addresses].map((text) => caseKey(text.trim())));
    for (const identifier of identifiers) put(this.#identifiers, identifier, user);
    for (const id of new Set(user.identifiers.map(salesforceKey))) if (id !== null) put(this.#salesforce, id, user);
    const words = nameWords(user.name);
    if (words.length < 2) return;
    put(this.#names, words.join(' '), user);
    for (const key of nearKeys(words)) put(this.#nearNames, key, user);
  }

  withAddress(key: string): readonly OktaUser[] {
    return this.#addresses.get(key) ?? [];
  }

  withUserName(userName: string): readonly OktaUser[] {
    return this.#userNames.get(caseKey(userName.trim())) ?? [];
  }

  withIdentifier(text: string): readonly OktaUser[] {
    return this.#identifiers.get(caseKey(text.trim())) ?? [];
  }

  withSalesforceId(id: string | null): readonly OktaUser[] {
    const key = salesforceKey(id);
    return key === null ? [] : (this.#salesforce.get(key) ?? []);
  }

  withLocal(key: string): readonly OktaUser[] {
    return this.#locals.get(key) ?? [];
  }

  withName(words: readonly string[]): readonly OktaUser[] {
    return this.#names.get(words.join(' ')) ?? [];
  }

  /** Those of whose name one word is the same and another begins alike. */
  nearName(words: readonly string[]): OktaUser[] {
    return [...new Set(nearKeys(words).flatMap((key) => this.#nearNames.get(key) ?? []))];
  }
}

function nearKeys(words: readonly string[]): string[] {
  return words.length !== 2 ? [] : words.map((word, index) => `${word} ${words[1 - index]?.[0] ?? ''}`);
}

function put(map: Map<string, OktaUser[]>, key: string, user: OktaUser): void {
  if (key === '') return;
  const there = map.get(key);
  if (there === undefined) map.set(key, [user]);
  else if (there.at(-1) !== user) there.push(user);
}
