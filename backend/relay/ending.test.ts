import { expect, test } from 'vitest';
import { created, oktaGroup } from '../testing/companion.ts';
import { answerJson, OddSpekit, startRelay } from '../testing/spekit.ts';

test('a group that is still being kept as the companion ends is kept', async () => {
  let answer: () => void = () => undefined;
  const odd = await OddSpekit.start(({ method }, response) => {
    if (method === 'POST') answerJson(response, 201, { id: 'g-1', displayName: 'Sales' });
    else answer = () => answerJson(response, 200, { id: 'ana', userName: 'ana@acme.example' });
  });
  const relay = await startRelay(odd.url, { patience: 4_500 });
  await created(relay, '/Groups', oktaGroup('Sales', ['ana']));
  expect(odd.heard.map(({ path }) => path)).toEqual(['/Groups', '/Users/ana']);
  const ended = relay.restart();
  const reached = () => fetch(relay.url).then(Boolean, () => false);
  await expect.poll(reached).toBe(false);
  answer();
  await ended;
  expect((await relay.api('GET', '/spekit/teams/g-1')).body).toMatchObject({ memberCount: 1 });
});
