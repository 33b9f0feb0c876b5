import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aStatus, type CompanionState, companionHandlers } from '../../mocks/handlers/companion.ts';
import { okta } from '../../stores/okta.ts';
import { managedSettings, settings } from '../../stores/settings.ts';
import { nothingSet } from '../../stores/settings-schema.ts';
import { connectTo, server, startWorker, stubPermissions } from '../../test/parts/worker-in-process.ts';
import { Options } from './Options.tsx';

const hosts = ['https://*.okta.com/*', 'https://app.spekit.co/*', 'http://127.0.0.1/*'];
let companion: CompanionState;

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());
beforeEach(async () => {
  companion = await startWorker();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ host_permissions: hosts }) });
  stubPermissions([...hosts]);
});
afterEach(cleanup);

function field(label: string): HTMLInputElement {
  return screen.getByLabelText(label, { selector: 'input' });
}

async function open(): Promise<void> {
  render(<Options />);
  await screen.findByLabelText('Companion URL');
}

async function enter(url: string, token: string): Promise<void> {
  await userEvent.clear(field('Companion URL'));
  await userEvent.type(field('Companion URL'), url);
  await userEvent.type(field('Access token'), token);
}

function press(name: string): Promise<void> {
  return userEvent.click(screen.getByRole('button', { name }));
}

test('what is entered is kept in its plain form, and tried at once', async () => {
  await open();
  await enter(' 127.0.0.1:4680/ ', companion.token);
  await press('Save');
  await screen.findByText('Saved');
  await screen.findByText('Companion 0.1.0 at 127.0.0.1:4680: 34 users and 9 teams are managed by Okta.');
  expect(await settings.read()).toEqual({ ...nothingSet, companionUrl: 'http://127.0.0.1:4680', token: 'admin-token' });
});

test('what is wrong stands at its field, which gets the focus; nothing is kept', async () => {
  await open();
  await enter('http://companion.acme.example', 'x');
  await press('Save');
  expect(field('Companion URL').getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field('Companion URL'));
  const described = field('Companion URL')
    .getAttribute('aria-describedby')
    ?.split(' ')
    .map((id) => document.getElementById(id)?.textContent);
  expect(described?.join(' ')).toContain('Over http:// the access token could be read on the way to companion.acme.example');
  expect(screen.queryByText('Saved')).toBeNull();
  expect((await settings.read()).companionUrl).toBe('');
});

const findings: [string, () => unknown, string, string][] = [
  ['all is well', () => undefined, 'Connected', '34 users and 9 teams'],
  ['nothing listens', () => (companion.reachable = false), 'Nothing answers at 127.0.0.1:4680', 'Check that the companion is running'],
  ['the token is wrong', () => (companion.token = 'other'), 'The companion refuses this access token', 'SOURCEMARK_ADMIN_TOKEN'],
  ['it is too old', () => (companion.status = aStatus({ api: 0 })), 'This companion is too old', 'Update the companion'],
  [
    'it is something else',
    () => Reflect.set(companion, 'status', { hello: 1 }),
    '127.0.0.1:4680 is not a Sourcemark companion',
    'Check the address',
  ],
];

test.each(findings)('a test says, when %s, what is so and what to do; and keeps nothing', async (_, make, title, detail) => {
  make();
  await open();
  await enter(companion.url, 'admin-token');
  await press('Test connection');
  expect((await screen.findByText(title)).closest('.notice')?.textContent).toContain(detail);
  expect((await settings.read()).companionUrl).toBe('');
});

test('a test with nothing entered asks for the address', async () => {
  await open();
  // Whether one listens on this computer is looked for without a token.
  await waitFor(() => expect(companion.asked).toEqual(['GET /status']));
  await press('Test connection');
  await waitFor(() => expect(document.activeElement).toBe(field('Companion URL')));
  expect(companion.asked).toEqual(['GET /status']);
});

test('a companion elsewhere: the browser is asked for exactly that host, and refusing keeps nothing', async () => {
  const request = stubPermissions([...hosts], false);
  await open();
  await enter('https://companion.acme.example:8443', 'x');
  await press('Save');
  await screen.findByText(/Not stored: the browser was not allowed to reach companion.acme.example:8443/);
  expect(request.mock.calls).toEqual([[{ origins: ['https://companion.acme.example/*'] }]]);
  expect((await settings.read()).companionUrl).toBe('');
  await press('Test connection');
  await screen.findByText('The browser does not let Sourcemark reach companion.acme.example:8443');
});

