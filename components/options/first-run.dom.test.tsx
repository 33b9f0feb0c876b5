import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CompanionState } from '../../mocks/handlers/companion.ts';
import { server, startWorker, stubPermissions } from '../../test/parts/worker-in-process.ts';
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
