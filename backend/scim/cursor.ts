import { hash } from 'node:crypto';
import { say } from '../../locales/companion.ts';
import type { Place } from '../store/filter/order.ts';
import { ScimError } from './errors.ts';

// A cursor (RFC 9865) says after which resource a page begins, and to which list it belongs. It holds all that is needed, so that it
// never expires, and other companions on the same database take it too. Writes between two pages move nothing: who is there all the
// while is met exactly once.

/** What makes two lists the same: the text of the filter and the sorting, as the client wrote them. */
export type ListText = readonly (string | null)[];

export function writeCursor(list: ListText, { value, id }: Place): string {
  return Buffer.from(JSON.stringify([mark(list), value, id])).toString('base64url');
}

/** The place that a cursor names; null for the empty one, which begins the list.
 *  Throws ScimError `invalidCursor` for one that this list has not given. */
export function readCursor(list: ListText, cursor: string): Place | null {
  if (cursor === '') return null;
  const [marked, value, id] = parsed(cursor);
  const known = isText(id) && (value === null || isText(value) || typeof value === 'number');
  if (!known || marked !== mark(list)) throw new ScimError(400, 'invalidCursor', say('list.bad-cursor'));
  return { value, id };
}

function parsed(cursor: string): unknown[] {
  try {
    const entries: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(entries) ? entries : [];
  } catch {
    return [];
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed() && !value.includes('\0');
}

function mark(list: ListText): string {
  return hash('sha256', JSON.stringify(list), 'base64url').slice(0, 16);
}
