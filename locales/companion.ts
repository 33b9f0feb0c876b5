import words from './en.companion.json' with { type: 'json' };
import { fill } from './fill.ts';

type Words = typeof words;

/** `<group>.<key>` of `en.companion.json`. */
export type CompanionCode = { [Group in keyof Words]: `${Group}.${keyof Words[Group] & string}` }[keyof Words];

/** What the companion says to people: to Okta's admin in SCIM errors, to the Spekit side in API errors, to whoever starts it. */
export function say(code: CompanionCode, facts: Readonly<Record<string, string | number>> = {}): string {
  const dot = code.indexOf('.');
  const group: Readonly<Record<string, string>> = words[code.slice(0, dot) as keyof Words];
  return fill(group[code.slice(dot + 1)] ?? code, facts);
}
