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
  const all = (async function* () {
    yield changes;
  })();
  const bytes = new Uint8Array(await new Response(workbookOf(all, masks) as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
  return (await readXlsx(bytes)).sheets[0]?.rows ?? [];
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
])('the name %o is a text, and no formula', async (name, expected) => {
  const cell = (await rows([aChange({ subject: { kind: 'team', id: 't', name } })]))[1]?.[7];
  expect(cell).toBe(expected);
});

test('masked, as the CSV', async () => {
  expect((await rows([person(7)], new Masks()))[1]?.slice(6, 9)).toEqual(
    ['*id-1*', '*name-2*', 'Okta created the user *name-2*'].map((text) => text.replace('2', '1')),
  );
});

test('a hundred thousand rows are made while they are read: never more than a few parts ahead', { timeout: 120_000 }, async () => {
  const { asked, all } = parts(100);
  const reader = workbookOf(all, null).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let mostAhead = 0;
  const sizes: number[] = [];
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    chunks.push(read.value);
    size += read.value.length;
    sizes.push(asked.parts);
    // Whoever reads slowly is not run away from.
    if (sizes.length === 5) {
      await new Promise((resolve) => setImmediate(resolve));
      mostAhead = asked.parts;
    }
  }
  expect(mostAhead).toBeLessThan(10);
  expect(asked.parts).toBe(100);
  const file = new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer());
  expect(file.length).toBe(size);
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
