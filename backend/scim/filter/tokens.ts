import { say } from '../../../locales/companion.ts';
import { ScimError, type ScimType } from '../errors.ts';

export type Token =
  | { kind: 'word'; text: string; at: number }
  | { kind: 'string'; value: string; at: number }
  | { kind: 'number'; value: number; at: number }
  | { kind: '(' | ')' | '[' | ']' | 'end'; at: number };

/** A filter longer than this is refused before it is read. */
export const longestFilter = 8192;

const word = /[A-Za-z$_][\w$\-.:]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const string = /"(?:[^"\\]|\\.)*"/y;
const space = /[ \t]+/y;

/** Splits a filter or a PATCH path into its tokens. Throws ScimError of the given type, naming the position (from 1). */
export function tokens(text: string, scimType: ScimType): Token[] {
  if (text.length > longestFilter) throw new ScimError(400, scimType, say('filter.too-long', { most: longestFilter }));
  const found: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const matched = pattern.exec(text)?.[0] ?? null;
    if (matched !== null) at += matched.length;
    return matched;
  };
  while (at < text.length) {
    if (take(space) !== null) continue;
    const begin = at;
    const sign = text[at];
    if (sign === '(' || sign === ')' || sign === '[' || sign === ']') {
      at += 1;
      found.push({ kind: sign, at: begin });
      continue;
    }
    const quoted = take(string);
    if (quoted !== null) {
      found.push({ kind: 'string', value: unquoted(quoted, begin, scimType), at: begin });
      continue;
    }
    const digits = take(number);
    if (digits !== null) {
      found.push({ kind: 'number', value: Number(digits), at: begin });
      continue;
    }
    const name = take(word) ?? (sign === '.' ? subAttribute(take) : null);
    if (name === null) throw unexpected(text, begin, scimType);
    found.push({ kind: 'word', text: name, at: begin });
  }
  found.push({ kind: 'end', at: text.length });
  return found;
}

/** A dot after `]` begins the sub-attribute of a PATCH path, as in `emails[type eq "work"].value`. */
function subAttribute(take: (pattern: RegExp) => string | null): string | null {
  return take(/\.[A-Za-z$_][\w$-]*/y);
}

function unquoted(quoted: string, at: number, scimType: ScimType): string {
  let value: unknown;
  try {
    value = JSON.parse(quoted);
  } catch {
    throw new ScimError(400, scimType, say('filter.bad-string', { position: at + 1 }));
  }
  if (typeof value !== 'string' || !value.isWellFormed() || value.includes('\0')) {
    throw new ScimError(400, scimType, say('filter.bad-string', { position: at + 1 }));
  }
  return value;
}

function unexpected(text: string, at: number, scimType: ScimType): ScimError {
  if (text[at] === '"') return new ScimError(400, scimType, say('filter.open-string', { position: at + 1 }));
  return new ScimError(400, scimType, say('filter.unexpected', { found: text.slice(at, at + 1), position: at + 1 }));
}
