import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CompanionState } from '../../mocks/handlers/companion.ts';
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
  Object.assign(fakeBrowser.tabs, { query: async () => [] });
  stubPermissions([...hosts]);
});
afterEach(cleanup);

async function open(): Promise<void> {
  render(<Options />);
  await screen.findByLabelText('Companion URL');
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label, { selector: 'input' });
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

test('what is shown is switched for each host app, at once; that warnings stay is said', async () => {
  await open();
  const onOkta = within(screen.getByRole('group', { name: "On Okta's pages" }));
  await userEvent.click(onOkta.getByRole('checkbox', { name: /^Marks/ }));
  await waitFor(async () => expect(await settings.read()).toEqual({ ...nothingSet, oktaMarks: false }));
  screen.getByText(/^Warnings stay:/);
});

test('theme, language and quiet hours are kept as they are chosen', async () => {
  await open();
  await userEvent.selectOptions(screen.getByLabelText('Theme'), 'Dark');
  await userEvent.selectOptions(screen.getByLabelText('Language'), '日本語');
  await userEvent.type(screen.getByLabelText('From'), '22:00');
  await screen.findByText('Enter both times; until then no hours are quiet.');
  await userEvent.type(screen.getByLabelText('to'), '06:30');
  await waitFor(async () =>
    expect(await settings.read()).toMatchObject({ theme: 'dark', language: 'ja', quietFrom: '22:00', quietTo: '06:30' }),
  );
});

test('every setting that policy sets is shown as it is, locked, and says so', async () => {
  await fakeBrowser.storage.managed.set({
    ...{
      oktaMarks: false,
      spekitNotices: false,
      quietFrom: '18:00',
      quietTo: '08:00',
      theme: 'dark',
      language: 'de',
      notifyRefusals: true,
    },
    ...{ companionUrl: 'http://127.0.0.1:4680', token: 'policy-token', oktaAppInstanceId: '0oa1b2c3d4E5F6G7H8i9' },
    ...{
      profiles: [{ name: 'EU', companionUrl: 'https://eu.example' }],
      name: 'Acme',
      oktaHosts: ['acme-admin.okta.com'],
      profile: 'policy-1',
    },
  });
  managedSettings.store.setState({ ready: true, value: await managedSettings.read() });
  await open();
  const said = "Set by your organisation's policy. It cannot be changed here.";
  const descriptions = (element: HTMLElement) =>
    (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent?.trim());
  const onOkta = within(screen.getByRole('group', { name: "On Okta's pages" }));
  for (const element of [
    onOkta.getByRole('checkbox', { name: /^Marks/ }),
    screen.getByLabelText('Theme'),
    screen.getByLabelText('Language'),
    screen.getByRole('checkbox', { name: /Tell me when/ }),
  ]) {
    expect(element).toHaveProperty('disabled', true);
    expect(descriptions(element)).toContain(said);
  }
  expect(onOkta.getByRole<HTMLInputElement>('checkbox', { name: /^Marks/ }).checked).toBe(false);
  expect(field('From').readOnly).toBe(true);
  expect(field('From').value).toBe('18:00');
  expect(screen.getByLabelText('Profile in use')).toHaveProperty('disabled', true);
  // Of the profile that policy has put into use, the token alone is left to be entered.
  expect(field('Companion URL').value).toBe('https://eu.example');
  expect(field('Companion URL').readOnly).toBe(true);
  expect(field('Access token').readOnly).toBe(false);
  expect(screen.queryByRole('button', { name: 'Add another profile' })).toBeNull();
});

test('a second profile is added, set up, switched to and from, and removed once that was asked', async () => {
  await connectTo(companion);
  await open();
  expect(screen.queryByLabelText('Profile in use')).toBeNull();
  await press('Add another profile');
  await waitFor(() => expect(field('Companion URL').value).toBe(''));
  await userEvent.type(field('Name of the profile'), 'Europe');
  await userEvent.type(field('Okta admin consoles'), 'https://eu.okta.com/');
  await userEvent.type(field('Companion URL'), companion.url);
  await userEvent.type(field('Access token'), companion.token);
  expect(screen.getByLabelText('Profile in use')).toHaveProperty('disabled', true);
  await press('Save');
  await screen.findByText('Saved');
  expect((await settings.read()).profiles).toMatchObject([{ name: 'Europe', oktaHosts: ['eu-admin.okta.com'], token: companion.token }]);
  await userEvent.selectOptions(screen.getByLabelText('Profile in use'), '127.0.0.1:4680');
  await waitFor(() => expect(field('Name of the profile').value).toBe(''));
  expect(screen.queryByText('Saved')).toBeNull();
  await userEvent.type(field('Okta admin consoles'), 'eu-admin.okta.com');
  await press('Save');
  await screen.findByText('Another profile names this console already. Take it out there first.');
  await press('Discard');
  await userEvent.selectOptions(screen.getByLabelText('Profile in use'), 'Europe');
  await press(/^Remove this profile/);
  await screen.findByText('Remove “Europe”, with its token?');
  await press('Remove it');
  await waitFor(async () => expect(await settings.read()).toMatchObject({ profiles: [], profile: '', companionUrl: companion.url }));
  expect(screen.queryByLabelText('Profile in use')).toBeNull();
});

test('the settings are saved as a file without a token', async () => {
  await connectTo(companion);
  await open();
  const blobs: Blob[] = [];
  Object.assign(URL, { createObjectURL: (blob: Blob) => blobs.push(blob) && 'blob:x', revokeObjectURL: () => undefined });
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  await press('Export settings');
  await waitFor(() => expect(click).toHaveBeenCalledOnce());
  const text = await blobs[0]?.text();
  expect(JSON.parse(text ?? '')).toMatchObject({ what: 'sourcemark-settings', settings: { companionUrl: companion.url } });
  expect(text).not.toContain(companion.token);
  click.mockRestore();
});

async function choose(file: object | string): Promise<void> {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  await userEvent.upload(
    screen.getByLabelText('Import settings …', { selector: 'input' }),
    new File([text], 's.json', { type: 'application/json' }),
  );
}

test('a file of settings holds at once, or names the field that is wrong and changes nothing', async () => {
  await connectTo(companion);
  await open();
  const { token: _, ...bare } = { ...nothingSet, companionUrl: companion.url };
  const file = { what: 'sourcemark-settings', version: 2, settings: { ...bare, theme: 'dark' }, notices: { refusals: false } };
  await choose({ ...file, settings: { ...file.settings, language: 'tlh' } });
  await screen.findByText('The field settings.language of the file cannot be used.');
  screen.getByText('Nothing was changed. Correct the file, then import it again.');
  await choose({ ...file, settings: { ...file.settings, companionUrl: 'http://evil.example' } });
  await screen.findByText(/^Over http:\/\/ the access token could be read/);
  await choose('hello');
  await screen.findByText('This file holds no settings: it is no JSON.');
  expect(await settings.read()).toMatchObject({ theme: 'system', companionUrl: companion.url });
  await choose(file);
  await screen.findByText(/^The settings of the file hold now/);
  expect(await settings.read()).toMatchObject({ theme: 'dark', companionUrl: companion.url, token: companion.token });
});

test('forgetting everything asks first', async () => {
  await connectTo(companion);
  await open();
  await press(/^Forget everything/);
  await press('Go back');
  expect((await settings.read()).token).toBe(companion.token);
  await press(/^Forget everything/);
  await press('Forget it all');
  await screen.findByText('Everything is forgotten.');
  expect(await settings.read()).toEqual(nothingSet);
  await waitFor(() => expect(field('Companion URL').value).toBe(''));
});
