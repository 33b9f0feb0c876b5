import { existsSync } from 'node:fs';
import { say } from '../../locales/companion.ts';
import { databaseAddress } from '../config.ts';
import { accountId } from '../connection/account-id.ts';
import { renewToken } from '../connection/tokens.ts';
import { StartRefused } from '../start-refused.ts';
import { openStore } from '../store/open-store.ts';
import { keptTokens } from '../store/reads/accounts.ts';
import { type TokenKind, tokenKinds } from '../store/writes/tokens.ts';

/** Makes a new token of a role and gives it, for one who has lost theirs; a running companion takes it within two seconds. Throws
 *  StartRefused where the role or the database is none. */
export async function makeToken(database: string, role: string): Promise<{ role: TokenKind; token: string }> {
  const kind = tokenKinds.find((one) => one === role);
  if (kind === undefined) throw new StartRefused(say('api.no-role', { role, roles: tokenKinds.join(', ') }));
  const address = databaseAddress(database);
  if (address.kind === 'sqlite' && !existsSync(address.path)) {
    throw new StartRefused(say('maintenance.no-database', { path: address.path }));
  }
  const store = await openStore(address);
  try {
    const kept = await store.read((reads) => keptTokens(reads, accountId));
    if (kept.length === 0) throw new StartRefused(say('maintenance.no-tables'));
    return { role: kind, token: await renewToken(store, accountId, kind, null) };
  } finally {
    await store.close();
  }
}
