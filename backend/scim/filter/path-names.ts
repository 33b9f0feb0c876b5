import type { PathNames } from '../schemas/resolve.ts';

const name = /^[A-Za-z$_][\w$-]*$/;

/** Splits `urn:…:User:name.givenName`, `name.givenName` or `userName` into its names; null for what cannot be a path.
 *  In a URN the version has a dot, so the attribute begins after the last colon. */
export function pathNames(text: string): PathNames | null {
  const colon = text.lastIndexOf(':');
  const urn = colon < 0 ? null : text.slice(0, colon);
  if (urn !== null && !/^urn:/i.test(urn)) return null;
  const [attribute, sub, more] = text.slice(colon + 1).split('.');
  if (attribute === undefined || more !== undefined || !name.test(attribute) || (sub !== undefined && !name.test(sub))) return null;
  return { urn, attribute, sub: sub ?? null };
}
