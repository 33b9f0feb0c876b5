import { describe, expect, test } from 'vitest';
import { code, isTest, product, roomOf, text } from './tree.ts';

interface Habit {
  name: string;
  pattern: RegExp;
  remedy: string;
  where: readonly string[];
  /** Files that may, each with its reason. */
  except?: Readonly<Record<string, string>>;
}

const tests = code.filter((file) => isTest(file) || (roomOf(file) === 'test' && !file.startsWith('test/bench/')));
const browserRooms = [
  'entrypoints',
  'components',
  'content',
  'background',
  'stores',
  'messages',
  'hosts',
  'overlay',
  'contract',
  'ownership',
  'locales',
];
const shipped = product.filter((file) => browserRooms.includes(roomOf(file)));

const habits: Habit[] = [
  {
    name: 'a fixed sleep in a test',
    pattern: /\bwaitForTimeout\b|\bsetTimeout\([^;]*?,\s*\d{2,}|\bsleep\(\d/,
    remedy: 'wait for what the test is about: an expectation that polls, or the event itself',
    where: tests,
  },
  {
    name: 'a test that is skipped, or runs alone',
    pattern: /\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|skipIf|runIf|only|todo|fixme|fails)\b/,
    remedy: 'mend it or delete it',
    where: tests,
  },
  {
    name: 'a silenced compiler or linter',
    // Playwright reads which fixtures a function needs from its pattern, which may be empty.
    pattern: /@ts-(?:ignore|expect-error|nocheck)|biome-ignore(?! lint\/correctness\/noEmptyPattern: Playwright)|eslint-disable/,
    remedy: 'say the type, or change the code so that there is nothing to silence',
    where: code,
  },
  {
    name: 'unfinished work',
    pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/,
    remedy: 'finish it, or write an issue',
    where: product,
  },
  {
    name: 'output on a host page’s or the worker’s console',
    pattern: /\bconsole\.\w+\(/,
    remedy: 'report it through page health, or let the caller tell the admin',
    where: shipped,
    except: { 'background/start.ts': 'what fails there with nobody waiting for an answer has no other place to be said' },
  },
  {
    name: 'HTML made from text',
    pattern: /\binnerHTML\s*=|\bouterHTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/,
    remedy: 'make nodes and set their textContent: names come from strangers',
    where: shipped,
  },
];

const self = 'test/house/habits.test.ts';

describe.each(habits)('$name', ({ pattern, remedy, where, except = {} }) => {
  test(`is nowhere (${remedy})`, () => {
    const found = where
      .filter((file) => file !== self && !(file in except))
      .flatMap((file) =>
        text(file)
          .split('\n')
          .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim().slice(0, 100)}`] : [])),
      );
    expect(found).toEqual([]);
  });

  test('no exception is kept that is no longer needed', () => {
    expect(Object.keys(except).filter((file) => !where.includes(file) || !pattern.test(text(file)))).toEqual([]);
  });
});
