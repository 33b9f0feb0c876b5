// components/panel/masking/ makes what Okta sent fit to be shown to others: what tells of a person is masked.
// What may enter: which attributes those are, and how a text, an address and a body are masked. No component and no message.

/** What a masked value was, as far as its reader is to know. */
export type MaskKind = 'name' | 'email' | 'phone' | 'id' | 'text';

const email = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}.-]{1,255}/gu;
const phone = /\+\d[\d\s().-]{5,20}\d/g;
/** The id in an address of a user or a group. `.search` and a `bulkId:` are none. */
const idInAddress = /(\/(?:Users|Groups)\/)(?!\.search\b|bulkId:)([^/?#\s"'&,;)]+)/g;
/** Ids by their form: what the companion makes, and Okta's of people and groups. */
const id = /\b(?:[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|00[ug][\dA-Za-z]{10,40})\b/gi;
/** What a filter compares, and with what. */
const comparison = /([\w:.$-]{1,200})(\s{1,9}(?:eq|ne|co|sw|ew|gt|ge|lt|le)\s{1,9})"((?:[^"\\]|\\.)*)"/gi;
/** Shorter ones would be found in words that only look alike. */
const shortest = 3;

/** Masks values, each with the same mask whenever it comes again, so that two of them can be told apart and nobody can be told from them.
 *  A mask has no letter that an address or a cell would have to write otherwise. */
export class Masks {
  readonly #known = new Map<string, string>();
  readonly #counts = new Map<MaskKind, number>();

  of(value: string, kind: MaskKind): string {
    const key = keyOf(value);
    if (key === '') return value;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const called = value.includes('@') && kind !== 'id' ? 'email' : kind;
    const count = (this.#counts.get(called) ?? 0) + 1;
    this.#counts.set(called, count);
    const mask = `*${called}-${count}*`;
    this.#known.set(key, mask);
    return mask;
  }

  /** A text of which it is not known what it tells: addresses of mail, telephones and ids in it, and what filters compare.
   *  @param kindOf What a filter's attribute tells; null: nothing of a person. `within`: the attribute that the brackets are of. */
  inText(text: string, kindOf: (attribute: string, within: string) => MaskKind | null): string {
    return text
      .replace(comparison, (all, attribute: string, operator: string, literal: string, at: number) => {
        const kind = kindOf(attribute, withinAt(text, at));
        return kind === null ? all : `${attribute}${operator}"${this.of(unescaped(literal), kind)}"`;
      })
      .replace(idInAddress, (_all, before: string, id: string) => before + this.of(decoded(id), 'id'))
      .replace(id, (found) => this.of(found, 'id'))
      .replace(email, (found) => this.of(found, 'email'))
      .replace(phone, (found) => this.of(found, 'phone'));
  }

  /** Masks in a text what was masked elsewhere in `those`: an error tells in words whom it is about. */
  again(text: string, those: ReadonlySet<string>): string {
    const values = [...those].filter((value) => value.trim().length >= shortest).toSorted((a, b) => b.length - a.length);
    return values.reduce((left, value) => replaceWhole(left, value, this.of(value, 'text')), text);
  }
}

/** Letters of either case are the same in an address of mail and in an id. */
function keyOf(value: string): string {
  return value.trim().normalize('NFC').toLowerCase();
}

/** Where it stands as a word of its own, in any case. */
function replaceWhole(text: string, value: string, mask: string): string {
  const literal = value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}*-])${literal}(?![\\p{L}\\p{N}])`, 'giu');
  return text.replace(pattern, () => mask);
}

/** `emails` of `emails[type eq "work" and value eq "x"]`, for what stands in the brackets. */
function withinAt(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 500), at);
  const open = before.lastIndexOf('[');
  if (open < 0 || before.lastIndexOf(']') > open) return '';
  return /[\w:.$-]+$/.exec(before.slice(0, open))?.[0] ?? '';
}

function unescaped(literal: string): string {
  try {
    return String(JSON.parse(`"${literal}"`));
  } catch {
    return literal;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
