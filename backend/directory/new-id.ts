import { randomUUID } from 'node:crypto';

/** What Spekit made of another form says nothing of a time. */
const ownForm = /^[\da-f]{8}-[\da-f]{4}-7/;

let lastMs = 0;
let counter = 0;
let last = '';

/** A new id: a UUID of version 7 that is larger than every one before it (RFC 9562 §6.2, method 1), also within a millisecond and when
 *  the clock goes back. Lists are in the order of the ids, so that new resources come last.
 *  @param newest The largest that is kept: another companion, whose clock may go ahead of ours, may have made it. */
export function newId(newest: string | undefined): string {
  const now = newest !== undefined && newest > last && ownForm.test(newest) ? Math.max(Date.now(), msOf(newest) + 1) : Date.now();
  counter += 1;
  if (now > lastMs || counter > 0xfff) {
    lastMs = Math.max(now, lastMs + 1);
    counter = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  last = `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${randomUUID().slice(19)}`;
  return last;
}

function msOf(id: string): number {
  return Number.parseInt(id.slice(0, 13).replace('-', ''), 16);
}
