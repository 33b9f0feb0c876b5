import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { CompanionState } from '../../mocks/handlers/companion.ts';
import { aCheck, aCount, aMapping, aMappingStatus, anOpenRow, type MappingState, someNumbers } from '../../mocks/handlers/mapping.ts';
import { playFileCache } from '../../test/parts/file-cache.ts';
import { connectedPage } from '../../test/parts/own-page.ts';
import { Mapping } from './Mapping.tsx';

const page = connectedPage();
let companion: CompanionState;
let mapping: MappingState;
let waiting: ReadonlyMap<string, Blob>;
let saved: string[];
beforeEach(async () => {
  history.replaceState(null, '', '#workbook');
  mapping = aMapping();
  companion = page.companion;
  companion.role = 'admin';
  companion.mapping = mapping;
  waiting = playFileCache();
  saved = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  render(<Mapping />);
  await screen.findByRole('heading', { level: 2, name: 'Workbook' });
});

const workbook = () => new File(['decisions'], 'mapping.xlsx');
const upload = () => userEvent.upload(screen.getByLabelText('The workbook, filled in'), workbook());
const goTo = (name: string) => userEvent.click(within(screen.getByRole('navigation')).getByRole('link', { name }));
const completed = () => companion.asked.filter((asked) => asked === 'POST /mapping/complete').length;
const complete = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Complete …' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Complete now' }));
};

test('the workbook is saved under its name, and waits nowhere afterwards', async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Save the workbook' }));
  await screen.findByText('Saved as sourcemark-mapping-acme.xlsx.');
  expect(saved).toEqual(['sourcemark-mapping-acme.xlsx']);
  expect(waiting.size).toBe(0);
});

test('a workbook for which there is no room is not said to be saved', async () => {
  vi.spyOn(await caches.open(''), 'put').mockRejectedValueOnce(new DOMException('', 'QuotaExceededError'));
  await userEvent.click(screen.getByRole('button', { name: 'Save the workbook' }));
  await screen.findByText(/sourcemark-mapping-acme\.xlsx did not arrive whole/);
  expect([saved, screen.queryByText(/^Saved as/)]).toEqual([[], null]);
  await userEvent.click(screen.getByRole('button', { name: 'Save the workbook' }));
  await screen.findByText('Saved as sourcemark-mapping-acme.xlsx.');
  expect(screen.queryByText(/did not arrive whole/)).toBeNull();
});

test('every problem is told with sheet, row, column, value and what to do; the marked workbook can be saved; nothing can be completed', async () => {
  const problem = {
    code: 'decision',
    sheet: 'Users',
    row: 7,
    column: 'Decision',
    value: 'marge',
    detail: 'Choose merge, keep both or skip.',
  };
  mapping.check = aCheck({ problems: [problem, { ...problem, sheet: null, row: null, column: null, value: null }], problemCount: 2 });
  await upload();
  await screen.findByText('mapping.xlsx cannot be completed yet');
  const problems = within(screen.getByRole('region', { name: '2 rows are wrong' })).getAllByRole('listitem');
  expect(problems.map(({ textContent }) => textContent)).toEqual([
    'Users · row 7 · column DecisionmargeChoose merge, keep both or skip.',
    'The whole fileChoose merge, keep both or skip.',
  ]);
  await userEvent.click(screen.getByRole('button', { name: 'Save it with its problems marked' }));
  await screen.findByText('Saved as mapping-checked.xlsx.');
  await goTo('Preview and complete');
  await userEvent.click(await screen.findByRole('button', { name: 'Complete …' }));
  screen.getByText('First correct the workbook: see the step before.');
  expect(screen.queryByRole('button', { name: 'Complete now' })).toBeNull();
  expect(completed()).toBe(0);
});

test('whoever joined since the workbook was made is asked about here, and it is checked again', async () => {
  mapping.check = aCheck({ asked: [anOpenRow()] });
  await upload();
  await screen.findByText('1 row is new or changed since the workbook was made');
  const lucie = within((await screen.findByRole('heading', { level: 4, name: /Lucie/ })).closest('li') ?? document.body);
  await userEvent.selectOptions(lucie.getByLabelText(/^Decision/), 'merge');
  await lucie.findByText('Saved.');
  mapping.check = aCheck();
  await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
  await screen.findByText('mapping.xlsx is right: it can be completed');
});

