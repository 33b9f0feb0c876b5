import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { refreshAttention } from '../../background/attention.ts';
import { refresh } from '../../background/freshness.ts';
import { anAttention, aStatus, type CompanionState, now, relayedHours } from '../../mocks/handlers/companion.ts';
import { shown } from '../../stores/shown.ts';
import { connectedPage } from '../../test/parts/own-page.ts';
import { Popup } from './Popup.tsx';

const page = connectedPage();
let companion: CompanionState;
beforeEach(() => {
  companion = page.companion;
});

/** As the worker does whenever something has happened. */
async function learn(): Promise<void> {
  await refresh();
  await act(() => refreshAttention());
}

const titles = () =>
  within(screen.getByRole('region', { name: 'Needs attention' }))
    .getAllByRole('listitem')
    .map((item) => item.querySelector('.notice-title')?.textContent);

test('what needs attention is told, each thing with what to do, and nothing of the last refusal a second time', async () => {
  companion.attention = anAttention();
  await learn();
  render(<Popup />);
  await screen.findByText('1 change was refused');
  expect(titles()).toEqual([
    'Refused: all spekit users',
    'Maya Lindqvist is the last active Account Admin',
    'Several teams are called “Customer Success”',
    'Nobody is left in “Beta Testers” who can log in',
  ]);
  const region = screen.getByRole('region', { name: 'Needs attention' });
  expect(within(region).getByRole('blockquote').textContent).toContain('cannot be added to Spekit');
  expect(region.textContent).toContain('all its 2 members, Gregory Stone among them');
  expect(region.textContent?.match(/Rename the group in Okta first, then push it\./g)).toHaveLength(1);
});

test('the headline’s button leads there', async () => {
  companion.attention = anAttention();
  await learn();
  Element.prototype.scrollIntoView = vi.fn();
  render(<Popup />);
  (await screen.findByRole('button', { name: 'Show what and why' })).click();
  expect(document.activeElement?.textContent).toBe('Needs attention');
});

test('what is solved vanishes by itself', async () => {
  companion.attention = anAttention();
  await learn();
  render(<Popup />);
  await screen.findByText('Refused: all spekit users');
  companion.attention = anAttention({ refused: [], sameName: [], leftAlone: [], lastAdmin: null, seq: 43 });
  companion.status = aStatus({ seq: 43 });
  vi.setSystemTime(new Date(now).getTime() + 2_000);
  await learn();
  await screen.findByText('In sync. Okta was here 14 seconds ago.');
  expect(screen.queryByRole('region', { name: 'Needs attention' })).toBeNull();
});

test('many refused for one cause are one item; names beyond three are a number', async () => {
  const [cause] = anAttention().refused;
  const subjects = ['Ann', 'Ben', 'Cleo', 'Dan', 'Eve'].map((name) => ({ kind: 'user' as const, id: null, name }));
  companion.attention = anAttention({ refused: cause ? [{ ...cause, subjects }] : [] });
  await learn();
  render(<Popup />);
  await screen.findByText('5 refused for one cause: Ann, Ben, Cleo and 2 others');
  await screen.findByText('5 changes were refused');
});

test('members who have not arrived, as a group’s page showed lately', async () => {
  const hour = 3_600_000;
  companion.attention = anAttention({ refused: [], sameName: [], leftAlone: [], lastAdmin: null });
  await shown.write((old) => ({
    ...old,
    members: {
      'acme-admin.okta.com': {
        sales: { seen: 9, missing: 2, at: Date.now() - hour },
        support: { seen: 9, missing: 0, at: Date.now() - hour },
        old: { seen: 9, missing: 9, at: Date.now() - 200 * hour },
      },
    },
  }));
  await learn();
  render(<Popup />);
  await screen.findByText('2 of 9 members of “sales” are not in Spekit');
  expect(titles()).toHaveLength(1);
});

test('the last day is drawn, and told in words', async () => {
  companion.attention = anAttention();
  await learn();
  render(<Popup />);
  await screen.findByText('17 changes from Okta, 1 refused');
  const bars = [...document.querySelectorAll('.activity .bar')].map((bar) => Number(bar.getAttribute('height')));
  expect(bars.filter((height) => height > 0)).toEqual([15, 36]);
});

test.each([
  ['relay.delete', /^Nothing is lost: it was held back/],
  ['relay.silent', /Okta tries again by itself/],
])('of what did not go through to Spekit (%s) it is told how to go on', async (reason, words) => {
  const detail = 'What the companion said.';
  companion.attention = anAttention({ refused: [{ reason, detail, newest: now, subjects: [{ kind: 'team', id: 't-1', name: 'Sales' }] }] });
  await learn();
  render(<Popup />);
  await screen.findByText(words);
});

test('how long Spekit took over what was passed on to it is drawn and told beside it', async () => {
  Object.assign(companion, { attention: anAttention(), hours: relayedHours() });
  await learn();
  render(<Popup />);
  // 5 of 240 ms, 12 of 1,310 ms.
  await screen.findByText('Spekit answered after 1 s on average, 8.2 s at most');
  const [, delays] = document.querySelectorAll('.activity');
  const bars = [...(delays?.querySelectorAll('.bar') ?? [])].map((bar) => Number(bar.getAttribute('height')));
  expect(bars.filter((height) => height > 0).map(Math.round)).toEqual([7, 36]);
});

test('the evidence of a person goes to the clipboard with exact times', async () => {
  const writeText = vi.fn().mockResolvedValue(undefined);
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  render(<Popup />);
  fireEvent.change(await screen.findByRole('searchbox'), { target: { value: 'maya' } });
  (await screen.findByRole('button', { name: 'Copy evidence' })).click();
  await screen.findByText('Copied');
  const text = String(writeText.mock.calls[0]?.[0]);
  expect(text).toContain('Person: Maya Lindqvist\nManaged by: Okta\n');
  expect(text).toContain('Last sync: 2026-11-24T16:20:00.000Z');
  expect(text).toContain('Companion: 127.0.0.1:4680\nAs of: 2026-11-24T16:20:');
  expect(text).not.toContain(companion.token);
});
