import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Asker } from '../messages/sender.ts';
import { mayAsk } from '../messages/sender.ts';
import { pointed } from '../stores/pointed.ts';
import { handlers } from './handlers.ts';
import { isFollowed, panelFollows } from './panels.ts';

const subject = { kind: 'team', id: 't-1', name: 'Sales' } as const;
const inTab = (tabId: number): Asker => ({ from: 'content', app: 'okta', tabId, frameId: 0, url: new URL('https://acme-admin.okta.com/') });
const get = vi.fn(async (tabId: number) => {
  if (tabId === 404) throw new Error('No tab with that id');
  return { windowId: tabId < 10 ? 1 : 2 };
});

beforeEach(async () => {
  await fakeBrowser.storage.session.clear();
  Object.assign(fakeBrowser.tabs, { get });
  for (const windowId of [1, 2]) panelFollows({ windowId, follows: false });
  get.mockClear();
});

test('where no panel follows, a page is told so without anything being asked, and nothing is kept', async () => {
  expect(await isFollowed(7)).toBe(false);
  await handlers['subject.pointed'](subject, inTab(7));
  expect(await pointed.read()).toBeNull();
  expect(get).not.toHaveBeenCalled();
});

test('a panel hears of its own window alone, until it says that it follows no more', async () => {
  await handlers['panel.follows']({ windowId: 1, follows: true }, { from: 'own-page' });
  expect([await isFollowed(7), await isFollowed(12), await isFollowed(404)]).toEqual([true, false, false]);
  await handlers['subject.pointed'](subject, inTab(12));
  expect(await pointed.read()).toBeNull();
  await handlers['subject.pointed'](subject, inTab(7));
  expect(await pointed.read()).toEqual({ windowId: 1, at: expect.any(Number), subject });
  panelFollows({ windowId: 1, follows: false });
  expect(await isFollowed(7)).toBe(false);
});

test('a panel that is gone without a word is forgotten', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
  panelFollows({ windowId: 1, follows: true });
  vi.setSystemTime(1_004_000);
  expect(await isFollowed(7)).toBe(true);
  vi.setSystemTime(1_010_000);
  expect(await isFollowed(7)).toBe(false);
  vi.useRealTimers();
});

test('a page may say whom somebody points at; what a panel says, only our own pages may', async () => {
  expect(mayAsk(inTab(7), 'subject.pointed')).toBe(true);
  expect(mayAsk(inTab(7), 'panel.follows')).toBe(false);
  expect(() => handlers['subject.pointed'](subject, { from: 'own-page' })).toThrow('Only a page of a host app');
});
