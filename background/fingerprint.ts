import type { Connection } from './companion.ts';

/** Tells companions and accounts apart without keeping the token a second time; '' where none is set. */
export async function fingerprint({ companionUrl, token }: Connection): Promise<string> {
  if (companionUrl === '' || token === '') return '';
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${companionUrl}\n${token}`));
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
