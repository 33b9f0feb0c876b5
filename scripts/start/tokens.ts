import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Tokens {
  /** What Okta's provisioning sends. */
  scim: string;
  /** What the extension sends. */
  admin: string;
}

/** The playground's tokens: made at the first start, readable by this user only, the same at every later start.
 *  A companion of one's own keeps only their hashes; here they are kept so that the extension stays connected. */
export function keptTokens(file: string): Tokens {
  const kept = read(file);
  if (kept !== null) return kept;
  const made = { scim: randomBytes(32).toString('base64url'), admin: randomBytes(32).toString('base64url') };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

function read(file: string): Tokens | null {
  try {
    const { scim, admin } = JSON.parse(readFileSync(file, 'utf8'));
    return typeof scim === 'string' && typeof admin === 'string' && scim !== '' && admin !== '' ? { scim, admin } : null;
  } catch {
    return null;
  }
}
