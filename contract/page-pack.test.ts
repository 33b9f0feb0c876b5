import { describe, expect, test } from 'vitest';
import { isFor, packHeader, packOf, pagePackSchema } from './page-pack.ts';

const page = { id: 'okta.groups', path: '/admin/groups', shows: [], lists: [], controls: [], expects: [] };
const pack = { version: '2026-11-26', extension: { from: '0.1.0', before: '1.0.0' }, pages: [page] };

test('a pack is read as it was written', () => {
  expect(pagePackSchema.parse(JSON.parse(JSON.stringify(pack)))).toEqual(pack);
});

test.each([
  ['a page twice', { pages: [page, page] }],
  ['a page that the schema does not know', { pages: [{ ...page, script: 'alert(1)' }] }],
  ['a page told by what stands beside a control, which only finds lists', { pages: [{ ...page, shows: [[{ beside: 'edit' }]] }] }],
  ['no releases', { extension: undefined }],
  ['releases that are none', { extension: { from: 'latest', before: '1.0.0' } }],
  ['a field that it does not know', { code: 'x' }],
  ['no version', { version: '' }],
])('%s is refused', (_, part) => {
  expect(pagePackSchema.safeParse({ ...pack, ...part }).success).toBe(false);
});

test('whom it is for can be read of a pack that this release does not understand', () => {
  const later = { ...pack, extension: { from: '2.0.0', before: '3.0.0' }, pages: [{ of: 'another form' }], more: 1 };
  expect(packHeader.parse(later)).toMatchObject({ version: '2026-11-26', extension: { from: '2.0.0', before: '3.0.0' } });
});

test('a pack made here is for this release and those after it, up to the next that brings something new', () => {
  const made = packOf([], '0.4.2', Date.parse('2026-11-26T20:30:00Z'));
  expect(pagePackSchema.parse(made)).toEqual({ version: '2026-11-26 20:30', extension: { from: '0.4.2', before: '0.5' }, pages: [] });
  expect(['0.4.1', '0.4.2', '0.4.99', '0.5.0'].map((release) => isFor(made, release))).toEqual([false, true, true, false]);
});

describe('a pack for 0.9.1 and later, before 1.10', () => {
  const extension = { from: '0.9.1', before: '1.10' };

  test.each(['0.9.1', '0.9.1.0', '0.10', '1.9.99', '1.2.3.4'])('is for %s', (version) => {
    expect(isFor({ extension }, version)).toBe(true);
  });

  test.each(['0.9', '0.9.0.9', '1.10', '1.10.0', '2'])('is not for %s', (version) => {
    expect(isFor({ extension }, version)).toBe(false);
  });
});
