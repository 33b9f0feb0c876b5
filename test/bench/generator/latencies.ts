export interface Measured {
  /** Pieces of work done a second, over the whole run. */
  perSecond: number;
  /** Milliseconds that half of them took at most. */
  p50: number;
  /** Milliseconds that 99 of 100 took at most. */
  p99: number;
}

/** The value that this share (0 to 1) of all are at or below, by nearest rank. Throws for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  const value = sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)];
  if (value === undefined) throw new Error('There is no percentile of nothing.');
  return value;
}

/** @param latencies Milliseconds of each piece of work. */
export function summarise(latencies: readonly number[], seconds: number): Measured {
  return { perSecond: latencies.length / seconds, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}
