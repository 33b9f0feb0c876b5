import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiError } from '../../contract/api.ts';
import { packAnswer } from '../../contract/page-pack.ts';
import { groups } from '../../hosts/okta/groups.ts';
import { TestCompanion } from '../testing/companion.ts';

let companion: TestCompanion;
beforeAll(async () => {
  companion = await TestCompanion.start();
});
afterAll(() => companion.end());

const pack = { version: '7', extension: { from: '0.1.0', before: '1.0.0' }, pages: [groups] };

test('there is none at first; one that is given is answered to whoever asks, with a tag that is its own', async () => {
  const first = await companion.api('GET', '/pages');
  expect([first.status, first.body]).toEqual([200, { pack: null }]);
  const set = await companion.api('PUT', '/pages', pack);
  expect([set.status, packAnswer.strict().parse(set.body)]).toEqual([200, { pack }]);
  const answered = await companion.api('GET', '/pages');
  expect(answered.body).toEqual({ pack });
  expect(answered.headers.get('etag')).not.toBe(first.headers.get('etag'));
  const again = await companion.api('GET', '/pages', undefined, { 'If-None-Match': answered.headers.get('etag') ?? '' });
  expect([again.status, again.text]).toEqual([304, '']);
});

test('another takes its place, and it can be taken away', async () => {
  await companion.api('PUT', '/pages', { ...pack, version: '8', pages: [] });
  expect((await companion.api('GET', '/pages')).body).toMatchObject({ pack: { version: '8', pages: [] } });
  expect((await companion.api('DELETE', '/pages')).status).toBe(204);
  expect((await companion.api('DELETE', '/pages')).status).toBe(204);
  expect((await companion.api('GET', '/pages')).body).toEqual({ pack: null });
});

test.each([
  [
    'words that are no regular expression',
    { pages: [{ ...groups, lists: [{ id: 'a', kind: 'team', names: [{ column: '(' }] }] }] },
    'column',
  ],
  [
    'an act that has no rule',
    { pages: [{ ...groups, controls: [{ id: 'a', action: 'okta.group.sing', name: 'x', of: 'team' }] }] },
    'action',
  ],
  ['what is no declaration', { pages: [{ ...groups, script: 'alert(1)' }] }, 'script'],
  ['no releases', { extension: null }, 'extension'],
])('%s: refused with the place that is wrong, and the pack before stays', async (_, part, place) => {
  await companion.api('PUT', '/pages', pack);
  const refused = await companion.api('PUT', '/pages', { ...pack, ...part });
  expect([refused.status, apiError.parse(refused.body).error.code]).toEqual([400, 'invalid']);
  expect(apiError.parse(refused.body).error.detail).toContain(place);
  expect((await companion.api('GET', '/pages')).body).toEqual({ pack });
});
