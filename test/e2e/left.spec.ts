import { navigate } from '../bench/page/navigations.ts';
import { createPeople } from '../bench/people.ts';
import { expect, test } from './fixtures.ts';

test.use({ ownBrowser: true });

test('of a list that was left within the page nothing is kept: no node, no listener, no observer', async ({ context, companion }) => {
  await createPeople(companion, 100);
  const { first, last } = await navigate(context, 10);
  // The page that shows no list has some twenty; a row of the list that was left has twelve.
  expect(first.nodes).toBeLessThan(100);
  expect(last.nodes).toBe(first.nodes);
  expect(last.listeners).toBe(first.listeners);
});
