import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { CompanionState } from '../../mocks/handlers/companion.ts';
import { aCount, aMapping, aMappingRow, aMappingStatus, aRun, type MappingState } from '../../mocks/handlers/mapping.ts';
import { connectedPage } from '../../test/parts/own-page.ts';
import { Mapping } from './Mapping.tsx';

const page = connectedPage();
let companion: CompanionState;
let mapping: MappingState;
beforeEach(() => {
  history.replaceState(null, '', '#');
  mapping = aMapping();
  companion = page.companion;
  companion.role = 'admin';
  companion.mapping = mapping;
});

const open = (step = '') => {
  history.replaceState(null, '', `#${step}`);
  render(<Mapping />);
};
const heading = (name: string) => screen.findByRole('heading', { level: 2, name });

test('the page opens where the work is, and each step can be opened, left and come back to', async () => {
  open();
  await heading('Workbook');
  const way = within(screen.getByRole('navigation', { name: 'Steps of the migration' }));
  expect(way.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    'Account',
    'Spekit today',
    'Okta pushes',
    'Workbook',
    'Preview and complete',
    'Done',
  ]);
  await userEvent.click(way.getByRole('link', { name: 'Account' }));
  await heading('Account');
  expect(location.hash).toBe('#account');
  expect(way.getByRole('link', { name: 'Account' }).getAttribute('aria-current')).toBe('step');
  history.back();
  await heading('Workbook');
});

test('who goes on by the link below a step is at the beginning of the next', async () => {
  open('account');
  await heading('Account');
  await userEvent.click(screen.getByRole('link', { name: 'Go on: Spekit today' }));
  expect(document.activeElement).toBe(await heading('Spekit today'));
});

test('a page that nobody has turned stays on its step, whatever happens meanwhile', async () => {
  mapping.status = aMappingStatus({ push: { lastAt: null, underWay: true } });
  open();
  await heading('Okta pushes');
  mapping.status = aMappingStatus({ okta: { users: 9, teams: 1 }, seq: 60 });
  await screen.findByText(/Okta has pushed 9 users/);
  await heading('Okta pushes');
});

test('each step says how it stands, what to do, and what cannot happen', async () => {
  open('push');
  await heading('Okta pushes');
  expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['How it stands', 'What to do', 'What cannot happen']);
  screen.getByText('Okta has pushed 3 users and 1 team so far.');
});

