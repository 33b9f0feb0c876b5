import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { aMapping, aSheetCheck, type MappingState } from '../../mocks/handlers/mapping.ts';
import { playFileCache } from '../../test/parts/file-cache.ts';
import { connectedPage } from '../../test/parts/own-page.ts';
import { Mapping } from './Mapping.tsx';

const page = connectedPage();
let mapping: MappingState;
let saved: string[];
const open = async (role: 'admin' | 'viewer' = 'admin') => {
  page.companion.role = role;
  page.companion.mapping = mapping;
  render(<Mapping />);
  await screen.findByRole('heading', { level: 3, name: 'The sheet that Spekit gave you' });
};
beforeEach(async () => {
  // Node's fetch cannot send jsdom's own form. (That the bytes arrive is tested beside the worker, in Node.)
  const form = await new Response(new URLSearchParams()).formData();
  vi.stubGlobal('FormData', form.constructor);
  history.replaceState(null, '', '#workbook');
  mapping = aMapping();
  playFileCache();
  saved = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});

const choose = (content: string, name = 'spekit.xlsx') =>
  userEvent.upload(screen.getByLabelText("Spekit's sheet, filled in or not"), new File([content], name));
const problem = { code: 'idp-near', sheet: 'Mapping', row: 3, column: 'D', value: 'bob@acme.exmaple', detail: 'Write bob@acme.example.' };

test('a sheet that is empty is filled and saved under another name', async () => {
  await open();
  await choose('as given');
  await screen.findByText('Nothing is wrong with spekit.xlsx');
  screen.getByText('4 people stand in it: 0 with an address, 4 without.');
  screen.getByText('Rows without an address: 2, 3, 4, 5');
  screen.getByText(/^3 addresses are certain/);
  await userEvent.click(screen.getByRole('button', { name: 'Fill and save' }));
  await screen.findByText('Saved as spekit-filled.xlsx.');
  expect(saved).toEqual(['spekit-filled.xlsx']);
  expect(mapping.files).toEqual([
    { of: 'POST /mapping/sheet/check', text: 'as given' },
    { of: 'POST /mapping/sheet/fill', text: 'as given' },
  ]);
});

test('one that comes back is compared with the first, also after another step, and told by its cells', async () => {
  await open();
  await choose('as given');
  await screen.findByText('Nothing is wrong with spekit.xlsx');
  const goTo = (name: string) => userEvent.click(within(screen.getByRole('navigation')).getByRole('link', { name }));
  await goTo('Account');
  await goTo('Workbook');
  await screen.findByText('Nothing is wrong with spekit.xlsx');
  mapping.sheetCheck = aSheetCheck({
    filled: 4,
    empty: [],
    emptyCount: 0,
    fillable: 0,
    compared: true,
    problems: [problem],
    problemCount: 1,
  });
  await choose('filled in', 'mine.xlsx');
  await screen.findByText('Correct mine.xlsx before it goes back to Spekit');
  const sent = mapping.files.at(-1)?.text ?? '';
  expect(sent).toMatch(/name="sheet"[\s\S]*name="original"[\s\S]*\{"version":1\}/);
  screen.getByText(/were compared with the sheet that you chose first/);
  const [told] = within(screen.getByRole('region', { name: '1 row is wrong' })).getAllByRole('listitem');
  expect(told?.textContent).toBe('Mapping · row 3 · column Dbob@acme.exmapleWrite bob@acme.example.');
  expect(screen.queryByRole('button', { name: 'Fill and save' })).toBeNull();
  expect(screen.queryByText(/^Rows without an address/)).toBeNull();
  // A new download is no change of the old one.
  await userEvent.click(screen.getByRole('button', { name: 'Leave this sheet' }));
  expect(screen.queryByRole('region', { name: 'mine.xlsx' })).toBeNull();
  await choose('new');
  await waitFor(() => expect(mapping.files.at(-1)?.text).toBe('new'));
});

test('what is no such sheet is told in the companion’s words, without the findings of the one before, and that one stays the first', async () => {
  await open();
  await choose('as given');
  await screen.findByText('Nothing is wrong with spekit.xlsx');
  mapping.refusals['POST /mapping/sheet/check'] = { code: 'invalid', detail: 'No sheet has a column IDP Email.' };
  await choose('other', 'other.xlsx');
  await screen.findByText('No sheet has a column IDP Email.');
  expect(screen.queryByText('Nothing is wrong with spekit.xlsx')).toBeNull();
  mapping.refusals = {};
  await choose('again');
  await screen.findByText('Nothing is wrong with spekit.xlsx');
  expect(mapping.files.at(-1)?.text).toContain('name="original"');
});

test('who only reads cannot choose one', async () => {
  await open('viewer');
  await waitFor(() => expect(screen.getByLabelText("Spekit's sheet, filled in or not")).toHaveProperty('disabled', true));
});
