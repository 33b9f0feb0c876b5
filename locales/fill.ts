/** Puts facts into a text's `{name}` places. A place without a fact becomes an empty string; no markup is interpreted. */
export function fill(text: string, facts: Readonly<Record<string, string | number | undefined>>): string {
  return text
    .replace(/\{(\w+)\}/g, (_, key: string) => (Object.hasOwn(facts, key) ? String(facts[key] ?? '') : ''))
    .replace(/ {2,}/g, ' ')
    .trim();
}
