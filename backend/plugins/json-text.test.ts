import { expect, test } from 'vitest';
import { jsonFault } from './json-text.ts';

test.each([
  '{}',
  '[]',
  '"a"',
  '{"a": {"a": [{"a": 1}, {"a": 2}]}, "b": "a"}',
  '{"a": "\\"a\\": 1, \\\\", "b": ["a", "a"], "c": "{\\"b\\":1"}',
  '{"a\\\\": 1, "a": 2}',
  `${'['.repeat(50)}${']'.repeat(50)}`,
])('nothing is wrong with %s', (text) => {
  JSON.parse(text);
  expect(jsonFault(text)).toBeNull();
});

test.each([
  ['{"a": 1, "a": 2}', 'a'],
  ['{"x": [{"a": {"b": 1}, "c": 2, "a": 3}]}', 'a'],
  ['{"userName": 1, "user\\u004eame": 2}', 'userName'],
  ['{"a\\"": 1, "b": "}", "a\\"": 2}', 'a"'],
  ['{"__proto__": 1, "__proto__": 2}', '__proto__'],
])('a name stands twice in %s', (text, name) => {
  JSON.parse(text);
  expect(jsonFault(text)).toEqual({ fault: 'name-twice', name });
});

test('what nests too deep is told, in lists and in objects', () => {
  expect(jsonFault(`${'['.repeat(51)}${']'.repeat(51)}`)).toEqual({ fault: 'too-deep', most: 50 });
  expect(jsonFault(`${'{"a":'.repeat(60)}1${'}'.repeat(60)}`)).toEqual({ fault: 'too-deep', most: 50 });
});
