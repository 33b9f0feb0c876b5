import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handlers } from '../../background/handlers.ts';
import { isFollowed } from '../../background/panels.ts';
import type { Asker } from '../../messages/sender.ts';
import { aChange, type CompanionState } from '../../mocks/handlers/companion.ts';
import { connectedPage } from '../../test/parts/own-page.ts';
import { Panel } from './Panel.tsx';

const page = connectedPage();
let companion: CompanionState;
const scrolled = vi.fn();
beforeEach(() => {
  companion = page.companion;
  companion.changes = [1, 2].map((n) =>
    aChange({ seq: n, event: 'user.created', subject: { kind: 'user', id: `u${n}`, name: `Person ${n}` } }),
  );
  Object.assign(fakeBrowser.tabs, { get: async (tabId: number) => ({ windowId: tabId === 7 ? 1 : 2 }) });
  Object.assign(Element.prototype, { scrollIntoView: scrolled });
});

const content = (tabId: number): Asker => ({
  from: 'content',
  app: 'okta',
  tabId,
  frameId: 0,
  url: new URL('https://acme-admin.okta.com/'),
});
/** As a card does when it opens. */
async function point(person: number, tabId = 7): Promise<boolean> {
  const { followed } = await handlers['changes.of']({ id: `u${person}` }, content(tabId));
  vi.setSystemTime(Date.now() + 10);
  if (followed) await handlers['subject.pointed']({ kind: 'user', id: `u${person}`, name: `Person ${person}` }, content(tabId));
  return followed;
}
const story = (person: number) => screen.findByRole('list', { name: `Story of Person ${person}` });

test('the panel shows the story of whom somebody points at, and is heard to say so; the focus stays', async () => {
  render(<Panel />);
  const name = await screen.findByLabelText('Name holds');
  name.focus();
  await waitFor(async () => expect(await isFollowed(7)).toBe(true));
  expect(await point(1)).toBe(true);
  await waitFor(async () => expect(within(await story(1)).getAllByRole('listitem')).toHaveLength(1));
  expect(scrolled).toHaveBeenCalled();
  expect(document.activeElement).not.toBe(screen.getByRole('heading', { name: 'Story of Person 1' }));
  expect(screen.getAllByText('Story of Person 1').some((one) => one.getAttribute('aria-live') === 'polite')).toBe(true);
  await point(2);
  await story(2);
  fireEvent.click(screen.getByRole('button', { name: 'Back to the history' }));
  await point(2);
  await story(2);
});

test('in another window nobody is followed, and switched off what is looked at stays', async () => {
  const { unmount } = render(<Panel />);
  await screen.findByLabelText('Name holds');
  await waitFor(async () => expect(await isFollowed(7)).toBe(true));
  expect(await point(1, 12)).toBe(false);
  await point(1);
  await story(1);
  fireEvent.click(screen.getByLabelText('Follow the page'));
  await waitFor(async () => expect(await isFollowed(7)).toBe(false));
  expect(await point(2)).toBe(false);
  expect(screen.getByRole('list', { name: 'Story of Person 1' })).toBeTruthy();
  fireEvent.click(screen.getByLabelText('Follow the page'));
  await waitFor(async () => expect(await isFollowed(7)).toBe(true));
  unmount();
  await waitFor(async () => expect(await isFollowed(7)).toBe(false));
});
