import { expect, test } from 'vitest';
import { fromContent, type MessageName } from './map.ts';
import { type MessageSender, mayAsk, type Ours, whoAsks } from './sender.ts';

const ours: Ours = {
  id: 'abcdefghijklmnop',
  base: 'chrome-extension://abcdefghijklmnop/',
  hostPages: ['https://*.okta.com/*', 'https://app.spekit.co/*', 'https://*.okta.localhost/*'],
};

function tab(url: string, more: Partial<MessageSender> = {}): MessageSender {
  return { id: ours.id, url, origin: new URL(url).origin, frameId: 0, tab: { id: 7, url }, ...more };
}

test.each([
  ['the popup', { id: ours.id, url: `${ours.base}popup.html`, origin: 'chrome-extension://abcdefghijklmnop' }],
  ['the options in a tab', { id: ours.id, url: `${ours.base}options.html`, frameId: 0, tab: { id: 3 } }],
])('%s is one of our own pages', (_who, sender) => {
  expect(whoAsks(sender, ours)).toEqual({ from: 'own-page' });
});

test.each([
  ['okta', 'https://acme-admin.okta.com/admin/groups'],
  ['okta', 'https://acme-admin.okta.localhost:8443/admin/groups'],
  ['spekit', 'https://app.spekit.co/app/settings/teams'],
] as const)('a content script on %s (%s) is known with its tab and address', (app, url) => {
  expect(whoAsks(tab(url), ours)).toEqual({ from: 'content', app, tabId: 7, frameId: 0, url: new URL(url) });
});

test('the address is the one that the tab shows after the page’s own routing', () => {
  const sender = tab('https://app.spekit.co/login', { tab: { id: 7, url: 'https://app.spekit.co/app/settings/users' } });
  expect(whoAsks(sender, ours)).toMatchObject({ url: new URL('https://app.spekit.co/app/settings/users') });
  const lying = tab('https://app.spekit.co/login', { tab: { id: 7, url: 'https://acme-admin.okta.com/' } });
  expect(whoAsks(lying, ours)).toMatchObject({ app: 'spekit', url: new URL('https://app.spekit.co/login') });
});

test.each<[string, MessageSender]>([
  ['another extension', tab('https://app.spekit.co/', { id: 'ponmlkjihgfedcba' })],
  ['nobody', {}],
  ['a frame inside a page', tab('https://app.spekit.co/', { frameId: 4 })],
  ['a script without a tab', { id: ours.id, url: 'https://app.spekit.co/', frameId: 0 }],
  ['another host', tab('https://evil.example/')],
  ['a host that begins as Okta’s does', tab('https://acme.okta.com.evil.example/')],
  ['a host that ends as Okta’s does', tab('https://notokta.com/')],
  ['Spekit without TLS', tab('http://app.spekit.co/')],
  ['another page of Spekit’s domain', tab('https://blog.spekit.co/')],
  ['an address with Okta in its user part', tab('https://acme.okta.com@evil.example/')],
  ['a sandboxed frame of our own page', { id: ours.id, url: `${ours.base}popup.html`, origin: 'null' }],
  ['a page of another extension', { id: ours.id, url: 'chrome-extension://ponmlkjihgfedcba/popup.html' }],
  ['a page whose origin is not its address’s', tab('https://app.spekit.co/', { origin: 'https://evil.example' })],
  ['no address at all', { id: ours.id, url: 'not an address', frameId: 0, tab: { id: 1 } }],
])('%s may ask nothing', (_who, sender) => {
  expect(whoAsks(sender, ours)).toBeNull();
});

test('a content script asks what is meant for it, our own pages everything', () => {
  const content = whoAsks(tab('https://app.spekit.co/'), ours);
  const page = whoAsks({ id: ours.id, url: `${ours.base}popup.html` }, ours);
  if (content === null || page === null) throw new Error('Both are ours.');
  const names: MessageName[] = [...fromContent, 'connection.test', 'changes.newest', 'subjects.search'];
  expect(names.filter((name) => mayAsk(content, name))).toEqual([...fromContent]);
  expect(names.filter((name) => mayAsk(page, name))).toEqual(names);
});
