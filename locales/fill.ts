/** What goes into the places of a text. */
export type Facts = Readonly<Record<string, string | number | undefined>>;

/** How a language writes numbers, and which form of a word goes with one. */
export interface Formats {
  number(value: number): string;
  pluralOf(value: number): string;
}

const plain: Formats = { number: String, pluralOf: (value) => (value === 1 ? 'one' : 'other') };

/** A text's words, its `{name}` places, and its plurals: by form, what the text is then. `#` is a place as well, of the number. */
type Part = string | { place: string; forms: ReadonlyMap<string, readonly Part[]> | null };

/** `{count, plural, =0 {no members} one {# member} other {# members}}`: ICU's form, which translators and their tools know. */
const places = /\{(\w+)(?:, plural,((?: *[=\w]+ \{(?:[^{}]|\{\w+\})*\})+))?\}/g;
const forms = / *([=\w]+) \{((?:[^{}]|\{\w+\})*)\}/g;

/** Texts are few and are filled a thousand times: each is read once. */
const known = new Map<string, readonly Part[]>();

/** Puts facts into a text's `{name}` places, and chooses its plural forms. A place without a fact becomes an empty string; no markup is
 *  interpreted, and nothing in a fact. */
export function fill(text: string, facts: Facts, formats: Formats = plain): string {
  let parts = known.get(text);
  if (!parts) {
    parts = read(text);
    known.set(text, parts);
  }
  const filled = said(parts, facts, formats).trim();
  return filled.includes('  ') ? filled.replace(/ {2,}/g, ' ') : filled;
}

/** `counted`: whose number `#` is, within a plural. */
function read(text: string, counted = ''): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  const words = (to: number) => {
    const between = text.slice(end, to);
    for (const [index, piece] of (counted === '' ? [between] : between.split('#')).entries())
      parts.push(...(index > 0 ? [{ place: counted, forms: null }] : []), piece);
  };
  for (const { 0: whole, 1: place = '', 2: all, index } of text.matchAll(places)) {
    words(index);
    end = index + whole.length;
    parts.push({ place, forms: all ? new Map([...all.matchAll(forms)].map(([, form = '', of = '']) => [form, read(of, place)])) : null });
  }
  words(text.length);
  return parts;
}

function said(parts: readonly Part[], facts: Facts, formats: Formats): string {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else {
      const fact = Object.hasOwn(facts, part.place) ? facts[part.place] : undefined;
      if (part.forms) text += said(formOf(part.forms, Number(fact ?? 0), formats), facts, formats);
      else text += typeof fact === 'number' ? formats.number(fact) : (fact ?? '');
    }
  }
  return text;
}

function formOf(all: ReadonlyMap<string, readonly Part[]>, count: number, { pluralOf }: Formats): readonly Part[] {
  return all.get(`=${count}`) ?? all.get(pluralOf(count)) ?? all.get('other') ?? [];
}
