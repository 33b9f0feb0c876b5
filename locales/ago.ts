import { t } from './words.ts';

type Unit = 'second' | 'minute' | 'hour' | 'day';

const steps: readonly [limit: number, divisor: number, unit: Unit][] = [
  [60_000, 1_000, 'second'],
  [3_600_000, 60_000, 'minute'],
  [86_400_000, 3_600_000, 'hour'],
  [Number.POSITIVE_INFINITY, 86_400_000, 'day'],
];

/** How long ago `at` was, both in ms since 1970: "3 seconds ago". A clock that runs ahead counts as now. Words of our own: the first
 *  `Intl.RelativeTimeFormat` of a page loads data for longer than it takes to mark a screenful. */
export function ago(at: number, now: number): string {
  const [count, unit] = part(at, now);
  return t(`ago.passed.${unit}`, { count });
}

/** The same in the room of a badge: "3 s", "2 min", "5 h", "4 d". */
export function agoShort(at: number, now: number): string {
  const [count, unit] = part(at, now);
  return t(`ago.${unit}`, { count });
}

function part(at: number, now: number): [value: number, unit: Unit] {
  const passed = Math.max(0, now - at);
  for (const [limit, divisor, unit] of steps) if (passed < limit) return [Math.floor(passed / divisor), unit];
  return [0, 'second'];
}
