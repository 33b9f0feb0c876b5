import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { aChange, anExchange, aRefusal, type CompanionState } from '../../mocks/handlers/companion.ts';
import { connectedPage } from '../../test/parts/own-page.ts';
import { Panel } from './Panel.tsx';

const page = connectedPage();
let companion: CompanionState;
beforeEach(() => {
  companion = page.companion;
  companion.changes = [
    aChange({ seq: 41, source: 'spekit', event: 'team.created' }),
    aChange({ seq: 42, event: 'user.created', subject: { kind: 'user', id: 'u-maya', name: 'Maya Lindqvist' } }),
  ];
});

const shows = async (name: string) => {
  const list = await screen.findByRole('list', { name: 'History' });
  const line = (await within(list).findAllByRole('listitem')).find((one) => one.textContent?.includes(name));
  if (line === undefined) throw new Error(`No line of ${name}`);
  return within(line);
};
const button = 'Request and answer';

/** The body of what Okta sent, or of what it was answered. */
const body = async (line: Awaited<ReturnType<typeof shows>>, name: string) =>
  (await line.findByRole<HTMLTextAreaElement>('textbox', { name })).value;

test('the request and its answer are told on demand, set out and masked; unmasked where somebody wants it so', async () => {
  render(<Panel />);
  const line = await shows('Maya Lindqvist');
  expect(companion.asked).not.toContain('GET /history/42/exchange');
  fireEvent.click(line.getByRole('button', { name: button, expanded: false }));
  expect(await body(line, 'What Okta sent')).toContain('"userName": "*email-1*"');
  expect(await body(line, 'What Okta sent')).toContain('"password": "•••"');
  expect(line.getByText('POST /scim/v2/Users')).toBeTruthy();
  expect(line.getByText('201')).toBeTruthy();
  expect(await body(line, 'What it was answered')).toContain('"userName": "*email-1*"');
  expect(await body(line, 'What it was answered')).not.toMatch(/maya|lindqvist/i);
  fireEvent.click(screen.getByLabelText('Mask personal data'));
  expect(await body(line, 'What Okta sent')).toContain('"userName": "maya@acme.example"');
  fireEvent.click(line.getByRole('button', { name: button, expanded: true }));
  expect(line.queryByRole('textbox')).toBeNull();
});

test('copied is what is shown, masked as it is', async () => {
  const copied: string[] = [];
  Object.assign(navigator, { clipboard: { writeText: async (text: string) => void copied.push(text) } });
  render(<Panel />);
  const line = await shows('Maya Lindqvist');
  fireEvent.click(line.getByRole('button', { name: button }));
  fireEvent.click(await line.findByRole('button', { name: 'Copy what is shown' }));
  await line.findByText('Copied');
  fireEvent.click(screen.getByLabelText('Mask personal data'));
  fireEvent.click(line.getByRole('button', { name: 'Copy what is shown' }));
  await waitFor(() => expect(copied).toHaveLength(2));
  expect(copied[0]).toMatch(/^POST \/scim\/v2\/Users\n\{\n {2}"userName": "\*email-1\*"[\s\S]*\n\n201\n\{/);
  expect(copied[0]).not.toMatch(/maya/i);
  expect(copied[1]).toContain('maya@acme.example');
});

test('what came from Spekit has no request; masks are the same from one change to another', async () => {
  companion.changes.push(aRefusal({ seq: 43, subject: { kind: 'user', id: null, name: 'noor' } }));
  companion.exchange = (seq) => ({
    exchange: anExchange({
      changes: { first: seq, last: seq },
      request: { ...anExchange().request, body: `{"userName":"u${seq}","manager":"x"}` },
    }),
    missing: null,
  });
  render(<Panel />);
  const spekit = await shows('Spekit created');
  expect(spekit.queryByRole('button', { name: button })).toBeNull();
  for (const name of ['Maya Lindqvist', 'noor']) fireEvent.click((await shows(name)).getByRole('button', { name: button }));
  await waitFor(() => expect(screen.getAllByRole('textbox', { name: 'What Okta sent' })).toHaveLength(2));
  const sent = screen.getAllByRole<HTMLTextAreaElement>('textbox', { name: 'What Okta sent' }).map(({ value }) => value);
  expect(new Set(sent.map((text) => /"userName": "(.*)"/.exec(text)?.[1])).size).toBe(2);
  expect(new Set(sent.map((text) => /"manager": "(.*)"/.exec(text)?.[1])).size).toBe(1);
});

test.each<[string, CompanionState['exchange'], RegExp]>([
  ['not kept', () => ({ exchange: null, missing: 'not-kept' }), /It was not kept, or is no longer kept/],
  ['switched off', () => ({ exchange: null, missing: 'off' }), /SOURCEMARK_RAW_REQUESTS=0/],
  ['of an older companion', null, /older than this extension/],
  ['cut', () => withBody('{"title":"x","userName":"ma', 'cut'), /Only the beginning/],
  ['no JSON', () => withBody('userName=maya', null), /cannot be masked/],
  ['none', () => withBody(null, null), /Without a body/],
  ['withheld', () => withBody(null, 'not-json'), /may have held a secret/],
])('where it is %s, that is said', async (_, exchange, words) => {
  companion.exchange = exchange;
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  render(<Panel />);
  const line = await shows('Maya Lindqvist');
  fireEvent.click(line.getByRole('button', { name: button }));
  expect(await line.findByText(words)).toBeTruthy();
});

function withBody(body: string | null, remark: 'cut' | 'not-json' | null): ReturnType<NonNullable<CompanionState['exchange']>> {
  return { exchange: anExchange({ request: { method: 'POST', path: '/scim/v2/Users', body, remark } }), missing: null };
}
