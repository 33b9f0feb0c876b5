import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aStatus, type CompanionState } from '../../mocks/handlers/companion.ts';
import { okta } from '../../stores/okta.ts';
import { settings } from '../../stores/settings.ts';
import { connectTo, server, startWorker, stubPermissions } from '../../test/parts/worker-in-process.ts';
import { Options } from './Options.tsx';

const hosts = ['https://*.okta.com/*', 'https://app.spekit.co/*', 'http://127.0.0.1/*'];
let companion: CompanionState;
let tabs: { url: string }[];
const app = { host: 'acme-admin.okta.com', appName: 'acme_spekit_1', instanceId: '0oa1b2c3d4E5F6G7H8i9', label: 'Spekit' };
const other = { host: 'acme-admin.okta.com', appName: 'scim_1', instanceId: '0oa9b2c3d4E5F6G7H8i9', label: 'Learning' };

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());
beforeEach(async () => {
  companion = await startWorker();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ host_permissions: hosts }) });
  stubPermissions([...hosts]);
  tabs = [];
  Object.assign(fakeBrowser.tabs, { query: async () => tabs });
});
afterEach(cleanup);

async function open(): Promise<HTMLInputElement> {
  render(<Options />);
  return screen.findByLabelText<HTMLInputElement>('Companion URL', { selector: 'input' });
}

test('a companion on this computer is found where no address was entered, and taken over by a press', async () => {
  server.use(
    http.get('http://127.0.0.1:4680/api/v1/status', () =>
      HttpResponse.json({}, { status: 401, headers: { 'www-authenticate': 'Bearer realm="Sourcemark"' } }),
    ),
  );
  const url = await open();
  await screen.findByText('A companion answers on this computer: 127.0.0.1:4680.');
  await userEvent.click(screen.getByRole('button', { name: 'Use this' }));
  expect(url.value).toBe('http://127.0.0.1:4680');
  expect(screen.queryByText(/A companion answers on this computer/)).toBeNull();
});

test('once it is connected, it leads to where Sourcemark is seen', async () => {
  await userEvent.type(await open(), companion.url);
  await userEvent.type(screen.getByLabelText('Access token', { selector: 'input' }), companion.token);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const link = await screen.findByRole('link', { name: /Open Manage Teams in Spekit/ });
  expect(link.getAttribute('href')).toBe('https://app.spekit.co/');
});

const step = (name: string) => within(screen.getByRole('group', { name: new RegExp(name) }));

async function save(): Promise<void> {
  await userEvent.type(await open(), companion.url);
  await userEvent.type(screen.getByLabelText('Access token', { selector: 'input' }), companion.token);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
}

test('the test proves the whole way: each part with how it stands, and of what lacks the one thing to do', async () => {
  companion.role = 'viewer';
  companion.status = aStatus({ lastSync: null, lastSeen: null, account: { id: 'acme', type: 'production', connection: 'not-connected' } });
  await save();
  const way = within(await screen.findByRole('list', { name: 'The whole way' }));
  expect(way.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Companion 0.1.0 answers at 127.0.0.1:4680.',
    'The token reads and changes nothing: it is all that daily use needs.',
    'The Spekit app is not known yet. Open the Spekit app in the Okta admin console: it is recognised from its page.',
    'Okta has sent nothing yet. Assign somebody to the Spekit app, or push a group.',
    'Okta has not sent anything yet. Its first request connects the account.',
  ]);
});

test('once all stands, it leads to the app itself and to Manage Teams', async () => {
  await act(() => okta.write((old) => ({ ...old, ...app, apps: [app] })));
  await save();
  const link = await screen.findByRole('link', { name: /^Open the Okta app/ });
  expect(link.getAttribute('href')).toBe(
    'https://acme-admin.okta.com/admin/app/acme_spekit_1/instance/0oa1b2c3d4E5F6G7H8i9/#tab-group-push',
  );
  screen.getByRole('link', { name: /Open Manage Teams in Spekit/ });
});

