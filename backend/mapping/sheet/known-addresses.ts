import type { MappingRules } from '../../../contract/mapping.ts';
import { caseKey } from '../../scim/case-key.ts';
import type { AddressState } from '../files/index.ts';
import { Found } from '../found.ts';
import { addressKey, isOneLetterOff, localKey, partsOf } from '../keys.ts';
import { rulesOf } from '../rules.ts';
import type { OktaUser } from '../subjects.ts';

/** One of Okta's addresses, as Okta writes it. */
interface Address {
  text: string;
  local: string;
  domain: string;
}

/** So many strange addresses are compared with all that are nearly the same: a sheet of other addresses altogether is told as that. */
const mostNear = 1000;
const stretch = 20;
/** Letters of a local part in which slips are looked for, and of which those are. */
const longest = 40;
const letters = "abcdefghijklmnopqrstuvwxyz0123456789._-+'";

/** What Okta knows of an address that somebody has filled in. */
export class KnownAddresses {
  readonly #all: Address[] = [];
  readonly #addresses = new Found<Address>();
  readonly #rules: ReturnType<typeof rulesOf>;
  #locals: Found<Address> | null = null;
  #looked = 0;

  constructor(users: readonly OktaUser[], rules: MappingRules) {
    this.#rules = rulesOf(rules);
    for (const { addresses } of users) {
      for (const text of addresses) {
        const key = addressKey(text);
        if (key === null) continue;
        const address = { text: text.trim(), ...partsOf(key) };
        this.#all.push(address);
        this.#addresses.put(key, address);
      }
    }
  }

  async lookUp(address: string): Promise<AddressState> {
    const key = addressKey(address);
    if (key === null) return { kind: 'unknown' };
    const same = this.#addresses.get(key);
    if (same.some(({ text }) => text === address)) return { kind: 'known' };
    const [first] = same;
    if (first !== undefined) return { kind: 'other-case', address: first.text };
    const near = this.#byRule(key) ?? (await this.#near(key));
    return near === null ? { kind: 'unknown' } : { kind: 'near', address: near };
  }

  /** The address that an admin said is the same. */
  #byRule(key: string): string | null {
    const { local, domain } = partsOf(key);
    const others = [this.#rules.aliases.get(key) ?? '', ...(this.#rules.domains.get(domain) ?? []).map((other) => `${local}@${other}`)];
    return others.flatMap((other) => this.#addresses.get(other))[0]?.text ?? null;
  }

  async #near(key: string): Promise<string | null> {
    if (this.#looked >= mostNear) return null;
    this.#looked += 1;
    // It takes some thousand look-ups: others have their turn in between.
    if (this.#looked % stretch === 0) await new Promise((next) => setImmediate(next));
    const { local, domain } = partsOf(key);
    const elsewhere = this.#withLocal(local);
    const ways = [
      () => elsewhere.filter((other) => isOneLetterOff(other.domain, domain)),
      () => slipsOf(local).flatMap((other) => this.#addresses.get(`${other}@${domain}`)),
      // What is of a post is the same in every company.
      () => (localKey(local) === null ? [] : elsewhere),
    ];
    for (const way of ways) {
      const texts = new Map(way().map(({ text }) => [caseKey(text), text]));
      const [only] = texts.values();
      // Where several are nearly the same, none of them is told as what is meant.
      if (only !== undefined) return texts.size === 1 ? only : null;
    }
    return null;
  }

  #withLocal(local: string): readonly Address[] {
    if (this.#locals === null) {
      this.#locals = new Found<Address>();
      for (const address of this.#all) this.#locals.put(address.local, address);
    }
    return this.#locals.get(local);
  }
}

/** All that a local part may have been before one letter was left out, put in, mistaken, or exchanged with the next. */
function slipsOf(local: string): string[] {
  if (local.length < 4 || local.length > longest) return [];
  const slips: string[] = [];
  for (let at = 0; at <= local.length; at += 1) {
    const [before, here, after] = [local.slice(0, at), local.slice(at, at + 1), local.slice(at + 1)];
    slips.push(before + after, before + after.slice(0, 1) + here + after.slice(1));
    for (const letter of letters) slips.push(before + letter + after, before + letter + here + after);
  }
  return slips;
}
