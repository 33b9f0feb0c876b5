import { expect, test } from 'vitest';
import { readBackup, restored, writeBackup } from './backup.ts';
import { nothingSet, type Settings } from './settings-schema.ts';

const eu = {
  id: 'eu',
  name: 'EU',
  companionUrl: 'https://eu.example',
  token: 'eu-secret',
  oktaHosts: ['eu-admin.okta.com'],
  oktaAppInstanceId: '',
};
const set: Settings = { ...nothingSet, companionUrl: 'https://acme.example', token: 'main-secret', profiles: [eu], theme: 'dark' };
const text = writeBackup(set, { refusals: true });

/** The file with something else in it. */
function edited(change: (file: { version: number; settings: Record<string, unknown>; notices: object }) => void): string {
  const file = JSON.parse(text);
  change(file);
  return JSON.stringify(file);
}

test('a file has everything but the tokens, and gives everything back', () => {
  expect(text).not.toMatch(/secret|token/);
  const read = readBackup(text);
  if ('problem' in read) throw new Error(read.problem.is);
  expect(read.backup.notices).toEqual({ refusals: true });
  expect(restored(read.backup, set)).toEqual(set);
});

test('a token stays with the companion that it was entered for: a file cannot send it elsewhere', () => {
  const read = readBackup(edited(({ settings }) => Object.assign(settings, { companionUrl: 'https://evil.example' })));
  if ('problem' in read) throw new Error(read.problem.is);
  const made = restored(read.backup, set);
  expect(made.token).toBe('');
  expect(made.profiles[0]?.token).toBe('eu-secret');
});

test.each([
  ['settings.theme', edited(({ settings }) => Object.assign(settings, { theme: 'pink' }))],
  ['settings.quietFrom', edited(({ settings }) => Object.assign(settings, { quietFrom: '25:00' }))],
  ['settings.token', edited(({ settings }) => Object.assign(settings, { token: 'x' }))],
  ['settings.oktaMarks', edited(({ settings }) => void delete settings['oktaMarks'])],
  ['settings.profiles.0.oktaHosts.0', edited(({ settings }) => Object.assign(settings, { profiles: [{ ...eu, oktaHosts: ['a b'] }] }))],
  [
    'settings.profiles.1.id',
    edited(({ settings }) => {
      const { token: _, ...bare } = eu;
      settings['profiles'] = [bare, bare];
    }),
  ],
  ['notices.refusals', edited((file) => Object.assign(file, { notices: { refusals: 'yes' } }))],
])('the wrong field is named: %s', (field, file) => {
  expect(readBackup(file)).toMatchObject({ problem: { is: 'field', field, detail: expect.stringMatching(/./) } });
});

test.each([
  ['no-json', '<html>'],
  ['no-backup', '{}'],
  ['no-backup', '[]'],
  ['no-backup', 'null'],
  ['no-backup', JSON.stringify({ what: 'other', version: 2 })],
  ['newer', edited((file) => Object.assign(file, { version: 99 }))],
])('what is no file of ours is told as %s', (is, file) => {
  expect(readBackup(file)).toEqual({ problem: { is } });
});

test('a file of an earlier version is brought to this one', () => {
  const older = { what: 'sourcemark-settings', version: 1, settings: { companionUrl: 'https://acme.example', oktaAppInstanceId: '' } };
  expect(readBackup(JSON.stringify(older))).toMatchObject({
    backup: { settings: { companionUrl: 'https://acme.example', theme: 'system' } },
  });
});
