import * as fc from 'fast-check';
import { writeCsv } from 'hucre/csv';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { FileRefused, readTable } from './index.ts';
import { cellsOf } from './testing/rows.ts';
import { workbookParts } from './testing/workbook.ts';
import { zip } from './testing/zip.ts';

const limits = { rows: 50, columns: 20, characters: 100, inflated: 1_000_000 };

/** Reads a file that may be anything: it is read within the limits, or refused in words. Any other error is one of ours. */
async function reads(bytes: Uint8Array): Promise<void> {
  let rows = 0;
  try {
    for await (const { row, cells } of readTable(bytes, { limits })) {
      rows += 1;
      expect(row).toBeGreaterThan(0);
      expect(cells.length).toBeLessThanOrEqual(limits.columns);
      expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(limits.characters);
    }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
  }
  expect(rows).toBeLessThanOrEqual(limits.rows);
}

const parts = workbookParts({
  sheets: {
    People:
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46353</v></c></row><row r="2"><c t="inlineStr"><is><t>b</t></is></c><c><f>1</f><v>1</v></c></row>',
    More: '<row/>',
  },
  strings: '<si><r><t>a</t></r><rPh><t>x</t></rPh></si>',
  styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
});
const whole = zip(parts);

/** Bytes with some of them changed, left out, or put in. */
function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const harm = fc.record({ at: fc.nat(bytes.length - 1), out: fc.nat(8), put: fc.uint8Array({ maxLength: 8 }) });
  return fc
    .array(harm, { minLength: 1, maxLength: 4 })
    .map((all) =>
      all.reduce<Uint8Array>((now, { at, out, put }) => Buffer.concat([now.subarray(0, at), put, now.subarray(at + out)]), bytes),
    );
}

const pieces = [
  '<row>',
  '</row>',
  '<c r="A1">',
  '<v>',
  '</v>',
  '<!DOCTYPE a>',
  '<![CDATA[',
  '&#x0;',
  '&amp;',
  '"',
  '<!--',
  ' r="9"',
  ']]>',
  '<?a',
  't="s"',
  '99999999999',
  '-1',
  '\ud800',
];
/** Text with some of it replaced by what XML is made of. */
function rewritten(text: string): fc.Arbitrary<string> {
  const harm = fc.record({ at: fc.nat(text.length), out: fc.nat(20), put: fc.constantFrom(...pieces) });
  return fc
    .array(harm, { minLength: 1, maxLength: 4 })
    .map((all) => all.reduce((now, { at, out, put }) => now.slice(0, at) + put + now.slice(at + out), text));
}

const runs = { numRuns: 300 };

test('any bytes are read within the limits, or refused in words', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), reads), runs);
});

test('and so is any text', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', '\t', 'ä', '\ufeff', '=', ' '), maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(
      text.map((one) => Buffer.from(one)),
      reads,
    ),
    runs,
  );
});

test('and a damaged workbook', async () => {
  await fc.assert(fc.asyncProperty(damaged(whole), reads), runs);
});

test('and a sound ZIP of damaged parts', async () => {
  const any = fc
    .nat(parts.length - 1)
    .chain((index) =>
      rewritten(String(parts[index]?.content)).map((content) => zip(parts.map((part, at) => (at === index ? { ...part, content } : part)))),
    );
  await fc.assert(fc.asyncProperty(any, reads), runs);
});

test('and a ZIP whose directory says anything', async () => {
  const lie = fc.record({ index: fc.nat(parts.length - 1), size: fc.nat(2 ** 32 - 1), at: fc.nat(whole.length), flags: fc.nat(0xffff) });
  const any = lie.chain(({ index, ...lies }) =>
    fc.subarray(['size', 'at', 'flags'] as const, { minLength: 1 }).map((which) => {
      const told = Object.fromEntries(which.map((key) => [key, lies[key]]));
      return zip(parts.map((part, at) => (at === index ? { ...part, ...told } : part)));
    }),
  );
  await fc.assert(fc.asyncProperty(any, reads), runs);
});

const text = fc.string({
  unit: fc.constantFrom('a', 'B', '7', '"', ',', ';', '\n', ' ', 'ä', '日', '😀', '=', '_x0041_', '<', '&', "'"),
  maxLength: 8,
});
/** Rows that begin and end with something: what is empty around a table is nobody's. */
const tables = fc.array(
  fc.array(text, { maxLength: 4 }).map((cells) => ['a', ...cells, 'z']),
  { minLength: 2, maxLength: 6 },
);

test('a CSV file that was written is read as it was', async () => {
  const written = fc.tuple(tables, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\r\n', '\n', '\r'));
  await fc.assert(
    fc.asyncProperty(written, async ([rows, delimiter, lineSeparator]) => {
      const file = `sep=${delimiter}${lineSeparator}${writeCsv(rows, { delimiter, lineSeparator, quoteStyle: 'all' })}`;
      expect(await cellsOf(Buffer.from(file))).toEqual(rows);
    }),
    { numRuns: 100 },
  );
});

test('a workbook that was written is read as another reader reads it', async () => {
  const cell = fc.oneof(text, fc.integer(), fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }));
  const rows = fc.array(
    fc.array(cell, { maxLength: 4 }).map((cells) => ['a', ...cells, 'z']),
    { minLength: 1, maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(rows, async (written) => {
      const file = await writeXlsx({ sheets: [{ name: 'People', rows: written }] });
      const other = (await readXlsx(file)).sheets[0]?.rows ?? [];
      const same = (value: unknown) => (typeof value === 'boolean' ? String(value).toUpperCase() : value === null ? '' : String(value));
      const plain = (cells: readonly unknown[]) => cells.map((value) => (typeof value === 'number' ? Number(value) : same(value)));
      const ours = (await cellsOf(file)).map((cells, row) =>
        cells.map((value, at) => (typeof other[row]?.[at] === 'number' ? Number(value) : value)),
      );
      expect(ours).toEqual(other.map((cells) => plain(cells.slice(0, cells.findLastIndex((value) => value !== null && value !== '') + 1))));
    }),
    { numRuns: 60 },
  );
});