test.each(['sandbox', 'additional'] as const)('a %s account is refused in words, and nothing can be chosen or completed', async (type) => {
  mapping.status = aMappingStatus({ account: { id: 'acme', type, connection: 'not-connected' } });
  open();
  await heading('Account');
  await screen.findByText('This account cannot be connected');
  screen.getByText(new RegExp(`This is an? ${type} account. SSO and SCIM connect to the production account only.`));
  await userEvent.click(screen.getByRole('link', { name: 'Spekit today' }));
  expect((await screen.findByLabelText<HTMLInputElement>(/Spekit's export/)).disabled).toBe(true);
  await userEvent.click(screen.getByRole('link', { name: 'Preview and complete' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Complete …' }));
  expect(screen.queryByRole('button', { name: 'Complete now' })).toBeNull();
});

test('the state that the account is in is told among the three, with what each means', async () => {
  open('account');
  const [track] = (await screen.findAllByRole('list')).filter((list) => list.className === 'track');
  const now = within(track ?? document.body)
    .getAllByRole('listitem')
    .filter((item) => item.getAttribute('aria-current') === 'true');
  expect(now.map(({ textContent }) => textContent)).toEqual([expect.stringContaining('Staging')]);
});

test('counts are live while Okta pushes, and an unchanged state costs no answer', async () => {
  mapping.status = aMappingStatus({ push: { lastAt: null, underWay: true } });
  open('push');
  await screen.findByText(/Okta is pushing/);
  mapping.status = aMappingStatus({ okta: { users: 2_480, teams: 12 }, seq: 60 });
  await screen.findByText('Okta has pushed 2,480 users and 12 teams so far.');
  screen.getByText(/Okta is not pushing anything now/);
});

test('a viewer sees everything, is told what is needed to act, and gets nothing to press', async () => {
  companion.role = 'viewer';
  open('push');
  await screen.findByText('The token that is set only reads');
  await screen.findByText(/enter the companion's admin token in the options/);
  await waitFor(() => expect(screen.getAllByLabelText<HTMLSelectElement>(/^Decision .+/).every(({ disabled }) => disabled)).toBe(true));
  for (const step of ['Spekit today', 'Workbook', 'Preview and complete', 'Done']) {
    await userEvent.click(screen.getByRole('link', { name: step }));
    await heading(step);
    const pressed = screen.queryAllByRole('button').filter((button) => button.getAttribute('aria-disabled') !== 'true');
    expect(pressed.map(({ textContent }) => textContent)).toEqual([]);
  }
  expect(companion.asked.filter((asked) => /^(POST|PUT|DELETE) /.test(asked))).toEqual([]);
});

test('an older companion, a refused token and one that does not answer are told, and the page recovers by itself', async () => {
  companion.mapping = null;
  open();
  await screen.findByText('This companion knows no mapping');
  companion.token = 'another';
  await screen.findByText(/refuses the access token/);
  companion.reachable = false;
  await screen.findByText(/does not answer/);
  Object.assign(companion, { mapping, token: 'admin-token', reachable: true });
  await heading('Workbook');
  companion.reachable = false;
  await screen.findByText(/does not answer/);
  // What is known stays to be read.
  await heading('Workbook');
});

test('what was completed is told with the way back; undo asks once, and says what came of it', async () => {
  const account = { id: 'acme', type: 'production', connection: 'connected' } as const;
  mapping.status = aMappingStatus({ account, users: aCount(), teams: aCount(), lastCompleted: aRun() });
  open();
  await heading('Done');
  screen.getByText(/3 users and 1 team were merged/);
  screen.getByText('No user and no team is double.');
  await userEvent.click(screen.getByRole('button', { name: 'Undo …' }));
  expect(document.activeElement?.textContent).toBe('Go back');
  await userEvent.keyboard('{Enter}');
  expect(screen.queryByRole('button', { name: 'Undo now' })).toBeNull();
  expect(document.activeElement?.textContent).toBe('Undo …');
  mapping.refusals['POST /mapping/undo'] = { code: 'conflict', detail: 'The role of Maya Lindqvist has been changed since.' };
  await userEvent.click(screen.getByRole('button', { name: 'Undo …' }));
  await userEvent.click(screen.getByRole('button', { name: 'Undo now' }));
  await screen.findByText('The role of Maya Lindqvist has been changed since.');
  mapping.refusals = {};
  await userEvent.click(screen.getByRole('button', { name: 'Undo …' }));
  await userEvent.click(screen.getByRole('button', { name: 'Undo now' }));
  await screen.findByText('3 users and 1 team are as before');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo …' })).toBeNull());
});

test('after 30 days there is no undo; duplicates that came later are listed to be decided on', async () => {
  const account = { id: 'acme', type: 'production', connection: 'connected' } as const;
  mapping.status = aMappingStatus({
    account,
    users: aCount({ total: 2, undecided: 1 }),
    teams: aCount(),
    lastCompleted: aRun({ undoUntil: '2026-11-01T00:00:00.000Z' }),
  });
  open('done');
  await screen.findByText(/What was before is not kept any longer/);
  expect(screen.queryByRole('button', { name: 'Undo …' })).toBeNull();
  await screen.findByText('2 users and teams are double in Spekit');
  await screen.findByRole('heading', { level: 4, name: /Lucie Moreau/ });
});

test('where teams alone are double, they are what is listed', async () => {
  const account = { id: 'acme', type: 'production', connection: 'connected' } as const;
  mapping.status = aMappingStatus({ account, users: aCount(), teams: aCount({ total: 1 }), lastCompleted: aRun() });
  mapping.rows = [aMappingRow({ kind: 'team', id: 't', name: 'Enablement', userName: 'Enablement', source: null, role: null, members: 3 })];
  open('done');
  await screen.findByRole('heading', { level: 4, name: /Enablement/ });
});
