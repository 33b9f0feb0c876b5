/** So many seconds are kept as text, each in the place that its number ends in. */
const kept = 1024;
const seconds = new Float64Array(kept).fill(Number.NaN);
const starts: string[] = new Array(kept).fill('');
/** `.000Z` to `.999Z`. */
const ends = Array.from({ length: 1000 }, (_, ms) => `.${String(ms).padStart(3, '0')}Z`);

/** An instant as SCIM says it (RFC 7643 §2.3.5), as `Date` does: `2026-11-24T10:42:00.000Z`.
 *
 *  A page says two hundred of them, and they took a fifth of its time: most are of a few seconds, in which an import came.
 *  @param at Whole ms since 1970. Throws RangeError where that is no instant. */
export function instantOf(at: number): string {
  const second = Math.floor(at / 1000);
  const place = ((second % kept) + kept) % kept;
  if (seconds[place] !== second) {
    starts[place] = new Date(second * 1000).toISOString().slice(0, -5);
    seconds[place] = second;
  }
  return `${starts[place]}${ends[at - second * 1000]}`;
}