test('a good workbook is completed with its own numbers, asked once more, and the page tells what became of it', async () => {
  mapping.check = aCheck({ numbers: someNumbers({ mergedUsers: 49_812 }) });
  await upload();
  await screen.findByText('mapping.xlsx is right: it can be completed');
  await goTo('Preview and complete');
  await screen.findByText('It goes by the workbook mapping.xlsx.');
  await userEvent.click(screen.getByRole('button', { name: 'Complete …' }));
  screen.getByText('Merge 49,812 users and 1 team now?');
  screen.getByText(/The account is connected by it/);
  screen.getByText(/For 30 days it can be undone/);
  expect(completed()).toBe(0);
  await userEvent.click(screen.getByRole('button', { name: 'Complete now' }));
  await screen.findByRole('heading', { level: 2, name: 'Done' });
  expect(mapping.files.map(({ of, text }) => [of, text])).toEqual([
    ['POST /mapping/check', 'decisions'],
    ['POST /mapping/complete', 'decisions'],
  ]);
  await goTo('Preview and complete');
  await screen.findByText('It goes by what is decided on the rows.');
});

test('without a workbook it goes by the rows, once all are decided', async () => {
  await goTo('Preview and complete');
  await userEvent.click(await screen.findByRole('button', { name: 'Complete …' }));
  screen.getByText('First decide on the row that waits.');
  expect(completed()).toBe(0);
  mapping.status = aMappingStatus({ users: aCount({ total: 4 }), seq: 50 });
  await waitFor(() => expect(screen.queryByText('First decide on the row that waits.')).toBeNull());
  await complete();
  await screen.findByRole('heading', { level: 2, name: 'Done' });
  expect(mapping.files).toEqual([]);
});

test('what will happen is listed, and can be searched', async () => {
  await goTo('Preview and complete');
  await screen.findByText(/Lucie Moreau stays as it is/);
  await userEvent.type(screen.getByLabelText('Name or address holds'), 'maya');
  await waitFor(() => expect(screen.queryByText(/Lucie Moreau stays/)).toBeNull());
  screen.getByText(/Maya Lindqvist becomes one account/);
});

test('of a workbook that was checked, the list tells what it says', async () => {
  await upload();
  await screen.findByText('mapping.xlsx is right: it can be completed');
  await goTo('Preview and complete');
  await screen.findByText(/Lucie Moreau becomes one account/);
  await userEvent.type(screen.getByLabelText('Name or address holds'), 'maya');
  await waitFor(() => expect(screen.queryByText(/Lucie Moreau/)).toBeNull());
  expect(screen.queryByText(/The workbook cannot be read/)).toBeNull();
});

test('of one that was checked before another, the list is none of it: the companion says what to do', async () => {
  await upload();
  await screen.findByText('mapping.xlsx is right: it can be completed');
  mapping.check = aCheck({ digest: 'd2' });
  await goTo('Preview and complete');
  await screen.findByText('Check the workbook again.');
});

test('of one that cannot be read, numbers and list are of the rows, which is said', async () => {
  const problem = { code: 'not-ours', sheet: null, row: null, column: null, value: null, detail: 'It is no mapping workbook.' };
  mapping.check = aCheck({ numbers: null, problemCount: 1, problems: [problem] });
  await upload();
  await screen.findByText('mapping.xlsx cannot be completed yet');
  await goTo('Preview and complete');
  await screen.findByText(/The workbook cannot be read: the numbers and the list are of what is decided on the rows/);
  await screen.findByText(/Lucie Moreau stays as it is/);
});

test('completing that the companion refuses changes nothing, and is told in its words; Okta pushing is told before', async () => {
  mapping.status = aMappingStatus({ users: aCount({ total: 4 }), push: { lastAt: null, underWay: true }, seq: 50 });
  mapping.refusals['POST /mapping/complete'] = { code: 'conflict', detail: '2 rows wait for a decision.' };
  await goTo('Preview and complete');
  await screen.findByText('Okta is pushing: more is to be expected.');
  await complete();
  await screen.findByText('2 rows wait for a decision.');
  screen.getByRole('heading', { level: 2, name: 'Preview and complete' });
  expect(mapping.status.account.connection).toBe('staging');
});

test('a check can be stopped; a workbook that cannot be read is told', async () => {
  const answering = Promise.withResolvers<void>();
  mapping.until = answering.promise;
  await upload();
  await screen.findByText('Checking mapping.xlsx …');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  answering.resolve();
  mapping.until = null;
  mapping.refusals['POST /mapping/check'] = { code: 'invalid', detail: 'This is no workbook. Save it as .xlsx, and choose it again.' };
  await upload();
  await screen.findByText('This is no workbook. Save it as .xlsx, and choose it again.');
});
