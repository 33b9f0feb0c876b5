import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import en from '../../locales/en.json' with { type: 'json' };
import type { DialogRequest } from '../../messages/dialog.ts';
import { rules } from '../../ownership/rules.ts';
import { Verdict } from './Verdict.tsx';

afterEach(cleanup);

const held = rules.filter(({ verdict }) => verdict === 'warn' || verdict === 'block');

test.each(held.map((rule) => [rule.id, rule] as const))(
  '%s: reads who owns it, what still works, what to do; then the choice',
  (id, rule) => {
    const onAnswer = vi.fn();
    const facts = { name: 'Account Executives', newName: 'All Spekit Users', syncedAt: Date.now() };
    const link = { href: 'https://acme-admin.okta.com/admin/group/00g1', target: 'okta.group' } as const;
    render(<Verdict request={{ decision: { verdict: rule.verdict, reason: id, remedy: rule.remedy }, facts, link }} onAnswer={onAnswer} />);
    const text = document.body.textContent ?? '';
    expect(text).not.toMatch(/[{}]/);
    for (const part of [en.dialog.why, en.dialog.still, en.dialog.instead, 'Okta last synced this 0 seconds ago.'])
      expect(text).toContain(part);
    expect(screen.getByRole('heading').textContent).toMatch(/\w/);
    expect(screen.getByRole('link', { name: /Open this group in Okta/ }).getAttribute('rel')).toBe('noopener');
    const buttons = screen.getAllByRole('button');
    expect(buttons.map(({ textContent }) => textContent)).toEqual(rule.verdict === 'block' ? ['Close'] : ['Go back', 'Continue']);
    for (const button of buttons) button.click();
    expect(onAnswer.mock.calls.flat()).toEqual(rule.verdict === 'block' ? ['back'] : ['back', 'continue']);
  },
);

test('what is expected comes first, with the age of its facts; where nothing is foretold, nothing is said of it', () => {
  const known = { kind: 'team', memberCount: 12, sameName: { idp: 0, spekit: 0 } } as const;
  const facts = { name: 'Account Executives', known, asOf: Date.now() - 12_000 };
  const show = (reason: 'group-unlink-team-stays' | 'team-create-same-name') =>
    render(
      <Verdict request={{ decision: { verdict: 'warn', reason, remedy: 'go-ahead' }, facts, link: null }} onAnswer={() => undefined} />,
    );
  show('group-unlink-team-stays');
  expect(screen.getAllByRole('term')[0]?.textContent).toBe('What is expected, as of 12 seconds ago');
  expect(screen.getAllByRole('listitem')[0]?.textContent).toBe('Its 12 members in Spekit are expected to stay in it.');
  cleanup();
  show('team-create-same-name');
  expect(screen.getAllByRole('term')[0]?.textContent).toBe(en.dialog.why);
  expect(screen.queryByRole('listitem')).toBeNull();
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'not an address', ''])('no link is made of %j', (href) => {
  const request: Pick<DialogRequest, 'decision' | 'facts' | 'link'> = {
    decision: { verdict: 'block', reason: 'idp-team-delete', remedy: 'unlink-then-remove' },
    facts: {},
    link: { href, target: 'okta.push-groups' },
  };
  render(<Verdict request={request} onAnswer={() => undefined} />);
  expect(screen.queryByRole('link')).toBeNull();
});
