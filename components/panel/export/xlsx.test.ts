import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { Change } from '../../../contract/changes.ts';
import { aChange } from '../../../mocks/handlers/companion.ts';
import { Masks } from '../masking/masks.ts';
import { columns } from './cells.ts';
import { csvOf } from './csv.ts';
import { workbookOf } from './xlsx.ts';

const person = (seq: number): Change =>
  aChange({ seq, event: 'user.created', subject: { kind: 'user', id: `u${seq}`, name: `Person ${seq}` } });

/** Parts as the companion gives them, and how many of them were asked for. */
function parts(count: number, length = 1_000) {
  const asked = { parts: 0 };
  const all = (async function* () {
    for (let part = 0; part < count; part++) {
      asked.parts += 1;
      yield Array.from({ length }, (_, index) => person(part * length + index + 1));
    }
  })();
  return { asked, all };
}

async function rows(changes: Change[], masks: Masks | null = null): Promise<unknown[][]> {
  return (await readXlsx(await written(changes, masks))).sheets[0]?.rows ?? [];
}

async function written(changes: Change[], masks: Masks | null = null, rowsOfSheet?: number): Promise<Uint8Array> {
  const all = (async function* () {
    yield changes;
  })();
  return Buffer.concat(await Array.fromAsync(workbookOf(all, masks, rowsOfSheet)));
}

test('the same cells as in CSV, numbers as numbers', async () => {
  const [head, row] = await rows([person(7)]);
  expect(head).toEqual([...columns]);
  expect(row?.slice(0, 9)).toEqual([
    7,
    person(7).at,
    'okta',
    'user.created',
    'applied',
    'user',
    'u7',
    'Person 7',
    'Okta created the user Person 7',
  ]);
});

test.each([
  ['=HYPERLINK("http://evil")', '=HYPERLINK("http://evil")'],
  ['+49 30', '+49 30'],
  ['@sum', '@sum'],
  ['<&>"\'', '<&>"\''],
  ['a\uffffb\ud800', 'a\ufffdb\ufffd'],
  ['_x0041_', '_x0041_'],
  ['two\r\nlines', 'two\nlines'],
  ['\u0001\u0000', '\u0001\u0000'],
  [' blanks ', ' blanks '],
  ['x'.repeat(40_000), 'x'.repeat(32_767)],
  // As it is written: five letters for an `&`, seven for a letter that XML cannot hold.
  ['&'.repeat(32_767), '&'.repeat(6_553)],
  ['\u0001'.repeat(32_767), '\u0001'.repeat(4_681)],
])('the name %o is a text, and no formula', async (name, expected) => {
  const cell = (await rows([aChange({ subject: { kind: 'team', id: 't', name } })]))[1]?.[7];
  expect(cell).toBe(expected);
});

test('another sheet begins where one is full, with the head again, and all parts are told of', async () => {
  const { sheets } = await readXlsx(await written([1, 2, 3, 4, 5].map(person), null, 3));
  expect(sheets.map(({ name, rows }) => [name, ...rows.map(([seq]) => seq)])).toEqual([
    ['Sourcemark', 'seq', 1, 2],
    ['Sourcemark 2', 'seq', 3, 4],
    ['Sourcemark 3', 'seq', 5],
  ]);
  expect((await readXlsx(await written([1, 2].map(person), null, 3))).sheets).toHaveLength(1);
});

test('nobody at all is a workbook too', async () => {
  expect(await rows([])).toEqual([[...columns]]);
});

test('what ends the reading ends the writing, and the other way round', async () => {
  const failing = (async function* () {
    yield [person(1)];
    throw new Error('gone');
  })();
  await expect(Array.fromAsync(workbookOf(failing, null))).rejects.toThrow('gone');
  const { asked, all } = parts(1_000);
  for await (const _ of workbookOf(all, null)) break;
  expect(await all.next()).toEqual({ done: true, value: undefined });
  expect(asked.parts).toBeLessThan(10);
});

test('masked, as the CSV', async () => {
  expect((await rows([person(7)], new Masks()))[1]?.slice(6, 9)).toEqual(
    ['*id-1*', '*name-2*', 'Okta created the user *name-2*'].map((text) => text.replace('2', '1')),
  );
});

test('a hundred thousand rows are made while they are read: never more than a few parts ahead', { timeout: 120_000 }, async () => {
  const { asked, all } = parts(100);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let mostAhead = 0;
  for await (const chunk of workbookOf(all, null)) {
    chunks.push(chunk);
    // Whoever reads slowly is not run away from.
    if (chunks.length === 5) {
      await new Promise((resolve) => setImmediate(resolve));
      mostAhead = asked.parts;
    }
  }
  expect(mostAhead).toBeLessThan(10);
  expect(asked.parts).toBe(100);
  const file = Buffer.concat(chunks);
  let count = 0;
  let last: unknown;
  for await (const { values } of streamXlsxRows(file)) {
    count += 1;
    last = values[7];
  }
  expect([count, last]).toEqual([100_001, 'Person 100000']);
});

test('a hundred thousand rows of CSV are made a part at a time', { timeout: 60_000 }, async () => {
  const { asked, all } = parts(100);
  let count = 0;
  let most = 0;
  for await (const text of csvOf(all, new Masks())) {
    count += text.split('\r\n').length - 1;
    most = Math.max(most, asked.parts - Math.floor(count / 1_000));
  }
  expect([count, most]).toEqual([100_001, 0]);
});
