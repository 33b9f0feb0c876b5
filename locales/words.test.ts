import { afterEach, expect, test, vi } from 'vitest';
import { languages } from '../scripts/locales/catalogs.ts';
import { day, list, number } from './formats.ts';
import { clauses, sentences, statements } from './joined.ts';
import { messageName } from './message-name.ts';
import { language, speak } from './spoken.ts';
import { t, type WordKey } from './words.ts';

afterEach(() => speak());

test('without a browser the words are English', () => {
  expect(language()).toBe('en');
  expect(t('marks.two', { count: 1234, idp: 1, spekit: 1 })).toBe("1,234 of this name: 1 from Okta, 1 Spekit's own");
});

test('a word is asked for once, and again where there was none', () => {
  const source = vi.fn((key: string) => (key === 'marks.idp' ? 'Von Okta verwaltet' : ''));
  speak(source);
  expect([t('marks.idp'), t('marks.idp'), t('marks.never'), t('marks.never')]).toEqual([
    'Von Okta verwaltet',
    'Von Okta verwaltet',
    '',
    '',
  ]);
  expect(source.mock.calls.map(([key]) => key)).toEqual(['marks.idp', 'marks.never', 'marks.never']);
});

test('numbers, days and lists are those of the language that is spoken, also after it has changed', () => {
  const instant = '2026-11-24T12:00:00Z';
  expect([number(1234.5), day(instant), list(['A', 'B', 'C'])]).toEqual(['1,234.5', 'Nov 24, 2026', 'A, B and C']);
  speak((key) => (key === 'language' ? 'de' : ''));
  expect([number(1234.5), day(instant), list(['A', 'B', 'C'])]).toEqual(['1.234,5', '24.11.2026', 'A, B und C']);
  speak((key) => (key === 'language' ? 'ja' : ''));
  expect([day(instant), list(['A', 'B', 'C'])]).toEqual(['2026/11/24', 'A、B、C']);
});

test.each(languages)('whole numbers are grouped as the language groups them: %s', (of) => {
  speak((key) => (key === 'language' ? of : ''));
  const all = [0, 7, 999, 1000, 12_345, 999_999, 1_000_000, 1_234_567_890, Number.MAX_SAFE_INTEGER, -1, -1000, -1_234_567];
  expect(all.map(number)).toEqual(all.map((value) => new Intl.NumberFormat(of).format(value)));
});

test('what is not there is not joined', () => {
  expect(clauses('A', null, false, '', undefined, 'B', 'C')).toBe('A, B, C');
  expect(sentences('A.', '', 'B.')).toBe('A. B.');
  expect([statements('A', 'B'), statements('A', undefined), statements()]).toEqual(['A. B', 'A', '']);
});

test('a key becomes a name that the browser takes', () => {
  expect(messageName('teach.acts.okta.group.add-member')).toBe('teach_acts_okta_group_add_member');
});

test('what is no key is an error of types', () => {
  // Checked by the compiler: `true` where a string is a key.
  const known: 'links.okta.push-groups' extends WordKey ? true : false = true;
  const taught: 'teach.acts.okta.group.push' extends WordKey ? true : false = true;
  const gone: 'marks.no-such' extends WordKey ? true : false = false;
  const section: 'marks.states' extends WordKey ? true : false = false;
  expect([known, taught, gone, section]).toEqual([true, true, false, false]);
});
