import { roleOfToken } from '../../contract/tokens.ts';
import { say } from '../../locales/companion.ts';
import { renewToken, revokeToken } from '../connection/tokens.ts';
import { Refused } from '../directory/refused.ts';
import type { Tokens } from '../plugins/auth.ts';
import type { Store } from '../store/access.ts';
import { keptTokens } from '../store/reads/accounts.ts';
import type { TokenKind } from '../store/writes/tokens.ts';
import type { Handlers } from './handlers.ts';

type TokenOperation = 'ownRole' | 'listTokens' | 'renewToken' | 'revokeToken';

/** What carries out the operations on tokens. `tokens`: those that this companion lets in. */
export function tokenHandlers(store: Store, account: string, tokens: Tokens): Pick<Handlers, TokenOperation> {
  return {
    ownRole: async ({ role }) => ({ role }),
    listTokens: async () => {
      const kept = await store.read((reads) => keptTokens(reads, account));
      return { tokens: kept.map(({ kind, created_at: at }) => ({ role: kind, madeAt: new Date(at).toISOString() })) };
    },
    renewToken: async ({ params }) => {
      const role = roleOf(params);
      return { role, token: await renewToken(store, account, role, tokens) };
    },
    revokeToken: async ({ params }) => {
      const role = roleOf(params);
      // Nobody could ask for another one then.
      if (role === 'admin') throw new Refused('conflict', say('api.admin-token-stays'));
      await revokeToken(store, account, role, tokens);
      return undefined;
    },
  };
}

function roleOf({ role }: Record<string, string>): TokenKind {
  const parsed = roleOfToken.safeParse(role);
  if (!parsed.success) throw new Refused('not-found', say('api.no-role', { role: role ?? '', roles: roleOfToken.options.join(', ') }));
  return parsed.data;
}
