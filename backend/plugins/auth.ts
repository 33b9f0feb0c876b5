// plugins/ is what cuts across all routes: who may ask, how errors are told, limits, metrics. No route of a capability stands here.
import { hash, timingSafeEqual } from 'node:crypto';
import type { TokenKind } from '../store/writes/tokens.ts';

/** The only form in which a token is kept. Tokens are long and random: a fast hash is enough. */
export function hashToken(token: string): string {
  return hash('sha256', token);
}

/** Null: there is no token of that kind. */
export type TokenHashes = Readonly<Record<TokenKind, string | null>>;

/** Knows the tokens by their hashes. */
export class Tokens {
  #hashes: Readonly<Record<TokenKind, Buffer | null>>;
  /** The header that was allowed last: the next one is nearly always the same, and comparing is quicker than hashing. */
  #allowed: Partial<Record<TokenKind, Buffer>> = {};
  #settled = 0;

  constructor(hashes: TokenHashes) {
    this.#hashes = asBytes(hashes);
  }

  /** How often they were replaced. */
  get settled(): number {
    return this.#settled;
  }

  /** Knows these from now on, and no others. */
  replace(hashes: TokenHashes): void {
    this.#hashes = asBytes(hashes);
    this.#allowed = {};
    this.#settled += 1;
  }

  /** Whether an `Authorization` header carries the token of that kind; takes the same time whatever is wrong with it. */
  allow(kind: TokenKind, header: string | undefined): boolean {
    const known = this.#hashes[kind];
    if (known === null) return false;
    const given = Buffer.from(header ?? '');
    const before = this.#allowed[kind];
    if (before !== undefined && before.length === given.length && timingSafeEqual(before, given)) return true;
    const token = /^Bearer +([^\s]+) *$/i.exec(header ?? '')?.[1] ?? '';
    const allowed = timingSafeEqual(hash('sha256', token, 'buffer'), known);
    if (allowed) this.#allowed[kind] = given;
    return allowed;
  }
}

function asBytes({ scim, viewer, admin }: TokenHashes): Readonly<Record<TokenKind, Buffer | null>> {
  const bytes = (hashed: string | null): Buffer | null => (hashed === null ? null : Buffer.from(hashed, 'hex'));
  return { scim: bytes(scim), viewer: bytes(viewer), admin: bytes(admin) };
}
