// locales/ holds every word that a person reads, keyed by code, and the few functions that fill them in.
// What may enter: words (JSON) and pure formatting of facts into them. It may import ownership/ only.
// A content script imports `en.json` and this; the words of our own pages are in `en.pages.json`, the companion's in `en.companion.json`.

/** Made when it is first asked for: the companion, which says nothing of the kind as it starts, would wait for the language data. */
let long: Intl.RelativeTimeFormat | null = null;

const steps: readonly [limit: number, divisor: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [60_000, 1_000, 'second'],
  [3_600_000, 60_000, 'minute'],
  [86_400_000, 3_600_000, 'hour'],
  [Number.POSITIVE_INFINITY, 86_400_000, 'day'],
];

/** How long ago `at` was, both in ms since 1970: "3 seconds ago". A clock that runs ahead counts as now. */
export function ago(at: number, now: number): string {
  const [value, unit] = part(at, now);
  long ??= new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  return long.format(-value, unit);
}

/** The same in the room of a badge: "3 s", "2 min", "5 h", "4 d". */
export function agoShort(at: number, now: number): string {
  const [value, unit] = part(at, now);
  return `${value} ${unit === 'minute' ? 'min' : unit.charAt(0)}`;
}

function part(at: number, now: number): [value: number, unit: Intl.RelativeTimeFormatUnit] {
  const passed = Math.max(0, now - at);
  for (const [limit, divisor, unit] of steps) if (passed < limit) return [Math.floor(passed / divisor), unit];
  return [0, 'second'];
}
