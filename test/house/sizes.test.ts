import { expect, test } from 'vitest';
import { files, text } from './tree.ts';

const limit = 200;

/** Longer files, each with the reason why it is one thing. */
const exceptions: Readonly<Record<string, string>> = {
  'ownership/rules.ts': 'the rule table: one list, a row of a rule, read from top to bottom',
  'ownership/rules.test.ts': 'a case of each row of the rule table',
  'components/popup/popup.css': 'the one style sheet of one page, in the order in which the page is read',
  'mocks/spekit/app/older/parts.module.css': 'the look of the older generation’s parts, which were drawn as one set',
};

const lines = (file: string): number => text(file).split('\n').length - 1;
const handWritten = files.filter((file) => /\.(ts|tsx|mts|mjs|css)$/.test(file));

test(`a file has at most ${limit} lines: split it by its reasons to change, or name it in test/house/sizes.test.ts with a reason`, () => {
  const long = handWritten.filter((file) => !(file in exceptions) && lines(file) > limit);
  expect(long.map((file) => `${file} (${lines(file)})`)).toEqual([]);
});

test('no exception is kept for a file that is short, or gone', () => {
  expect(Object.keys(exceptions).filter((file) => !handWritten.includes(file) || lines(file) <= limit)).toEqual([]);
});
