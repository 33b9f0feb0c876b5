import { say } from '../../locales/companion.ts';
import { ScimError } from './errors.ts';

/** The ETag of a resource (RFC 7644 §3.14); weak, as the body also shows what others own. */
export function versionTag(version: number): string {
  return `W/"${version}"`;
}

/** Throws ScimError 412 where the client changes a version that is not there any more. */
export function checkVersion(version: number, ifMatch: string | null): void {
  if (ifMatch !== null && !namesTag(ifMatch, versionTag(version))) throw new ScimError(412, null, say('scim.version-changed'));
}

/** Whether an `If-Match` or `If-None-Match` header names the tag; weak and strong forms count as the same. */
export function namesTag(header: string, tag: string): boolean {
  const opaque = (one: string): string => one.trim().replace(/^W\//i, '');
  return header.trim() === '*' || header.split(',').some((one) => opaque(one) === opaque(tag));
}
