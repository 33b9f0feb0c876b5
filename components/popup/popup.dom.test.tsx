import { act, render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aChange, aRefusal, aStatus, aTeam, type CompanionState, now } from '../../mocks/handlers/companion.ts';
import { knowledge, nothingKnown } from '../../stores/knowledge.ts';
import { pages } from '../../stores/pages.ts';
import { settings } from '../../stores/settings.ts';
import { connectedPage } from '../../test/parts/own-page.ts';
import { stubPermissions } from '../../test/parts/worker-in-process.ts';
import { Popup } from './Popup.tsx';

const page = connectedPage();
let companion: CompanionState;
beforeEach(() => {
  companion = page.companion;
});

async function shown(): Promise<string> {
  await waitFor(() => expect(document.querySelector('.connection, .state')).not.toBeNull());
  return document.body.textContent ?? '';
}

test('connected: says to what, how fresh it is, and what is managed', async () => {
  render(<Popup />);
  await screen.findByText('Connected to 127.0.0.1:4680');
  expect(await shown()).toContain('Last sync 12 seconds ago');
  expect(await shown()).toContain('Okta last asked 12 seconds ago');
  const rows = within(screen.getByRole('table', { name: 'In Spekit' })).getAllByRole('row');
  expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ['', 'Okta', "Spekit's own", 'Deactivated'],
    ['Users', '34', '6', '2'],
    ['Teams', '9', '3', '–'],
  ]);
});

test('the age counts up by itself', async () => {
  render(<Popup />);
  await screen.findByText('Connected to 127.0.0.1:4680');
  vi.setSystemTime(new Date(now).getTime() + 3_000);
  await waitFor(async () => expect(await shown()).toContain('Last sync 15 seconds ago'), { timeout: 3_000 });
});

const troubles: [string, () => unknown, string, string][] = [
  [
    'nothing is set',
    () => settings.write((old) => ({ ...old, companionUrl: '', token: '' })),
    'Sourcemark is not set up yet',
    'Enter the companion',
  ],
  [
    'nothing listens',
    () => (companion.reachable = false),
    'The companion at 127.0.0.1:4680 does not answer',
    'marks and warnings are paused until it answers again',
  ],
  [
    'the token is wrong',
    () => (companion.token = 'other'),
    'The companion at 127.0.0.1:4680 refuses the access token',
    'It is not the SCIM token',
  ],
  [
    'it is too old',
    () => (companion.status = aStatus({ api: 0 })),
    'The companion at 127.0.0.1:4680 is older than this extension',
    'Update the companion',
  ],
  [
    'it is no companion',
    () => Reflect.set(companion, 'status', { api: 1 }),
    '127.0.0.1:4680 answers, but not as a companion should',
    'Check the address',
  ],
];

test.each(troubles)('when %s, it says so and what to do', async (_, make, title, todo) => {
  stubPermissions([companion.url.replace(/:\d+$/, '/*')]);
  await make();
  render(<Popup />);
  await screen.findByText(title);
  expect(document.body.textContent).toContain(todo);
});

test('when the browser does not let it through, it says so, and its button opens the options', async () => {
  stubPermissions([]);
  const open = vi.spyOn(fakeBrowser.runtime, 'openOptionsPage').mockResolvedValue();
  companion.reachable = false;
  render(<Popup />);
  await screen.findByText('The browser does not let Sourcemark reach 127.0.0.1:4680');
  screen.getByRole('button', { name: 'Open options' }).click();
  expect(open).toHaveBeenCalledOnce();
});

test('paints what is stored before anything is answered, and says that the worker is silent', async () => {
  fakeBrowser.runtime.onMessage.removeAllListeners();
  await knowledge.write(() => ({ ...nothingKnown, reach: 'unreachable', status: aStatus(), answeredAt: Date.now() - 120_000 }));
  render(<Popup />);
  expect(document.body.textContent).toContain('The companion at 127.0.0.1:4680 does not answer');
  expect(document.body.textContent).toContain('Last known, 2 minutes ago:');
  expect((await screen.findByRole('alert')).textContent).toContain('background part does not answer');
});

test('asks again by itself, and shows that the companion is back', async () => {
  stubPermissions([companion.url.replace(/:\d+$/, '/*')]);
  companion.reachable = false;
  render(<Popup />);
  await screen.findByText(/does not answer/);
  companion.reachable = true;
  vi.setSystemTime(new Date(now).getTime() + 2_000);
  await screen.findByText('Connected to 127.0.0.1:4680', {}, { timeout: 4_000 });
});

