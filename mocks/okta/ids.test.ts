import { expect, test } from 'vitest';
import { fixedOktaId, oktaId } from './ids.ts';

test('ids have Okta’s shape', () => {
  expect(oktaId('00u')).toMatch(/^00u[0-9A-Za-z]{17}$/);
  expect(oktaId('00u')).not.toBe(oktaId('00u'));
});

test('a fixed id is the same for the same text, and another for another', () => {
  expect(fixedOktaId('0oa', 'Spekit')).toBe(fixedOktaId('0oa', 'Spekit'));
  const ids = Array.from({ length: 500 }, (_, index) => fixedOktaId('00g', `Group ${index}`));
  expect(new Set(ids).size).toBe(500);
  for (const id of ids) expect(id).toMatch(/^00g[0-9A-Za-z]{17}$/);
});
