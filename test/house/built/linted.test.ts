import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from '../tree.ts';

/** What addons.mozilla.org's linter may warn of, and why that is as it should be. Anything else is to be mended. */
const known: Readonly<Record<string, string>> = {
  'DANGEROUS_EVAL background.js':
    'zod would make code of its schemas where it may. It is told not to (`contract/no-eval.ts`), and the extension’s policy forbids it.',
  'DANGEROUS_EVAL chunks': 'The same zod, in our own pages.',
  'UNSAFE_VAR_ASSIGNMENT dialog.js':
    'React DOM’s `dangerouslySetInnerHTML`, and how it makes a script element: neither is used here (`test/house/habits.test.ts`).',
  'UNSAFE_VAR_ASSIGNMENT chunks': 'The same React DOM, in our own pages.',
};

interface Finding {
  code: string;
  message: string;
  file?: string;
}

interface Report {
  errors: Finding[];
  warnings: Finding[];
  notices: Finding[];
}

function lint(): Report {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' } as const;
  const { stdout, stderr } = spawnSync('addons-linter', ['--output', 'json', '.output/firefox-mv3'], options);
  if (!stdout.startsWith('{')) throw new Error(`The linter has not looked:\n${stderr}`);
  return JSON.parse(stdout) as Report;
}

/** A bundle's name has a hash: its folder stands for it. */
const named = ({ code, file = '' }: Finding): string => `${code} ${file.split('/')[0]}`;

test('the linter of addons.mozilla.org finds no error, and warns of what is known alone', { timeout: 60_000 }, () => {
  const { errors, warnings, notices } = lint();
  expect(errors).toEqual([]);
  expect([...warnings, ...notices].filter((one) => !(named(one) in known))).toEqual([]);
  expect(Object.keys(known).filter((one) => !warnings.some((found) => named(found) === one))).toEqual([]);
});
