import { expect, test } from 'vitest';
import { cellsOf, refusalOf, rowsOf } from '../testing/rows.ts';

const utf8 = (text: string) => Buffer.from(text);
const wide = (text: string) => Buffer.from(text, 'utf16le');

test.each([
  [
    'commas',
    utf8('a,b\nc,d'),
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'semicolons',
    utf8('a;b;"x,y"\r\nc;d;e\r\n'),
    [
      ['a', 'b', 'x,y'],
      ['c', 'd', 'e'],
    ],
  ],
  [
    'tabs',
    utf8('a\tb\nc\td'),
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['ends of lines of all kinds', utf8('a\r\nb\rc\nd'), [['a'], ['b'], ['c'], ['d']]],
  ['quotes, and quotes in them', utf8('"a ""b""","c\r\nd"'), [['a "b"', 'c\r\nd']]],
  ['a mark at the beginning', utf8('\ufeffä,b'), [['ä', 'b']]],
  [
    'UTF-16 with its mark',
    wide('\ufeffä;日\r\nb;c'),
    [
      ['ä', '日'],
      ['b', 'c'],
    ],
  ],
  ['UTF-16 the other way round', wide('\ufeffa;b').swap16(), [['a', 'b']]],
  ['UTF-16 without a mark', wide('name,mail'), [['name', 'mail']]],
  ['what Excel takes for the separator', utf8('sep=;\r\na,b;c'), [['a,b', 'c']]],
  ['rows of different lengths', utf8('a,b\nc\nd,e,f'), [['a', 'b'], ['c'], ['d', 'e', 'f']]],
  ['text that begins as a formula', utf8(`=1+1,+1,-1,@a,"=cmd|'/C calc'!A0"`), [['=1+1', '+1', '-1', '@a', "=cmd|'/C calc'!A0"]]],
  ['spaces and zeros, as they are', utf8(' a ,007'), [[' a ', '007']]],
])('%s are read', async (_, file, cells) => {
  expect(await cellsOf(file)).toEqual(cells);
});

test('rows are counted as a spreadsheet counts them, and the sheet is named as the file', async () => {
  expect(await rowsOf(utf8('a\n\n"b\nc"\n,,\nd'), { name: 'C:\\Exports\\people 2.csv' })).toEqual([
    { sheet: 'people 2', hidden: false, row: 1, cells: ['a'] },
    { sheet: 'people 2', hidden: false, row: 3, cells: ['b\nc'] },
    { sheet: 'people 2', hidden: false, row: 5, cells: ['d'] },
  ]);
});

test('letters that fall apart between two pieces are put together', async () => {
  const text = 'ä'.repeat(20_000);
  const rows = await cellsOf(utf8(`x\n${Array.from({ length: 30 }, () => text).join('\n')}`));
  expect(rows.slice(1).every(([cell]) => cell === text)).toBe(true);
  expect(rows).toHaveLength(31);
});

test.each([
  ['a quote that does not end', 'a\n"b\nc\nd', 'open-quote'],
  ['a quote that swallows the file', `a\n"${'b\n'.repeat(600_000)}`, 'row-too-long'],
  ['a quote in the middle', 'a\nb"c,d', 'broken-row'],
  ['text behind a quote', 'a\n"b"c,d', 'broken-row'],
  ['a cell too long', `a\n${'b'.repeat(32_768)}`, 'cell-too-long'],
  ['columns too many', `a\n${'b,'.repeat(201)}`, 'too-many-columns'],
])('%s is refused', async (_, text, code) => {
  expect(await refusalOf(utf8(text))).toBe(code);
});

test('empty rows are counted too: they take their time', async () => {
  expect(await refusalOf(utf8('\n'.repeat(101)), { limits: { rows: 10 } })).toBe('too-many-rows');
  expect(await cellsOf(utf8(`a${'\n'.repeat(90)}b`), { limits: { rows: 10 } })).toEqual([['a'], ['b']]);
});

test('the row is named', async () => {
  await expect(rowsOf(utf8('a\nb\n"c'))).rejects.toMatchObject({ code: 'open-quote', detail: { row: 3 } });
});

test('others have their turn while a long file is read', async () => {
  let turns = 0;
  const count = () => {
    turns += 1;
    if (turns < 1_000) setImmediate(count);
  };
  setImmediate(count);
  await cellsOf(utf8(`${'a,'.repeat(50)}\n`.repeat(10_000)));
  expect(turns).toBeGreaterThan(1);
});
