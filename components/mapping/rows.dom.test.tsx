import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { CompanionState } from '../../mocks/handlers/companion.ts';
import { aMapping, aMappingRow, aMappingStatus, anOpenRow, type MappingState } from '../../mocks/handlers/mapping.ts';
import { connectedPage } from '../../test/parts/own-page.ts';
import { Mapping } from './Mapping.tsx';

const page = connectedPage();
let companion: CompanionState;
let mapping: MappingState;
beforeEach(() => {
  history.replaceState(null, '', '#push');
  mapping = aMapping();
  companion = page.companion;
  companion.role = 'admin';
  companion.mapping = mapping;
});

const rows = () => within(screen.getByRole('list', { name: 'Row by row' })).queryAllByRole('listitem');
const names = () => rows().map((row) => within(row).getByRole('heading', { level: 4 }).textContent);
const rowOf = async (name: RegExp) => within((await screen.findByRole('heading', { level: 4, name })).closest('li') ?? document.body);
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const sent = () => companion.asked.filter((asked) => asked === 'POST /mapping/decisions');

test('a row says who it is, whom it fits and why, how surely, and what is to be known of it', async () => {
  render(<Mapping />);
  const lucie = await rowOf(/Lucie Moreau/);
  lucie.getByText('Possible');
  lucie.getByText('l.moreau@acme.example · from Salesforce · Viewer');
  lucie.getByText('Several of Okta’s fit: Lucie Moreau, Luc Moreau. Choose one.');
  expect([...lucie.getByLabelText<HTMLSelectElement>(/^In Okta/).options].map(({ text }) => text)).toEqual([
    'Lucie Moreau (okta-lucie@acme.example): similar name',
    'Luc Moreau (okta-luc@acme.example): similar name',
  ]);
  const maya = await rowOf(/Maya Lindqvist/);
  maya.getByText('Maya Lindqvist (maya@acme.example): same address');
  maya.getByText('By the match.');
});

test('a decision is saved as it is made, with whom it is merged, and can be taken back', async () => {
  render(<Mapping />);
  const lucie = await rowOf(/Lucie Moreau/);
  await userEvent.selectOptions(lucie.getByLabelText(/^In Okta/), 'okta-luc');
  await waitFor(() => expect(mapping.rows[0]).toMatchObject({ decision: 'merge', with: 'okta-luc', decidedBy: 'admin' }));
  await lucie.findByText('Saved.');
  expect(screen.queryByText('Something has changed since.')).toBeNull();
  await userEvent.selectOptions(lucie.getByLabelText(/^Decision/), 'keep-both');
  await waitFor(() => expect(mapping.rows[0]).toMatchObject({ decision: 'keep-both', with: 'okta-luc' }));
  await userEvent.selectOptions(lucie.getByLabelText(/^Decision/), 'Take my decision back');
  await waitFor(() => expect(mapping.rows[0]).toMatchObject({ decision: null, with: null }));
});

test('several choices in a row are saved one after the other, the last one last, and the field keeps the focus', async () => {
  render(<Mapping />);
  const lucie = await rowOf(/Lucie Moreau/);
  const field = lucie.getByLabelText<HTMLSelectElement>(/^Decision/);
  field.focus();
  for (const value of ['merge', 'keep-both', 'skip']) fireEvent.change(field, { target: { value } });
  expect([field.value, document.activeElement]).toEqual(['skip', field]);
  await lucie.findByText('Saved.');
  await waitFor(() => expect(mapping.rows[0]).toMatchObject({ decision: 'skip', decidedBy: 'admin' }));
  expect([field.value, document.activeElement]).toEqual(['skip', field]);
  expect(sent()).toHaveLength(1);
});

test('a decision that is refused is told on its row, which stays as it was', async () => {
  mapping.refusals['POST /mapping/decisions'] = { code: 'conflict', detail: 'There is no user of Okta’s with that id.' };
  render(<Mapping />);
  const lucie = await rowOf(/Lucie Moreau/);
  await userEvent.selectOptions(lucie.getByLabelText(/^Decision/), 'merge');
  await lucie.findByText('There is no user of Okta’s with that id.');
  expect(lucie.getByLabelText<HTMLSelectElement>(/^Decision/).value).toBe('');
});

test('where nobody fits there is nothing to decide', async () => {
  mapping.rows = [aMappingRow({ candidates: [], confidence: 'none', decision: 'keep-both', with: null, decidedBy: 'nobody' })];
  render(<Mapping />);
  const maya = await rowOf(/Maya Lindqvist/);
  maya.getByText("Nobody of Okta's fits: stays Spekit's own.");
  expect(maya.queryByRole('combobox')).toBeNull();
});

