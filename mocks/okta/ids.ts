import { randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** An id of Okta's shape: a prefix that tells the kind (`00u` user, `00g` group, `0oa` app, `gPm` push mapping), 20 characters in all. */
export function oktaId(prefix: string): string {
  let id = prefix;
  for (const byte of randomBytes(20 - prefix.length)) id += alphabet.charAt(byte % alphabet.length);
  return id;
}

/** The same id for the same text each time, so that links and recordings of the seeded org stay good over restarts. */
export function fixedOktaId(prefix: string, text: string): string {
  let hash = 2166136261;
  let id = prefix;
  while (id.length < 20) {
    for (const character of `${text}#${id.length}`) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619) >>> 0;
    id += alphabet.charAt((hash >>> 7) % alphabet.length);
  }
  return id;
}
