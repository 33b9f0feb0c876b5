import { randomBytes } from 'node:crypto';
import { hashToken, type TokenHashes, Tokens } from '../plugins/auth.ts';
import type { Reads, Store } from '../store/access.ts';
import { keptTokens } from '../store/reads/accounts.ts';
import { removeToken, setTokenHash, type TokenKind, tokenKinds } from '../store/writes/tokens.ts';

/** Tokens that were made just now: nobody can read them again. */
export type MadeTokens = Partial<Record<TokenKind, string>>;

/** Keeps the tokens that were given, and makes those that were neither given nor kept before. A viewer token is made together with the
 *  admin token only: whoever took it away does not get another one at the next start. */
export function settleTokens(store: Store, account: string, given: MadeTokens): Promise<{ tokens: Tokens; made: MadeTokens }> {
  return store.write(async (transaction) => {
    const kept = await hashesOf(transaction, account);
    const made: MadeTokens = {};
    const isMissing = (kind: TokenKind): boolean => given[kind] === undefined && kept[kind] === null;
    for (const kind of tokenKinds) if (isMissing(kind) && (kind !== 'viewer' || isMissing('admin'))) made[kind] = newToken();
    for (const kind of tokenKinds) {
      const token = given[kind] ?? made[kind];
      if (token !== undefined) await setTokenHash(transaction, account, kind, hashToken(token), Date.now());
    }
    return { tokens: new Tokens(await hashesOf(transaction, account)), made };
  });
}

/** Makes a new token of that kind and gives it, this once. The one before opens nothing any more: here at once, at another companion on the
 *  same database within two seconds. */
export async function renewToken(store: Store, account: string, kind: TokenKind, tokens: Tokens | null): Promise<string> {
  const token = newToken();
  const hashes = await store.write(async (transaction) => {
    await setTokenHash(transaction, account, kind, hashToken(token), Date.now());
    return hashesOf(transaction, account);
  });
  tokens?.replace(hashes);
  return token;
}

/** Takes the token of that kind away, as quickly as `renewToken`. */
export async function revokeToken(store: Store, account: string, kind: TokenKind, tokens: Tokens): Promise<void> {
  const hashes = await store.write(async (transaction) => {
    await removeToken(transaction, account, kind);
    return hashesOf(transaction, account);
  });
  tokens.replace(hashes);
}

/** Ms between two looks at what is kept. */
const pause = 2000;

/** Another companion on the same database may be started with new tokens, or be asked for one: they count here as well, and the old ones
 *  no longer. Gives what ends the looking. */
export function followTokens(store: Store, account: string, tokens: Tokens): () => void {
  const look = async (): Promise<void> => {
    const { settled } = tokens;
    const hashes = await store.read((reads) => hashesOf(reads, account));
    // What was replaced here meanwhile is newer than what was read.
    if (settled === tokens.settled) tokens.replace(hashes);
  };
  // Where the database cannot be read, those known so far still count.
  const timer = setInterval(() => void look().catch(() => undefined), pause).unref();
  return () => clearInterval(timer);
}

async function hashesOf(reads: Reads, account: string): Promise<TokenHashes> {
  const hashes: Record<TokenKind, string | null> = { scim: null, viewer: null, admin: null };
  for (const { kind, hash } of await keptTokens(reads, account)) hashes[kind] = hash;
  return hashes;
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}