test('rows by kind, confidence, reason, conflict, decision and name, of which only the newest answer is shown', async () => {
  mapping.rows.push(
    aMappingRow({
      kind: 'team',
      id: 't',
      name: 'Content Champions',
      userName: 'Content Champions',
      email: null,
      source: null,
      role: null,
      members: 3,
    }),
  );
  render(<Mapping />);
  await waitFor(() => expect(names()).toEqual(['Lucie Moreau Possible', 'Maya Lindqvist Certain']));
  choose('How sure', 'certain');
  await waitFor(() => expect(names()).toEqual(['Maya Lindqvist Certain']));
  choose('How sure', '');
  choose('State', 'false');
  await waitFor(() => expect(names()).toEqual(['Lucie Moreau Possible']));
  choose('State', '');
  choose('Matched by', 'email');
  await waitFor(() => expect(names()).toEqual(['Maya Lindqvist Certain']));
  choose('Matched by', '');
  choose('To be known', 'several-candidates');
  await waitFor(() => expect(names()).toEqual(['Lucie Moreau Possible']));
  choose('To be known', '');
  choose('Name or address holds', 'MAYA@');
  await waitFor(() => expect(names()).toEqual(['Maya Lindqvist Certain']));
  choose('Name or address holds', 'nobody');
  await screen.findByText('Nothing here is so.');
  choose('Name or address holds', '');
  choose('List', 'team');
  await waitFor(() => expect(names()).toEqual(['Content Champions Certain']));
  screen.getByText('3 members');
});

test('of 50,000 rows fifty are there at once, and no row moves while others come', async () => {
  const one = aMappingRow();
  mapping.rows = Array.from({ length: 50_000 }, (_, nth) => ({ ...one, id: `u${nth}`, name: `Person ${nth}` }));
  render(<Mapping />);
  await screen.findByText('1 to 50 of 50,000');
  expect(rows()).toHaveLength(50);
  await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
  await screen.findByText('51 to 100 of 50,000');
  expect(names()[0]).toBe('Person 50 Certain');
  mapping.rows.unshift(anOpenRow());
  mapping.status = aMappingStatus({ seq: 99 });
  await screen.findByText('Something has changed since.');
  expect(names()[0]).toBe('Person 50 Certain');
  await userEvent.click(screen.getByRole('button', { name: 'Show the newest' }));
  await waitFor(() => expect(names()[0]).toBe('Person 49 Certain'));
  await waitFor(() => expect(screen.queryByText('Something has changed since.')).toBeNull());
});

test('a list that was empty fills by itself', async () => {
  mapping.rows = [];
  render(<Mapping />);
  await screen.findByText('Nothing here is so.');
  mapping.rows = [anOpenRow()];
  mapping.status = aMappingStatus({ seq: 99 });
  await waitFor(() => expect(names()).toEqual(['Lucie Moreau Possible']));
});

test('rules are read line by line, told where they are none, saved as a whole, and kept where saving fails', async () => {
  render(<Mapping />);
  await userEvent.click(await screen.findByText('Rules for addresses and domains: 0'));
  const field = screen.getByLabelText<HTMLTextAreaElement>(/One rule a line/);
  const save = screen.getByRole('button', { name: 'Save the rules' });
  fireEvent.change(field, { target: { value: '@old.example = @new.example\nnonsense' } });
  await screen.findByText('Line 2: write two sides with = between them.');
  await userEvent.click(save);
  expect(companion.asked).not.toContain('PUT /mapping/rules');
  const written = '@old.example = @new.example\nl@acme.example = lucie@acme.example';
  fireEvent.change(field, { target: { value: written } });
  mapping.refusals['PUT /mapping/rules'] = { code: 'invalid', detail: 'old.example is no domain of Spekit’s.' };
  await userEvent.click(save);
  await screen.findByText('old.example is no domain of Spekit’s.');
  expect(field.value).toBe(written);
  mapping.refusals = {};
  await userEvent.click(save);
  await screen.findByText('Saved. All rows are matched anew by them.');
  expect(mapping.status.rules).toEqual({
    domains: [{ from: '@old.example', to: '@new.example' }],
    aliases: [{ from: 'l@acme.example', to: 'lucie@acme.example' }],
  });
  await screen.findByText('Rules for addresses and domains: 2');
  expect(sent()).toEqual([]);
});
