import { expect, test } from 'vitest';
import { ScimFailure } from '../scim/failures.ts';
import { JobLane } from './job-lane.ts';

const tooMany = (retryAfter: string): ScimFailure => new ScimFailure({ doing: 'Testing', status: 429, detail: null, retryAfter });
const never = (failure: ScimFailure): void => {
  throw failure;
};

test('jobs run one after the other, in the order in which they were asked for', async () => {
  const lane = new JobLane();
  const log: string[] = [];
  for (const name of ['a', 'b', 'c']) {
    lane.add(async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
    }, never);
  }
  await lane.idle();
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

test('a job that meets 429 is put off and holds up no other', async () => {
  const lane = new JobLane();
  const log: string[] = [];
  lane.add(async () => {
    log.push('a');
    if (log.length === 1) throw tooMany('0');
  }, never);
  lane.add(async () => void log.push('b'), never);
  await lane.idle();
  expect(log).toEqual(['a', 'b', 'a']);
});

test('after ten tries, and at once for any other refusal, the job is given up', async () => {
  const lane = new JobLane();
  const given: (number | null)[] = [];
  let tries = 0;
  lane.add(
    async () => {
      tries += 1;
      throw tooMany('0');
    },
    (failure) => given.push(failure.status),
  );
  lane.add(
    async () => {
      throw new ScimFailure({ doing: 'Testing', status: 409, detail: null, retryAfter: null });
    },
    (failure) => given.push(failure.status),
  );
  await lane.idle();
  expect(tries).toBe(10);
  expect(given).toEqual([409, 429]);
});

test('closing drops what has not begun and settles who waits', async () => {
  const lane = new JobLane();
  const log: string[] = [];
  lane.add(async () => {
    throw tooMany('3600');
  }, never);
  lane.add(async () => void log.push('b'), never);
  await expect.poll(() => log).toEqual(['b']);
  const idle = lane.idle();
  lane.close();
  lane.add(async () => void log.push('c'), never);
  await idle;
  expect(log).toEqual(['b']);
});
