import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Change } from '../../contract/changes.ts';
import { aChange, aRefusal, type CompanionState, now } from '../../mocks/handlers/companion.ts';
import { connectedPage } from '../../test/parts/own-page.ts';
import { server } from '../../test/parts/worker-in-process.ts';
import { Panel } from './Panel.tsx';

const page = connectedPage();
let companion: CompanionState;
beforeEach(() => {
  companion = page.companion;
});

const many: Change[] = Array.from({ length: 120 }, (_, index) =>
  aChange({
    seq: index + 1,
    event: 'user.created',
    at: new Date(Date.parse(now) - (120 - index) * 60_000).toISOString(),
    subject: { kind: 'user', id: `u${index}`, name: `Person ${index + 1}` },
  }),
);
const lines = () => within(screen.getByRole('list', { name: 'History' })).queryAllByRole('listitem');
const shown = () => lines().map((line) => line.querySelector('.what')?.textContent);

test('the history is told from the newest on, fifty at a time', async () => {
  companion.changes = many;
  render(<Panel />);
  await waitFor(() => expect(lines()).toHaveLength(50));
  expect(shown()[0]).toBe('Okta created the user Person 120');
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(lines()).toHaveLength(100));
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(lines()).toHaveLength(120));
  expect(shown().at(-1)).toBe('Okta created the user Person 1');
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('by name, by who, by what came of it and by when', async () => {
  companion.changes = [aRefusal({ seq: 1 }), ...many.slice(1), aChange({ seq: 121, source: 'spekit', event: 'team.created' })];
  render(<Panel />);
  await waitFor(() => expect(lines()).toHaveLength(50));
  const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  choose('By', 'spekit');
  await waitFor(() => expect(shown()).toEqual(['Spekit created the team Account Executives']));
  choose('By', '');
  choose('Outcome', 'refused');
  await waitFor(() => expect(shown()).toEqual(["Okta's request about “all spekit users” was refused"]));
  expect(lines()[0]?.querySelector('q')?.textContent).toContain(aRefusal().detail);
  choose('Outcome', '');
  choose('Name holds', 'person 7');
  await waitFor(() => expect(shown()).toHaveLength(11));
  choose('When', '1');
  await waitFor(() => expect(companion.asked.at(-1)).toBe('GET /history'));
  choose('Name holds', 'nobody');
  await screen.findByText('Nothing in the history is so.');
});

test('of what was passed on it is told how long Spekit took', async () => {
  companion.changes = [aChange({ seq: 1, relayed: 1_320 }), aChange({ seq: 2, relayed: 4 }), aChange({ seq: 3 })];
  render(<Panel />);
  await waitFor(() => expect(lines()).toHaveLength(3));
  const whens = lines().map((line) => line.querySelector('.when')?.textContent ?? '');
  expect(whens.map((when) => /Spekit took .*$/.exec(when)?.[0])).toEqual([undefined, 'Spekit took 0.1 s', 'Spekit took 1.3 s']);
});

test('the whole story of one, and back to the history as it was chosen', async () => {
  companion.changes = [...many, aChange({ seq: 121, event: 'user.deactivated', subject: { kind: 'user', id: 'u4', name: 'Person 5' } })];
  render(<Panel />);
  fireEvent.change(await screen.findByLabelText('Name holds'), { target: { value: 'Person 5' } });
  await waitFor(() => expect(lines().length).toBeGreaterThan(1));
  fireEvent.click(screen.getAllByRole('button', { name: 'Story of Person 5' })[0] ?? document.body);
  const story = await screen.findByRole('list', { name: 'Story of Person 5' });
  await waitFor(() =>
    expect([...story.querySelectorAll('.what')].map((what) => what.textContent)).toEqual([
      'Okta deactivated Person 5',
      'Okta created the user Person 5',
    ]),
  );
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Story of Person 5' }));
  fireEvent.click(screen.getByRole('button', { name: 'Back to the history' }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'History' }));
  expect(screen.getByLabelText<HTMLInputElement>('Name holds').value).toBe('Person 5');
});

test('what is new is there by itself', async () => {
  companion.changes = many.slice(0, 3);
  render(<Panel />);
  await waitFor(() => expect(lines()).toHaveLength(3));
  companion.changes = many.slice(0, 4);
  companion.status = { ...companion.status, seq: 43 };
  vi.setSystemTime(new Date(now).getTime() + 2_000);
  await waitFor(() => expect(lines()).toHaveLength(4), { timeout: 6_000 });
});