test('a companion elsewhere is kept once the browser has been allowed to reach it', async () => {
  stubPermissions([...hosts], true);
  server.use(...companionHandlers({ ...companion, url: 'https://companion.acme.example' }));
  await open();
  await enter('https://companion.acme.example', companion.token);
  await press('Save');
  await screen.findByText('Saved');
  await screen.findByText('Connected');
  expect((await settings.read()).companionUrl).toBe('https://companion.acme.example');
});

test('host apps that the browser has not given, as in Firefox, are asked for with Save; without them it is kept, and says so', async () => {
  const request = stubPermissions(['http://127.0.0.1/*'], false);
  await open();
  await enter(companion.url, companion.token);
  await press('Save');
  await screen.findByText(/^Saved\. The browser does not let Sourcemark work on Okta and Spekit pages yet/);
  expect(request.mock.calls).toEqual([[{ origins: ['https://*.okta.com/*', 'https://app.spekit.co/*'] }]]);
  expect((await settings.read()).companionUrl).toBe('http://127.0.0.1:4680');
});

test('emptying address and token disconnects', async () => {
  await connectTo(companion);
  await open();
  await userEvent.clear(field('Companion URL'));
  await userEvent.clear(field('Access token'));
  await press('Save');
  await screen.findByText('Saved');
  expect(await settings.read()).toEqual(nothingSet);
});

test('what policy sets is shown, locked, and never overwritten', async () => {
  await fakeBrowser.storage.managed.set({ companionUrl: 'http://127.0.0.1:4680' });
  await managedSettings.read();
  await open();
  expect(field('Companion URL').value).toBe('http://127.0.0.1:4680');
  expect(field('Companion URL').readOnly).toBe(true);
  screen.getByText("Set by your organisation's policy. It cannot be changed here.");
  await userEvent.type(field('Access token'), companion.token);
  await press('Save');
  await screen.findByText('Saved');
  expect(await settings.read()).toMatchObject({ companionUrl: '', token: 'admin-token' });
});

test("Spekit's app fills itself in once its page has been open, and is taken over from another one on demand", async () => {
  const app = { host: 'acme-admin.okta.com', appName: 'acme_spekit_1', instanceId: '0oa1b2c3d4E5F6G7H8i9', label: 'Spekit' };
  await open();
  await act(() => okta.write((old) => ({ ...old, ...app, apps: [app] })));
  await screen.findByText('Recognised from acme-admin.okta.com: Spekit (0oa1b2c3d4E5F6G7H8i9)');
  expect(field('Okta app instance ID').value).toBe('0oa1b2c3d4E5F6G7H8i9');
  expect(screen.queryByRole('button', { name: /^Use this Spekit/ })).toBeNull();
  await act(() => settings.write((old) => ({ ...old, oktaAppInstanceId: '0oaOTHER0000000000000' })));
  await press('Use this Spekit (0oa1b2c3d4E5F6G7H8i9)');
  await enter(companion.url, companion.token);
  await press('Save');
  await screen.findByText('Saved');
  expect((await settings.read()).oktaAppInstanceId).toBe('0oa1b2c3d4E5F6G7H8i9');
});

test('stored settings that cannot be used are told in words', async () => {
  await fakeBrowser.storage.local.set({ settings: { v: 2, data: { companionUrl: 7 } } });
  act(() => settings.store.setState(settings.store.getInitialState(), true));
  await settings.read();
  await open();
  expect(screen.getByText('The stored settings could not be used').closest('.notice')?.textContent).toContain('They are damaged');
});

test('what is typed is not lost: leaving asks first, a change from elsewhere does not overwrite it, discarding brings back what is kept', async () => {
  await connectTo(companion);
  await open();
  const leave = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(leave()).toBe(false);
  await userEvent.type(field('Access token'), 'X');
  expect(leave()).toBe(true);
  await act(() => settings.write((old) => ({ ...old, companionUrl: 'http://127.0.0.1:9', token: 'other' })));
  await waitFor(() => expect(field('Companion URL').value).toBe('http://127.0.0.1:9'));
  expect(field('Access token').value).toBe('admin-tokenX');
  await press('Discard');
  expect(field('Access token').value).toBe('other');
  expect(leave()).toBe(false);
});

test('the token is hidden until it is asked for', async () => {
  await open();
  expect(field('Access token').type).toBe('password');
  await press('Show access token');
  expect(field('Access token').type).toBe('text');
  await press('Hide access token');
  expect(field('Access token').type).toBe('password');
});
