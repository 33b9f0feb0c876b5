import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { nextSteps, type WhyQuery, whyChecks } from '../../contract/why.ts';
import words from '../../locales/en.pages.json' with { type: 'json' };
import { aTeam, aUser, aWhyAnswer, type CompanionState, now } from '../../mocks/handlers/companion.ts';
import { connectTo, server, startWorker, stubPermissions } from '../../test/parts/worker-in-process.ts';
import { WhyNot } from './WhyNot.tsx';

let companion: CompanionState;
const asked: WhyQuery[] = [];

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
  asked.length = 0;
  companion = await startWorker();
  companion.why = (query) => {
    asked.push(query);
    return aWhyAnswer();
  };
  await connectTo(companion);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const steps = () => screen.getAllByRole('listitem').map((item) => item.textContent);

test('of a person a team is asked by Enter: what holds, what does not, since when, and the one next step', async () => {
  render(<WhyNot subject={aUser()} />);
  await userEvent.type(screen.getByLabelText('Why not in a team?'), ' Account Executives {Enter}');
  await screen.findByText(/^Add Maya Lindqvist to the group Account Executives in Okta\./);
  expect(asked).toEqual([{ user: aUser().id, team: 'Account Executives' }]);
  expect(steps()).toHaveLength(6);
  expect(steps()[1]).toMatch(/^Yes: Maya Lindqvist is assigned to Spekit · .*12 seconds ago$/);
  expect(steps()[5]).toMatch(/^Not known: Okta has not sent Maya Lindqvist as a member of Account Executives/);
});

test('of a team a person is asked by the button; a refusal is told in its words', async () => {
  companion.why = (query) => {
    asked.push(query);
    const refused = { check: 'assigned', state: 'no', at: now, detail: 'userName must be given.' } as const;
    return aWhyAnswer({ user: null, steps: [refused], next: 'correct-person' });
  };
  render(<WhyNot subject={aTeam()} />);
  expect(screen.getByRole('button', { name: 'Why not?' })).toHaveProperty('disabled', true);
  await userEvent.type(screen.getByLabelText('Why is somebody not in this team?'), 'ben@acme.example');
  await userEvent.click(screen.getByRole('button', { name: 'Why not?' }));
  await screen.findByText(/^Correct ben@acme\.example in Okta/);
  expect(asked).toEqual([{ user: 'ben@acme.example', team: aTeam().id }]);
  expect(steps()).toEqual([expect.stringMatching(/^No: Okta has not sent ben@acme\.example.*userName must be given\.$/)]);
});

test('a companion that does not answer is told', async () => {
  stubPermissions([companion.url.replace(/:\d+$/, '/*')]);
  companion.reachable = false;
  render(<WhyNot subject={aUser()} />);
  await userEvent.type(screen.getByLabelText('Why not in a team?'), 'Sales{Enter}');
  await screen.findByText(words.why.failed);
});

test('every check and every next step has its words', () => {
  expect(Object.keys(words.why.check)).toEqual([...whyChecks]);
  expect(Object.keys(words.why.next)).toEqual([...nextSteps]);
});