test('who reads further down stays there while new things come on top', async () => {
  companion.changes = many.slice(0, 100);
  render(<Panel />);
  await waitFor(() => expect(lines()).toHaveLength(50));
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(lines()).toHaveLength(100));
  const read = lines()[80];
  companion.changes = many.slice(0, 102);
  companion.status = { ...companion.status, seq: 43 };
  vi.setSystemTime(new Date(now).getTime() + 2_000);
  await waitFor(() => expect(lines()).toHaveLength(102), { timeout: 6_000 });
  expect(shown()[0]).toBe('Okta created the user Person 102');
  expect(lines()[82]).toBe(read);
});

/** What was saved: the files, and the names under which. */
function savings(): { files: Blob[]; names: string[] } {
  const saved: { files: Blob[]; names: string[] } = { files: [], names: [] };
  Object.assign(URL, { createObjectURL: (blob: Blob) => saved.files.push(blob) && 'blob:x', revokeObjectURL: () => undefined });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.names.push(this.download);
  });
  return saved;
}

test('the export holds all that is chosen, masked or not as is chosen, and says how many rows', async () => {
  companion.changes = many;
  const { files } = savings();
  render(<Panel />);
  await waitFor(() => expect(lines()).toHaveLength(50));
  fireEvent.change(screen.getByLabelText('Name holds'), { target: { value: 'person 1' } });
  await waitFor(() => expect(lines()).toHaveLength(32));
  fireEvent.click(screen.getByRole('button', { name: 'Export as CSV' }));
  await screen.findByText('32 rows were saved.');
  const masked = (await files[0]?.text()) ?? '';
  expect(masked.trim().split('\r\n')).toHaveLength(33);
  expect(masked).not.toContain('Person');
  fireEvent.click(screen.getByLabelText('Mask personal data'));
  fireEvent.click(screen.getByRole('button', { name: 'Export as CSV' }));
  await waitFor(() => expect(files).toHaveLength(2));
  const text = (await files[1]?.text()) ?? '';
  expect(text.trim().split('\r\n')).toHaveLength(33);
  expect(text).toContain(',Person 120,');
});

test('as a workbook too', async () => {
  companion.changes = many;
  const { files, names } = savings();
  render(<Panel />);
  fireEvent.click(await screen.findByRole('button', { name: 'Export as Excel workbook' }));
  await screen.findByText('120 rows were saved.');
  expect(names[0]).toMatch(/^sourcemark-history-[\d-]{10}\.xlsx$/);
  // What is in it, `export/xlsx.test.ts` reads, and `pages.spec.ts` as a browser saves it.
  expect((await files[0]?.text())?.slice(0, 2)).toBe('PK');
});

test('an export that is cancelled saves nothing, and one whose companion goes away says so', async () => {
  companion.changes = Array.from({ length: 2_500 }, (_, index) => aChange({ seq: index + 1 }));
  const { files } = savings();
  const gate = Promise.withResolvers<void>();
  let waiting = 0;
  server.use(
    http.get(`${companion.url}/api/v1/history`, async ({ request }) => {
      if (!new URL(request.url).searchParams.has('before')) return undefined;
      waiting += 1;
      await gate.promise;
      return undefined;
    }),
  );
  render(<Panel />);
  fireEvent.click(await screen.findByRole('button', { name: 'Export as CSV' }));
  await waitFor(() => expect(waiting).toBe(1));
  expect(await screen.findByText('1,000 rows so far …')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('progressbar')).toBeNull();
  gate.resolve();
  companion.token = 'another';
  fireEvent.click(screen.getByRole('button', { name: 'Export as Excel workbook' }));
  await screen.findByText(/The export was not finished/);
  expect(files.map(({ type, size }) => [type, size])).toEqual([]);
});

test('where the companion does not answer, the history says so', async () => {
  render(<Panel />);
  await waitFor(() => expect(lines().length).toBeGreaterThan(0));
  companion.token = 'another';
  vi.setSystemTime(new Date(now).getTime() + 2_000);
  await screen.findByText(/refuses the access token/, {}, { timeout: 6_000 });
});
