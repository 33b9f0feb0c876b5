import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { anAttention } from '../mocks/handlers/companion.ts';
import type { Attention } from '../stores/attention.ts';
import { notices } from '../stores/notices.ts';
import { settings } from '../stores/settings.ts';
import { notifyOfRefusals } from './notify.ts';

const create = vi.fn(async () => 'refused');
let allowed: boolean;
beforeEach(async () => {
  create.mockClear();
  allowed = true;
  Object.assign(fakeBrowser.notifications, { create });
  Object.assign(fakeBrowser.permissions, { contains: async () => allowed });
  Object.assign(fakeBrowser.runtime, { getURL: (path: string) => `chrome-extension://x/${path}` });
  await notices.write(() => ({ refusals: true }));
});

const nothing = anAttention({ refused: [] });
const refused = (...names: string[]): Attention => {
  const [cause] = anAttention().refused;
  return anAttention({ refused: cause ? [{ ...cause, subjects: names.map((name) => ({ kind: 'user', id: null, name })) }] : [] });
};

test('what is refused now and was not before is told once, in the words that Okta shows', async () => {
  await notifyOfRefusals(nothing, anAttention());
  expect(create).toHaveBeenCalledExactlyOnceWith('refused', {
    type: 'basic',
    iconUrl: 'chrome-extension://x/icon/128.png',
    title: 'Refused: all spekit users',
    message: expect.stringContaining('cannot be added to Spekit'),
  });
  await notifyOfRefusals(anAttention(), anAttention());
  await notifyOfRefusals(anAttention(), nothing);
  expect(create).toHaveBeenCalledOnce();
});

test('of many the first are named', async () => {
  await notifyOfRefusals(refused('Ann'), refused('Ann', 'Ben', 'Cleo', 'Dan', 'Eve'));
  expect(create).toHaveBeenCalledExactlyOnceWith(
    'refused',
    expect.objectContaining({ title: '4 refused for one cause: Ben, Cleo, Dan and 1 other' }),
  );
});

test('in quiet hours nothing is told; after them what is new is', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-27T23:10:00') });
  await settings.write((old) => ({ ...old, quietFrom: '22:00', quietTo: '07:00' }));
  await notifyOfRefusals(nothing, anAttention());
  expect(create).not.toHaveBeenCalled();
  vi.setSystemTime(new Date('2026-11-28T07:00:00'));
  await notifyOfRefusals(nothing, anAttention());
  expect(create).toHaveBeenCalledOnce();
  vi.useRealTimers();
  await settings.write((old) => ({ ...old, quietFrom: '', quietTo: '' }));
});

test('policy switches it on, and off, whatever is kept here', async () => {
  await fakeBrowser.storage.managed.set({ notifyRefusals: false });
  await notifyOfRefusals(nothing, anAttention());
  expect(create).not.toHaveBeenCalled();
  await notices.write(() => ({ refusals: false }));
  await fakeBrowser.storage.managed.set({ notifyRefusals: true });
  await notifyOfRefusals(nothing, anAttention());
  expect(create).toHaveBeenCalledOnce();
  await fakeBrowser.storage.managed.clear();
});

test('nothing is told where nobody switched it on, or the browser does not allow it', async () => {
  allowed = false;
  await notifyOfRefusals(nothing, anAttention());
  allowed = true;
  await notices.write(() => ({ refusals: false }));
  await notifyOfRefusals(nothing, anAttention());
  expect(create).not.toHaveBeenCalled();
});
