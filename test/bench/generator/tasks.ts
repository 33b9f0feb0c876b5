import type { Address } from './directory.ts';
import type { Measured } from './latencies.ts';
import type { Finding } from './operation.ts';

/** What the generator can be told to do, by name: what it is given, and what it gives back. */
export interface Tasks {
  /** A service to be put under load. Floors answer the same whatever they are asked, so their people are made up. */
  meet: { given: { address: Address; madeUp: number }; gives: null };
  /** Creates people until there are so many. Gives the seconds it took. */
  fill: { given: { people: number }; gives: number };
  /** Makes the group of that size, if it is not there. */
  group: { given: { size: number }; gives: null };
  /** Does it once and looks closely, then twice for the seconds that one takes. */
  probe: { given: { operation: string }; gives: { finding: Finding | null; seconds: number } };
  /** Puts the service under load. */
  run: { given: { operation: string; connections: number; seconds: number }; gives: Measured };
  /** Deletes what runs created. */
  tidy: { given: Record<never, never>; gives: null };
}

export type TaskName = keyof Tasks;

/** A task on its way to the generator's process. */
export type Sent = { [Name in TaskName]: { number: number; subject: string; name: Name; given: Tasks[Name]['given'] } }[TaskName];

/** What comes back: the result, or the words of the failure. */
export type Done = { number: number; result: unknown } | { number: number; failure: string };
