import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { aTeam, aUser, type CompanionState, now } from '../../mocks/handlers/companion.ts';
import { connectTo, server, startWorker, stubPermissions } from '../../test/parts/worker-in-process.ts';
import { Search } from './Search.tsx';

let companion: CompanionState;

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
  companion = await startWorker();
  await connectTo(companion);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function search(text: string): Promise<void> {
  render(<Search />);
  return userEvent.type(screen.getByLabelText('Is this person or team synced?'), text);
}

test('asks once for what was typed in one go, not for every key', async () => {
  render(<Search />);
  for (const value of ['e', 'ex', 'execut']) fireEvent.change(screen.getByRole('searchbox'), { target: { value } });
  await screen.findByRole('button', { name: /Account Executives/ });
  expect(companion.asked.filter((asked) => asked === 'GET /search')).toHaveLength(1);
});

test('a single result is open: who manages it, how fresh, how many members', async () => {
  await search('execut');
  const row = await screen.findByRole('button', { name: /Account Executives/, expanded: true });
  expect(row.textContent).toContain('Okta');
  expect(row.textContent).toContain('synced 12 seconds ago');
  expect(row.closest('li')?.textContent).toContain('Members8');
  expect(screen.getByRole('status').textContent).toBe('1 result');
});

test('two teams of one name are told apart by their owner', async () => {
  await search('customer success');
  const rows = await screen.findAllByRole('button', { name: /Customer Success/ });
  expect(rows.map((row) => row.querySelector('.owner')?.textContent)).toEqual(['Okta', 'Spekit']);
  expect(rows[1]?.textContent).toContain('not synced: Okta does not manage it');
});

test('a person shows whether the account is active, the teams, and a refused request in its words', async () => {
  companion.subjects = [
    aUser({
      active: false,
      teams: [{ id: 't', name: 'Account Executives', owner: 'idp', role: 'Viewer' }],
      sync: { lastSyncedAt: now, lastChangedAt: now, refusal: { at: now, reason: 'uniqueness', detail: 'That user name is taken.' } },
    }),
  ];
  await search('maya');
  const row = await screen.findByRole('button', { name: /Maya Lindqvist/ });
  const whole = row.closest('li')?.textContent;
  for (const part of ['Person, deactivated', 'maya.lindqvist@acme.example', 'Account Executives', 'That user name is taken.']) {
    expect(whole).toContain(part);
  }
});

test('a team that was unlinked says so', async () => {
  companion.subjects = [aTeam({ owner: 'spekit', name: 'Pilots', releasedAt: now })];
  await search('pilots');
  await screen.findByText(/It is Spekit's own since it was unlinked/);
});

test('what was refused and never came to be is found by its exact name', async () => {
  await search('All Spekit users');
  await screen.findByText('A group named all spekit users cannot be added to Spekit. Rename the group in Okta first, then push it.');
});

test('what nobody knows is said plainly; a companion that does not answer likewise', async () => {
  stubPermissions([companion.url.replace(/:\d+$/, '/*')]);
  await search('nobody at all');
  await screen.findByText(/^Not known: not assigned in Okta, or not pushed/, { selector: '.quiet' });
  companion.reachable = false;
  await userEvent.type(screen.getByRole('searchbox'), '!');
  await screen.findByText(/The search could not be answered/);
});

test('the arrow keys go through the results and back to the field; Esc empties it', async () => {
  await search('customer success');
  const rows = await screen.findAllByRole('button', { name: /Customer Success/ });
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(rows[1]);
  await userEvent.keyboard('{Enter}');
  expect(rows[1]?.getAttribute('aria-expanded')).toBe('true');
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('list')).toBeNull();
});

test('Enter opens the best hit, from the keyboard alone', async () => {
  await search('customer success');
  await screen.findAllByRole('button', { name: /Customer Success/ });
  await userEvent.keyboard('{Enter}');
  const [first] = screen.getAllByRole('button', { name: /Customer Success/ });
  expect(document.activeElement).toBe(first);
  expect(first?.getAttribute('aria-expanded')).toBe('true');
});

test('a person is reached in both consoles', async () => {
  await search('maya');
  const spekit = await screen.findByRole('link', { name: /Open Manage Users in Spekit/ });
  expect(spekit.getAttribute('href')).toBe('https://app.spekit.co/');
});
