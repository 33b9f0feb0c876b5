import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillSpekitSheet } from '../index.ts';
import { usualLimits } from '../limits.ts';
import { cellsOf, rowsOf } from '../testing/rows.ts';
import { peopleXml, personXml, spekitSheet } from '../testing/spekit-sheet.ts';
import { workbook } from '../testing/workbook.ts';
import { openPackage } from '../xlsx/package.ts';
import type { PersonToFind } from './fill.ts';

const addresses: Readonly<Record<string, string>> = {
  '101': 'Ada@acme.example',
  '102': `=cmd|'/C calc'!A0 & <"b">`,
  '103': 'cy@acme.example',
  '104': 'other@acme.example',
};
const match = ({ first }: PersonToFind) => addresses[first] ?? null;

/** The parts of a workbook, as text. */
async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const { entries, read } = await openPackage(bytes, usualLimits);
  const parts = entries.map(async ({ name }) => [name, Buffer.concat(await Array.fromAsync(read(name))).toString()] as const);
  return new Map(await Promise.all(parts));
}

const inline = (text: string) => `t="inlineStr"><is><t>${text}</t></is></c>`;

test('only the empty cells of "IDP Email" are written: every other letter of the sheet, and every other part, is as it was', async () => {
  const original = spekitSheet();
  const { bytes, ...told } = await fillSpekitSheet(original, match);
  expect(told).toEqual({ filled: [2, 3, 4], left: [], kept: [5] });
  const [was, is] = [await partsOf(original), await partsOf(bytes)];
  const sheet = 'xl/worksheets/sheet2.xml';
  const expected = was
    .get(sheet)
    ?.replace('<c r="D2" s="1"/>', `<c r="D2" s="1" ${inline('Ada@acme.example')}`)
    .replace('<c r="E3"', `<c r="D3" s="2" ${inline("=cmd|'/C calc'!A0 &amp; &lt;&quot;b&quot;&gt;")}<c r="E3"`)
    .replace('<row r="4" spans="1:3"', '<row r="4" spans="1:4"')
    .replace('cy@spekit.example</t></is></c></row>', `cy@spekit.example</t></is></c><c r="D4" s="1" ${inline('cy@acme.example')}</row>`);
  expect(is.get(sheet)).toBe(expected);
  expect([...is.keys()]).toEqual([...was.keys()]);
  was.delete(sheet);
  is.delete(sheet);
  expect(is).toEqual(was);
});

test('the filled sheet is read with its addresses as text, and filling it again changes nothing', async () => {
  const { bytes } = await fillSpekitSheet(spekitSheet(), match);
  const mapping = (await rowsOf(bytes)).filter(({ sheet }) => sheet === 'Mapping');
  expect(mapping.map(({ cells }) => cells[3])).toEqual([
    'IDP Email',
    'Ada@acme.example',
    `=cmd|'/C calc'!A0 & <"b">`,
    'cy@acme.example',
    'dee@acme.example',
  ]);
  const again = await fillSpekitSheet(bytes, () => 'nobody@acme.example');
  expect(again.filled).toEqual([]);
  expect(await partsOf(again.bytes)).toEqual(await partsOf(bytes));
});

test('who is found is told by all that the sheet says, and a row stays empty for whom nobody is found', async () => {
  const asked: PersonToFind[] = [];
  const { left } = await fillSpekitSheet(spekitSheet(), async (person) => {
    asked.push(person);
    return null;
  });
  expect(left).toEqual([2, 3, 4]);
  expect(asked[1]).toEqual({
    row: 3,
    first: '102',
    second: 'bob@spekit.example',
    values: new Map([
      ['User ID', '102'],
      ['Spekit Email', 'bob@spekit.example'],
      ['Name', 'Bob'],
      ['IDP Email', ''],
      ['Joined', '2026-11-27'],
    ]),
  });
});

test('a formula that gives nothing yet is left alone', async () => {
  const formula = '<row r="2"><c r="A2"><v>101</v></c><c r="D2" t="str"><f>""</f><v></v></c></row>';
  const { bytes, ...told } = await fillSpekitSheet(spekitSheet([peopleXml[0] ?? '', formula]), match);
  expect(told).toEqual({ filled: [], left: [2], kept: [] });
  expect((await partsOf(bytes)).get('xl/worksheets/sheet2.xml')).toContain(formula);
});

