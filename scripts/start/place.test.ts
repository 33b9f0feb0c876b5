import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPlace } from './place.ts';

test('without variables the ports are the documented ones', () => {
  expect(readPlace({})).toMatchObject({ companionPort: 4680, playgroundPort: 4681 });
});

test('a second start on other ports shares nothing with the first', () => {
  const first = readPlace({});
  const second = readPlace({ SOURCEMARK_PORT: '4780', SOURCEMARK_PLAYGROUND_PORT: '4781' });
  expect(second.data).toBe(join(first.data, 'port-4780'));
});

test.each(['0', '65536', '-1', '80.5', 'http', '4680 '])('the port %o is refused with its name', (value) => {
  expect(() => readPlace({ SOURCEMARK_PLAYGROUND_PORT: value })).toThrow(/^SOURCEMARK_PLAYGROUND_PORT is .*a port from 1 to 65535/);
});

test('one port for both is refused', () => {
  expect(() => readPlace({ SOURCEMARK_PORT: '4681' })).toThrow(/choose two different ports/);
});
