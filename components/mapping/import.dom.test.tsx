import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { CompanionState } from '../../mocks/handlers/companion.ts';
import { aMapping, aMappingStatus, anImport, type MappingState } from '../../mocks/handlers/mapping.ts';
import { connectedPage } from '../../test/parts/own-page.ts';
import { Mapping } from './Mapping.tsx';

const page = connectedPage();
let companion: CompanionState;
let mapping: MappingState;
beforeEach(async () => {
  history.replaceState(null, '', '#import');
  mapping = aMapping();
  companion = page.companion;
  companion.role = 'admin';
  companion.mapping = mapping;
  render(<Mapping />);
  await screen.findByRole('heading', { level: 2, name: 'Spekit today' });
});

const users = new File(['Email\nmaya@acme.example\n'], 'users.csv', { type: 'text/csv' });
const choose = (file: File) => userEvent.upload(screen.getByLabelText(/Spekit's export/), file, { applyAccept: false });
const trouble = (row: number) => ({
  code: 'invalid',
  sheet: null,
  row,
  column: 'Email',
  value: 'maya@',
  detail: `Row ${row} cannot be taken.`,
});

test('a file is looked at first: its columns, what is new, what is wrong; then taken in, and taken back', async () => {
  mapping.imported = anImport({ problems: [trouble(7)], problemCount: 1 });
  await choose(users);
  const found = within(await screen.findByRole('region', { name: 'What users.csv holds' }));
  found.getByText('1 of 2 columns were recognised');
  expect(found.getByText('Email').closest('li')?.textContent).toBe('Email address');
  expect(found.getByText('Favourite colour').closest('li')?.textContent).toBe('Favourite colour not read');
  expect(within(found.getByRole('region', { name: '1 row is wrong' })).getByRole('listitem').textContent).toBe(
    'row 7 · column Emailmaya@Row 7 cannot be taken.',
  );
  expect(mapping.status.spekit.importedUsers).toBe(0);
  await userEvent.click(found.getByRole('button', { name: 'Import the rows that are right' }));
  await screen.findByText('120 users and 0 teams were taken in');
  await screen.findByText(/124 users and 1 team of Spekit's own are known; 120 of them were imported here/);
  expect(mapping.files.map(({ of, text }) => [of, text])).toEqual([
    ['POST /mapping/imports', 'Email\nmaya@acme.example\n'],
    ['POST /mapping/imports', 'Email\nmaya@acme.example\n'],
  ]);
  await userEvent.click(screen.getByRole('button', { name: 'Take the imports back …' }));
  screen.getByText('Take back what was imported: 120 users and teams?');
  await userEvent.click(screen.getByRole('button', { name: 'Take back' }));
  await screen.findByText('120 users and 0 teams were taken back');
  expect(mapping.status.spekit.importedUsers).toBe(0);
});

test('while it is taken in, the page counts what has come, and can stop it', async () => {
  await choose(users);
  await screen.findByRole('button', { name: 'Import' });
  const answering = Promise.withResolvers<void>();
  mapping.until = answering.promise;
  await userEvent.click(screen.getByRole('button', { name: 'Import' }));
  expect((await screen.findByRole<HTMLProgressElement>('progressbar')).hasAttribute('value')).toBe(false);
  mapping.status = aMappingStatus({ spekit: { users: 64, teams: 1, importedUsers: 60, importedTeams: 0 }, seq: 50 });
  await screen.findByText('Importing: 60 so far …');
  expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(0.5);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  await screen.findByText(/^Cancelled\. 60 users and teams had been taken in by then/);
  // What has come can be taken back.
  screen.getByRole('button', { name: 'Take the imports back …' });
  answering.resolve();
});

test.each([
  ['an empty file', new File([], 'users.csv'), /users\.csv is empty/],
  ['one of another kind', new File(['x'], 'users.docx'), /users\.docx is no file of the kind that is needed here: \.csv, \.xlsx/],
  [
    'one that is too large',
    Object.defineProperty(new File(['x'], 'users.csv'), 'size', { value: 60 * 1024 * 1024 }),
    /has 60 MB; at most 32 MB/,
  ],
])('%s is refused at once, with what to do', async (_which, file, words) => {
  await choose(file);
  expect((await screen.findByText(words)).closest('[role="alert"]')).not.toBeNull();
  expect(mapping.files).toEqual([]);
});

test('a file with nothing new cannot be taken, one that the companion refuses is told in its words', async () => {
  mapping.imported = anImport({ users: { added: 0, changed: 0, unchanged: 9, connected: 1 } });
  await choose(users);
  await screen.findByText('Nothing in it is new.');
  await userEvent.click(screen.getByRole('button', { name: 'Import' }));
  expect(mapping.files).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Leave it' }));
  expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
  mapping.refusals['POST /mapping/imports'] = { code: 'invalid', detail: 'There is no column with addresses. Export it again.' };
  await choose(users);
  await screen.findByText('There is no column with addresses. Export it again.');
});

test('of a thousand problems fifty are told at once, and how many more there are', async () => {
  const problems = Array.from({ length: 1_000 }, (_, nth) => trouble(nth + 2));
  mapping.imported = anImport({ problems, problemCount: 4_321 });
  await choose(users);
  const region = within(await screen.findByRole('region', { name: '4,321 rows are wrong' }));
  expect(region.getAllByRole('listitem')).toHaveLength(50);
  region.getByText(/And 3,321 more/);
  await userEvent.click(region.getByRole('button', { name: 'Show more' }));
  expect(region.getAllByRole('listitem')).toHaveLength(100);
});

test('a companion that goes away meanwhile loses nothing: the same file can be chosen again', async () => {
  await choose(users);
  await screen.findByRole('button', { name: 'Import' });
  companion.reachable = false;
  await userEvent.click(screen.getByRole('button', { name: 'Import' }));
  expect((await screen.findAllByText(/does not answer/)).length).toBeGreaterThan(0);
  companion.reachable = true;
  await choose(users);
  await userEvent.click(await screen.findByRole('button', { name: 'Import' }));
  await screen.findByText('120 users and 0 teams were taken in');
});
