import type { BodyRemark } from '../../contract/exchange.ts';
import { jsonFault } from '../plugins/json-text.ts';
import { maySecretsBeIn, parsed, withoutSecrets } from './secrets.ts';

/** A body as it is in hand: its text, or why there is none. */
export type Body = { text: string } | { remark: BodyRemark } | null;

export interface ToldBody {
  body: string | null;
  remark: BodyRemark | null;
}

/** Characters of a body that are kept. */
export const longestBody = 16 * 1024;

/** What is kept of a body. A text that holds no secret stays as it was written, blanks and all. */
export function toldBody(body: Body): ToldBody {
  if (body === null) return { body: null, remark: null };
  if ('remark' in body) return { body: null, remark: body.remark };
  const { text } = body;
  if (!maySecretsBeIn(text)) return cut(text);
  const value = parsed(text);
  // Where its names are is not known: it might be a password that stands in any place of it.
  return value === undefined ? { body: null, remark: 'not-json' } : cut(unlessTheSame(text, value));
}

/** Written anew only where something was veiled, or where a name stood twice, of which one was not looked at. */
function unlessTheSame(text: string, value: unknown): string {
  const clean = JSON.stringify(withoutSecrets(value));
  return clean === JSON.stringify(value) && jsonFault(text) === null ? text : clean;
}

function cut(text: string): ToldBody {
  const kept = text.length > longestBody ? text.slice(0, longestBody) : text;
  return { body: kept.toWellFormed(), remark: kept === text ? null : 'cut' };
}

/** About how many characters it keeps in memory. */
export function weightOf(body: Body): number {
  return body !== null && 'text' in body ? body.text.length : 0;
}
