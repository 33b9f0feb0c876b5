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

/** What Okta knows of an address that somebody has filled in. */
export class KnownAddresses {
  readonly #all: Address[] = [];
  readonly #addresses = new Found<Address>();
  readonly #rules: ReturnType<typeof rulesOf>;
  #alike: Alike | null = null;
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

  lookUp(address: string): AddressState {
    const key = addressKey(address);
    if (key === null) return { kind: 'unknown' };
    const same = this.#addresses.get(key);
    if (same.some(({ text }) => text === address)) return { kind: 'known' };
    const [first] = same;
    if (first !== undefined) return { kind: 'other-case', address: first.text };
    const near = this.#byRule(key) ?? this.#near(key);
    return near === null ? { kind: 'unknown' } : { kind: 'near', address: near };
  }

  /** The address that an admin said is the same. */
  #byRule(key: string): string | null {
    const { local, domain } = partsOf(key);
    const others = [this.#rules.aliases.get(key) ?? '', ...(this.#rules.domains.get(domain) ?? []).map((other) => `${local}@${other}`)];
    return others.flatMap((other) => this.#addresses.get(other))[0]?.text ?? null;
  }

  #near(key: string): string | null {
    if (this.#looked >= mostNear) return null;
    this.#looked += 1;
    this.#alike ??= new Alike(this.#all);
    return this.#alike.find(partsOf(key));
  }
}

/** Addresses by what they have in common with one that has a slip. */
class Alike {
  readonly #locals = new Found<Address>();
  /** By domain, and by the first or the last letter: of two that differ in one place, one of these is the same. */
  readonly #ends = new Map<string, Address[]>();

  constructor(all: Iterable<Address>) {
    for (const address of all) {
      this.#locals.put(address.local, address);
      for (const key of endsOf(address)) {
        const others = this.#ends.get(key);
        if (others === undefined) this.#ends.set(key, [address]);
        else others.push(address);
      }
    }
  }

  /** Null where nobody has nearly the same, or several have. */
  find({ local, domain }: { local: string; domain: string }): string | null {
    const elsewhere = this.#locals.get(local);
    const slips = elsewhere.filter((other) => isOneLetterOff(other.domain, domain));
    const letters = [...new Set(endsOf({ local, domain }).flatMap((key) => this.#ends.get(key) ?? []))];
    // What is of a post is the same in every company.
    const personal = localKey(local) === null ? [] : elsewhere;
    for (const found of [slips, letters.filter((other) => isOneLetterOff(other.local, local)), personal]) {
      const texts = new Set(found.map(({ text }) => caseKey(text)));
      if (texts.size > 0) return texts.size === 1 ? (found[0]?.text ?? null) : null;
    }
    return null;
  }
}

function endsOf({ local, domain }: { local: string; domain: string }): string[] {
  return [`${domain} ${local.slice(0, 1)}_`, `${domain} _${local.slice(-1)}`];
}
