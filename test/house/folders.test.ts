import { describe, expect, test } from 'vitest';
import { openRooms, rooms } from './rooms.ts';
import { files, isTest, product, roomOf, text } from './tree.ts';

/** What fits nowhere shows that a room is missing. */
const catchAll = /(?:^|\/)(?:utils?|helpers?|shared|common|misc|lib)\/|(?:^|\/)(?:utils?|helpers?|misc)\.\w+$/i;

test('no folder and no file is a catch-all: name it by what it holds, or put the file where its one reader is', () => {
  expect(files.filter((file) => catchAll.test(file))).toEqual([]);
});

/** The comment that a file opens with, before its first statement; '' where it opens with code. */
function opening(file: string): string {
  const found = /^(?:#!.*\n)?\s*((?:\/\/.*\n)+|\/\*[\s\S]*?\*\/)/.exec(text(file));
  return found?.[1] ?? '';
}

describe.each([...Object.keys(rooms), ...openRooms].filter((room) => room !== 'entrypoints' && room !== 'test'))('%s/', (room) => {
  test('one file at its top opens with three lines on what may enter the room', () => {
    const top = product.filter((file) => roomOf(file) === room);
    expect(top.some((file) => /what may enter|may enter/i.test(opening(file)))).toBe(true);
  });
});

test('no test lies in entrypoints/: WXT would take it for an entrypoint', () => {
  expect(files.filter((file) => roomOf(file) === 'entrypoints' && isTest(file))).toEqual([]);
});

test('every entrypoint is a folder', () => {
  expect(files.filter((file) => /^entrypoints\/[^/]+$/.test(file))).toEqual([]);
});
