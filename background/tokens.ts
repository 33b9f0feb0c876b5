import { z } from 'zod';
import type { Reach } from '../contract/reach.ts';
import { ownRole, type TokenRole, tokenList, tokenMade } from '../contract/tokens.ts';
import type { ManagedSettings } from '../stores/policy.ts';
import { profilesOf, withProfile } from '../stores/profiles.ts';
import { effectiveSettings, managedSettings, type Settings, settings } from '../stores/settings.ts';
import { ask, type Connection } from './companion.ts';

export interface Tokens {
  reach: Reach;
  /** What the token that is set may do; null where the companion does not say, as older ones. */
  role: 'viewer' | 'admin' | null;
  /** Which tokens there are, and when each was made; empty for a viewer. */
  tokens: { role: TokenRole; madeAt: string }[];
}

/** Which tokens the companion takes, as far as the one that is set may know. */
export async function listTokens(): Promise<Tokens> {
  const connection = await effectiveSettings();
  const own = await ask(connection, { method: 'GET', path: '/token', answer: ownRole });
  if (own.reach !== 'ok') return { reach: own.reach, role: null, tokens: [] };
  const role = own.body?.role ?? null;
  if (role !== 'admin') return { reach: 'ok', role, tokens: [] };
  const all = await ask(connection, { method: 'GET', path: '/tokens', answer: tokenList });
  return { reach: all.reach, role, tokens: all.reach === 'ok' ? (all.body?.tokens ?? []) : [] };
}

/** Has a new token made, which is told this once; the one before opens nothing any more. Where it is the one that is set, the new one is set
 *  instead. `kept`: whether it is; policy may say otherwise. */
export async function renewToken(role: TokenRole): Promise<{ reach: Reach; token: string | null; kept: boolean }> {
  const connection = await effectiveSettings();
  const own = await ask(connection, { method: 'GET', path: '/token', answer: ownRole });
  const made = await ask(connection, { method: 'POST', path: `/tokens/${role}`, answer: tokenMade });
  const token = made.reach === 'ok' ? (made.body?.token ?? null) : null;
  if (token === null) return { reach: made.reach, token: null, kept: false };
  const isOwn = own.reach === 'ok' && own.body?.role === role && !isByPolicy(connection.token, await managedSettings.read());
  if (isOwn) await settings.write((old) => withToken(old, connection, token));
  return { reach: 'ok', token, kept: isOwn };
}

/** Takes the token of that role away: whoever has it is refused from now on. */
export async function revokeToken(role: TokenRole): Promise<{ reach: Reach }> {
  const answer = await ask(await effectiveSettings(), { method: 'DELETE', path: `/tokens/${role}`, answer: z.undefined() });
  return { reach: answer.reach };
}

function isByPolicy(token: string, { token: first, profiles = [] }: ManagedSettings): boolean {
  return [first, ...profiles.map((one) => one.token)].includes(token);
}

/** In every profile that had the one before at that companion. */
function withToken(old: Settings, before: Connection, token: string): Settings {
  const same = profilesOf(old).filter((one) => one.token === before.token);
  return same.reduce((settings, { id }) => withProfile(settings, id, { token }), old);
}
