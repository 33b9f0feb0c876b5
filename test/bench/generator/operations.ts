import { addAndRemove, push } from './groups.ts';
import type { Operation } from './operation.ts';
import { reads } from './reads.ts';
import { writes } from './writes.ts';

/** Sizes of the groups that members are added to. */
export const groupSizes = [1, 1_000, 10_000] as const;

/** The name of adding to and removing from a group of that size. */
export const changeOf = (size: number): string => `add or remove one, group of ${size.toLocaleString('en-US')}`;

/** All that is measured, in its order: the largest group is last, for a service that cannot hold it is ended there. */
export const operations: Readonly<Record<string, Operation>> = {
  ...reads,
  ...writes,
  'push a group of 1,000': push(1_000),
  ...Object.fromEntries(groupSizes.map((size) => [changeOf(size), addAndRemove(size)])),
};
