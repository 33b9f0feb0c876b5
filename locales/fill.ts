/** What goes into the places of a text. */
export type Facts = Readonly<Record<string, string | number | undefined>>;

/** How a language writes numbers, and which form of a word goes with one. */
export interface Formats {
  number(value: number): string;
  pluralOf(value: number): string;
}

const plain: Formats = { number: String, pluralOf: (value) => (value === 1 ? 'one' : 'other') };

/** `{count, plural, =0 {no members} one {# member} other {# members}}`: ICU's form, which translators and their tools know. */
const plural = /\{(\w+), plural,((?: *[=\w]+ \{(?:[^{}]|\{\w+\})*\})+)\}/g;
const forms = / *([=\w]+) \{((?:[^{}]|\{\w+\})*)\}/g;

/** Puts facts into a text's `{name}` places, and chooses its plural forms. A place without a fact becomes an empty string; no markup is
 *  interpreted, and nothing in a fact. */
export function fill(text: string, facts: Facts, formats: Formats = plain): string {
  const chosen = text.includes(', plural,')
    ? text.replace(plural, (_, key: string, all: string) => choose(all, facts[key], formats))
    : text;
  return chosen
    .replace(/\{(\w+)\}/g, (_, key: string) => (Object.hasOwn(facts, key) ? shown(facts[key], formats) : ''))
    .replace(/ {2,}/g, ' ')
    .trim();
}

function shown(fact: string | number | undefined, { number }: Formats): string {
  return typeof fact === 'number' ? number(fact) : (fact ?? '');
}

function choose(all: string, fact: string | number | undefined, { number, pluralOf }: Formats): string {
  const count = Number(fact ?? 0);
  const by = new Map([...all.matchAll(forms)].map(([, form = '', words = '']) => [form, words]));
  const words = by.get(`=${count}`) ?? by.get(pluralOf(count)) ?? by.get('other') ?? '';
  return words.replaceAll('#', number(count));
}
