import { randomBytes } from 'node:crypto';
import { hashToken, Tokens } from '../plugins/auth.ts';
import type { Store } from '../store/access.ts';
import { tokenHash } from '../store/reads/accounts.ts';
import { setTokenHash, type TokenKind } from '../store/writes/tokens.ts';

/** Tokens that were made just now: nobody can read them again. */
export type MadeTokens = Partial<Record<TokenKind, string>>;

/** Keeps the tokens that were given, and makes those that were neither given nor kept before. */
export function settleTokens(store: Store, account: string, given: MadeTokens): Promise<{ tokens: Tokens; made: MadeTokens }> {
  return store.write(async (transaction) => {
    const made: MadeTokens = {};
    const settle = async (kind: TokenKind): Promise<string> => {
      const kept = await tokenHash(transaction, account, kind);
      if (given[kind] === undefined && kept !== null) return kept;
      const token = given[kind] ?? randomBytes(32).toString('base64url');
      if (given[kind] === undefined) made[kind] = token;
      await setTokenHash(transaction, account, kind, hashToken(token), Date.now());
      return hashToken(token);
    };
    const hashes = { scim: await settle('scim'), admin: await settle('admin') };
    return { tokens: new Tokens(hashes), made };
  });
}

/** Ms between two looks at what is kept. */
const pause = 2000;

/** Another companion on the same database may be started with new tokens: they count here as well, and the old ones no longer.
 *  Gives what ends the looking. */
export function followTokens(store: Store, account: string, tokens: Tokens): () => void {
  const look = async (): Promise<void> => {
    const [scim, admin] = await store.read(async (reads) => [
      await tokenHash(reads, account, 'scim'),
      await tokenHash(reads, account, 'admin'),
    ]);
    if (scim !== null && admin !== null) tokens.replace({ scim, admin });
  };
  // Where the database cannot be read, those known so far still count.
  const timer = setInterval(() => void look().catch(() => undefined), pause).unref();
  return () => clearInterval(timer);
}