test.each([
  [{ type: 'production', connection: 'staging' } as const, /^Staging: what Okta sends/],
  [{ type: 'production', connection: 'not-connected' } as const, /Its first request connects the account/],
  [{ type: 'sandbox', connection: 'not-connected' } as const, /This is a sandbox account/],
])('tells what an account is that is not simply connected: %o', async (account, words) => {
  companion.status = aStatus({ account: { id: 'acme', ...account } });
  render(<Popup />);
  await screen.findByText(words);
});

test('tells the last refusal in the words that Okta shows, and the remedy once', async () => {
  render(<Popup />);
  const title = await screen.findByText("Okta's request about “all spekit users” was refused", { selector: '.notice-title' });
  const notice = title.closest('section')?.textContent ?? '';
  expect(notice).toContain(aRefusal().detail);
  expect(notice).toContain('7 minutes ago');
  expect(notice.match(/Rename the group in Okta first, then push it\./g)).toHaveLength(1);
});

test('a refusal that is no rule of ours says what to do all the same', async () => {
  companion.status = aStatus({
    lastRefusal: aRefusal({ subject: { kind: 'user', id: null, name: 'maya@acme.example' }, reason: 'uniqueness', detail: 'Taken.' }),
  });
  render(<Popup />);
  await screen.findByText(/Correct one of the two, then retry in Okta/);
});

test('a refusal that a later request has solved says so, and is no alarm any more', async () => {
  const refused = { at: now, reason: 'x', detail: 'No.' };
  const team = aTeam({ id: 'fixed', name: 'Fixed', sync: { lastSyncedAt: now, lastChangedAt: now, refusal: refused } });
  companion.subjects.push(team);
  companion.status = aStatus({ lastRefusal: aRefusal({ subject: { kind: 'team', id: 'fixed', name: 'Fixed' } }) });
  render(<Popup />);
  await screen.findByText("Okta's request about “Fixed” was refused", { selector: '.notice-title' });
  team.sync.refusal = null;
  companion.status = { ...companion.status, seq: 43 };
  vi.setSystemTime(new Date(now).getTime() + 2_000);
  await screen.findByText("Solved: Okta's request about “Fixed”", {}, { timeout: 4_000 });
});

test('counts what is managed on the page in the current tab, and says what was expected there and not seen', async () => {
  Object.assign(fakeBrowser.tabs, { query: async () => [{ id: 7 }] });
  const report = { page: 'okta.push-groups', at: Date.now(), url: 'https://acme-admin.okta.com/' };
  render(<Popup />);
  await screen.findByText(/Open Okta's admin console/);
  await act(() =>
    pages.write(() => ({
      7: { ...report, managed: { idp: 7, spekit: 3, unknown: 0 }, missing: ['okta.push-groups/push-status'] },
      8: { ...report, managed: { idp: 1, spekit: 1, unknown: 1 }, missing: [] },
    })),
  );
  expect((await screen.findByText("7 managed by Okta, 3 Spekit's own")).closest('section')?.textContent).toContain('push status');
});

test('tells the newest changes, the newest first, refusals in the words of Okta', async () => {
  companion.changes.push(aChange({ seq: 43, event: 'team.members-added', facts: { count: 4, names: ['Ada', 'B', 'C', 'D'] } }));
  companion.status = aStatus({ seq: 43 });
  render(<Popup />);
  const rows = await waitFor(() => within(screen.getByRole('list', { name: 'History' })).getAllByRole('listitem'));
  expect(rows.map((row) => row.querySelector('.what')?.textContent)).toEqual([
    'Okta added Ada and 3 others to Account Executives',
    'Okta created the team Account Executives',
    "Okta's request about “all spekit users” was refused",
  ]);
  expect(rows[2]?.querySelector('q')?.textContent).toBe(aRefusal().detail);
});

test.each([
  ['staging', true],
  ['not-connected', true],
  ['connected', false],
] as const)('an account that is %s: the popup leads to the mapping once, or not at all', async (connection, leads) => {
  companion.status = aStatus({ account: { id: 'acme', type: 'production', connection } });
  render(<Popup />);
  await screen.findByText(/Connected to/);
  expect(screen.queryAllByRole('link', { name: /^Open the mapping/ })).toHaveLength(leads ? 1 : 0);
});