test('each step says live how it stands', async () => {
  await connectTo(companion);
  await open();
  await step('Companion').findByText('Connected to 127.0.0.1:4680');
  await step('Okta app').findByText('The Spekit app is not known yet.');
  await step('Spekit account').findByText('Production account acme, connected to Okta.');
  await act(() => okta.write((old) => ({ ...old, ...app, apps: [app] })));
  await step('Okta app').findByText('Recognised: Spekit on acme-admin.okta.com.');
  companion.reachable = false;
  await step('Companion').findByText('The companion at 127.0.0.1:4680 does not answer');
});

test('of several apps that were seen, one that is called otherwise is chosen by a press', async () => {
  await act(() => okta.write((old) => ({ ...old, ...app, apps: [other, app] })));
  await open();
  await userEvent.click(screen.getByRole('button', { name: `Use this Learning (${other.instanceId})` }));
  expect(screen.getByLabelText<HTMLInputElement>('Okta app instance ID', { selector: 'input' }).value).toBe(other.instanceId);
  await step('Okta app').findByText('Recognised: Learning on acme-admin.okta.com.');
  await userEvent.type(screen.getByLabelText('Companion URL', { selector: 'input' }), companion.url);
  await userEvent.type(screen.getByLabelText('Access token', { selector: 'input' }), companion.token);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved');
  expect((await settings.read()).oktaAppInstanceId).toBe(other.instanceId);
});

test('open tabs of the host apps are recognised; where there are none, a link opens them', async () => {
  await open();
  expect(step('Okta app').getByRole('link').getAttribute('href')).toBe('https://login.okta.com/');
  expect(step('Spekit account').getByRole('link').getAttribute('href')).toBe('https://app.spekit.co/');
  tabs = [{ url: 'https://acme-admin.okta.com/admin/dashboard' }, { url: 'https://app.spekit.co/app' }];
  await act(() => fakeBrowser.tabs.onRemoved.trigger(1, { windowId: 1, isWindowClosing: false }));
  await step('Okta app').findByText("Okta's admin console is open at acme-admin.okta.com.");
  expect(step('Okta app').getByRole('link').getAttribute('href')).toBe('https://acme-admin.okta.com/admin/apps/active');
  step('Spekit account').getByText('Spekit is open in this browser.');
});

test('an account that cannot be connected says so, and what to do', async () => {
  companion.status = aStatus({ account: { id: 'acme', type: 'sandbox', connection: 'not-connected' } });
  await connectTo(companion);
  await open();
  await step('Spekit account').findByText(/^This is a sandbox account\./);
  step('Spekit account').getByText('Point Okta at the companion of the production account.');
});

test('the whole way by keyboard alone: a found companion is taken over, the token typed, Enter keeps it, and Tab leads to where it is seen', async () => {
  server.use(
    http.get('http://127.0.0.1:4680/api/v1/status', ({ request }) =>
      request.headers.get('authorization') === null
        ? HttpResponse.json({}, { status: 401, headers: { 'www-authenticate': 'Bearer realm="Sourcemark"' } })
        : undefined,
    ),
  );
  await act(() => okta.write((old) => ({ ...old, ...app, apps: [other, app] })));
  const url = await open();
  await screen.findByText(/^A companion answers on this computer/);
  const tabTo = async (wanted: () => Element) => {
    for (let presses = 0; document.activeElement !== wanted() && presses < 40; presses += 1) await userEvent.tab();
    expect(document.activeElement).toBe(wanted());
  };
  await tabTo(() => url);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(url.value).toBe('http://127.0.0.1:4680');
  await tabTo(() => screen.getByLabelText('Access token', { selector: 'input' }));
  await userEvent.keyboard(`${companion.token}{Enter}`);
  await screen.findByText('Saved');
  await screen.findByRole('list', { name: 'The whole way' });
  await tabTo(() => screen.getByRole('link', { name: /^Open the Okta app/ }));
  await tabTo(() => screen.getByRole('link', { name: /^Open Manage Teams/ }));
  await tabTo(() => screen.getByRole('button', { name: 'Test connection' }));
  await userEvent.keyboard(' ');
  await screen.findByText('Connected');
});