test('a row says again from where to where it has cells, also where it had none so far to the left', async () => {
  const row = '<row r="2" spans="5:5"><c r="E2"><v>1</v></c></row>';
  const { bytes } = await fillSpekitSheet(spekitSheet([peopleXml[0] ?? '', row]), () => 'ada@acme.example');
  expect((await partsOf(bytes)).get('xl/worksheets/sheet2.xml')).toContain('<row r="2" spans="4:5"><c r="D2"');
});

test('other prefixes, UTF-16 and letters that XML cannot hold', async () => {
  const header = ['ID', 'Mail', 'IDP e-mail'].map((text) => `<x:c t="str"><x:v>${text}</x:v></x:c>`).join('');
  const content = `<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="urn:any"><x:sheetData><x:row>${header}</x:row><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const file = workbook({ parts: [{ name: 'xl/worksheets/sheet1.xml', content: Buffer.from(`\ufeff${content}`, 'utf16le') }] });
  const { bytes } = await fillSpekitSheet(file, () => ' a\u0007_x0041_\ud800 ');
  expect(await cellsOf(bytes)).toEqual([
    ['ID', 'Mail', 'IDP e-mail'],
    ['1', '', ' a\u0007_x0041_\ud800 '],
  ]);
});

test.each([
  ['a CSV file', Buffer.from('a,b,IDP Email'), 'not-a-workbook'],
  ['a workbook without the column', workbook({ sheets: { People: '<row><c t="str"><v>IDP Email</v></c></row>' } }), 'no-idp-column'],
  ['a workbook without rows', workbook({}), 'no-idp-column'],
])('%s is refused', async (_, file, code) => {
  await expect(fillSpekitSheet(file, match)).rejects.toMatchObject({ code });
});

test('whatever cells a row has: afterwards it has the same, and the address', async () => {
  const people = fc.array(
    fc.record({ gap: fc.nat(2), cells: fc.subarray(['A', 'B', 'C', 'D', 'E', 'AA']), named: fc.boolean(), found: fc.boolean() }),
    { maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(people, async (all) => {
      let at = 1;
      const rows = all.map(({ gap, cells, named }) => {
        at += 1 + gap;
        // Cells without a place follow each other.
        const placed = cells.map((column, index) => ({ column: named ? column : String.fromCharCode(65 + index) }));
        return {
          at,
          xml: `<row r="${at}">${placed.map(({ column }) => (named ? `<c r="${column}${at}" t="str"><v>${column}</v></c>` : `<c t="str"><v>${column}</v></c>`)).join('')}</row>`,
          columns: placed.map(({ column }) => column),
        };
      });
      const file = spekitSheet([peopleXml[0] ?? '', ...rows.map(({ xml }) => xml)]);
      const found = new Set(rows.filter((_, index) => all[index]?.found).map((row) => row.at));
      const { bytes, filled } = await fillSpekitSheet(file, ({ row }) => (found.has(row) ? 'x@acme.example' : null));
      const was = (await rowsOf(file)).filter(({ sheet }) => sheet === 'Mapping');
      const is = (await rowsOf(bytes)).filter(({ sheet }) => sheet === 'Mapping');
      expect(is).toEqual(
        was.map((row) => {
          if (!filled.includes(row.row)) return row;
          const cells = Array.from({ length: Math.max(row.cells.length, 4) }, (_, index) => row.cells[index] ?? '');
          return { ...row, cells: cells.with(3, 'x@acme.example') };
        }),
      );
      expect(filled).toEqual(
        rows.filter((row) => found.has(row.at) && row.columns.length > 0 && !row.columns.includes('D')).map((row) => row.at),
      );
    }),
    { numRuns: 60 },
  );
});

test('people of a long sheet are filled, each with their own address', async () => {
  const rows = Array.from({ length: 3_000 }, (_, n) => personXml(n + 2, `u${n}`, `p${n}@spekit.example`));
  const { bytes, filled } = await fillSpekitSheet(spekitSheet([peopleXml[0] ?? '', ...rows]), ({ first }) => `${first}@acme.example`);
  expect(filled).toHaveLength(3_000);
  const mapping = (await rowsOf(bytes)).filter(({ sheet, row }) => sheet === 'Mapping' && row > 1);
  expect(mapping.every(({ cells }) => cells[3] === `${cells[0]}@acme.example`)).toBe(true);
});
