import { describe, expect, test } from 'vitest';
import { type Import, importsOf } from './imports.ts';
import { openRooms, otherFolders, type Room, rooms } from './rooms.ts';
import { files, isTest, product, roomOf } from './tree.ts';

function misplaced(file: string, one: Import, room: Room, name: string): string | null {
  if (!one.relative) return room.packages.includes(one.target) ? null : `${file} imports the package ${one.specifier}`;
  const other = roomOf(one.target);
  if (other === name || room.imports.includes(other)) return null;
  if (room.types.includes(other)) return one.typeOnly ? null : `${file} imports ${one.target}: only types of ${other}/, by \`import type\``;
  return `${file} imports ${one.target}`;
}

describe.each(Object.entries(rooms))('%s/', (name, room) => {
  test('imports only along the pairs of test/house/rooms.ts; code that needs more belongs into another room', () => {
    const own = product.filter((file) => roomOf(file) === name);
    const found = own.flatMap((file) => importsOf(file).map((one) => misplaced(file, one, room, name)));
    expect(found.filter((one) => one !== null)).toEqual([]);
  });
});

test('every folder at the root is a known one; a new room gets its line in test/house/rooms.ts and in ARCHITECTURE.md', () => {
  const known = [...Object.keys(rooms), ...openRooms, ...otherFolders];
  expect([...new Set(files.map(roomOf))].filter((folder) => folder !== '' && !known.includes(folder))).toEqual([]);
});

test('a relative import names an existing file with its ending', () => {
  const there = new Set(files);
  const lost = product.flatMap((file) =>
    importsOf(file).flatMap((one) => (one.relative && !there.has(one.target) ? [`${file} imports ${one.specifier}`] : [])),
  );
  expect(lost).toEqual([]);
});

test('what ships imports no test and nothing that only tests use', () => {
  const found = product.flatMap((file) =>
    importsOf(file).flatMap((one) =>
      one.relative && (isTest(one.target) || roomOf(one.target) === 'test') ? [`${file} imports ${one.target}`] : [],
    ),
  );
  expect(found).toEqual([]);
});

test('all kinds of imports are seen', () => {
  const seen = importsOf('test/house/imports.test.ts').map((one) => [one.target, one.typeOnly]);
  expect(seen).toContainEqual(['vitest', false]);
  expect(seen).toContainEqual(['test/house/rooms.ts', false]);
  expect(importsOf('contract/subjects.ts').map((one) => one.target)).toEqual(['zod', 'ownership/actions.ts', 'contract/merges.ts']);
  expect(importsOf('messages/map.ts').every((one) => one.typeOnly)).toBe(true);
});
