import { randomUUID } from 'node:crypto';

let lastMs = 0;
let counter = 0;

/** A new id: a UUID of version 7 that is larger than every one before it from this process (RFC 9562 §6.2, method 1), also within a
 *  millisecond and when the clock goes back. Lists are in the order of the ids, so that new resources come last. */
export function newId(): string {
  const now = Date.now();
  counter += 1;
  if (now > lastMs || counter > 0xfff) {
    lastMs = Math.max(now, lastMs + 1);
    counter = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${randomUUID().slice(19)}`;
}
