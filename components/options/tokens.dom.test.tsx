import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CompanionState } from '../../mocks/handlers/companion.ts';
import { settings } from '../../stores/settings.ts';
import { connectTo, server, startWorker } from '../../test/parts/worker-in-process.ts';
import { Tokens } from './Tokens.tsx';

let companion: CompanionState;
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());
beforeEach(async () => {
  companion = await startWorker();
  companion.role = 'admin';
  await connectTo(companion);
});
afterEach(cleanup);

const part = (words: RegExp) => within(screen.getByText(words).closest<HTMLElement>('.token') ?? document.body);

test('a viewer is told that the token only reads, and nothing to press', async () => {
  companion.role = 'viewer';
  render(<Tokens />);
  await screen.findByText(/The token that is set only reads/);
  expect(screen.queryAllByRole('button')).toEqual([]);
  expect(companion.asked).not.toContain('GET /tokens');
});

test('an older companion, which knows no roles, is not spoken of', async () => {
  companion.role = null;
  render(<Tokens />);
  await waitFor(() => expect(companion.asked).toContain('GET /token'));
  expect(document.body.textContent).toBe('');
});

test('what a replacement does is said before, and it can be left', async () => {
  render(<Tokens />);
  await screen.findByText(/For Okta, in the app/);
  await userEvent.click(part(/For Okta, in the app/).getByRole('button', { name: 'Replace …' }));
  await screen.findByText(/Okta's requests are refused until the new token stands/);
  await userEvent.click(screen.getByRole('button', { name: 'Go back' }));
  expect(companion.asked.filter((asked) => asked.startsWith('POST'))).toEqual([]);
});

test('a new token is shown this once; the admin’s own is kept here as well', async () => {
  render(<Tokens />);
  await screen.findByText(/For everybody|For the extension of everybody/);
  await userEvent.click(part(/For the extension of everybody/).getByRole('button', { name: 'Replace …' }));
  await userEvent.click(screen.getByRole('button', { name: 'Replace now' }));
  await screen.findByText('new-viewer-token');
  await screen.findByText(/It is shown this once/);
  expect((await settings.read()).token).toBe('admin-token');
  await userEvent.click(part(/For whoever shares/).getByRole('button', { name: 'Replace …' }));
  await userEvent.click(screen.getByRole('button', { name: 'Replace now' }));
  await screen.findByText('new-admin-token');
  await screen.findByText(/It is kept here already/);
  expect((await settings.read()).token).toBe('new-admin-token');
});

test('one that is taken away can be made again; the admin’s cannot be taken away', async () => {
  render(<Tokens />);
  await screen.findByText(/For whoever shares/);
  expect(part(/For whoever shares/).queryByRole('button', { name: 'Take away' })).toBeNull();
  await userEvent.click(part(/For the extension of everybody/).getByRole('button', { name: 'Take away' }));
  await waitFor(() => expect(companion.tokens).toEqual(['admin', 'scim']));
  await userEvent.click(await part(/For the extension of everybody/).findByRole('button', { name: 'Make one' }));
  await screen.findByText('new-viewer-token');
});

test('what the companion does not do is said', async () => {
  render(<Tokens />);
  await screen.findByText(/For Okta, in the app/);
  companion.reachable = false;
  await userEvent.click(part(/For Okta, in the app/).getByRole('button', { name: 'Take away' }));
  await screen.findByText(/The companion did not do it/);
});
