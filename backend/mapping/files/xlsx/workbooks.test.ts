import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { cellsOf, refusalOf, rowsOf } from '../testing/rows.ts';
import { related, relationship, workbook, workbookParts } from '../testing/workbook.ts';
import { zip } from '../testing/zip.ts';

test('a workbook that a library wrote is read: texts, numbers, truths, days, and no formula is made of a text', async () => {
  const day = new Date(Date.UTC(2026, 10, 27));
  const rows = [
    ['Name', 'Count', 'On', 'Since'],
    ['=1+1', 4.5, true, day],
    [null, null, null, null],
    ['ä 日本', -3, false, null],
  ];
  expect(await rowsOf(await writeXlsx({ sheets: [{ name: 'People', rows }] }), { name: 'people.xlsx' })).toEqual([
    { sheet: 'People', hidden: false, row: 1, cells: ['Name', 'Count', 'On', 'Since'] },
    { sheet: 'People', hidden: false, row: 2, cells: ['=1+1', '4.5', 'TRUE', '2026-11-27'] },
    { sheet: 'People', hidden: false, row: 4, cells: ['ä 日本', '-3', 'FALSE'] },
  ]);
});

test('a type that is said of an ending is of the parts that have it: SheetJS says of each workbook what a binary one would be', async () => {
  const binary = '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>';
  const parts = workbookParts({ sheets: { People: '<row><c><v>1</v></c></row>' } }).map((part) =>
    part.name === '[Content_Types].xml' ? { ...part, content: String(part.content).replace('<Default', `${binary}<Default`) } : part,
  );
  expect(await cellsOf(zip(parts))).toEqual([['1']]);
  expect(await refusalOf(zip([...parts, { name: 'xl/workbook.BIN', content: '' }]))).toBe('xlsb');
});

const strings =
  '<si><t>one</t></si><si><r><t>two</t></r><r><t xml:space="preserve"> three</t></r><rPh sb="0" eb="1"><t>read so</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si>';
const styles =
  '<numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm"/><numFmt numFmtId="171" formatCode="0.00 &quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="20"/></cellXfs>';

test.each([
  [
    'shared strings, without how they are pronounced',
    '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>',
    ['one', 'two three', 'a\rb_x0041_'],
  ],
  ['inline strings', '<c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><r><t>b</t></r><r><t>c</t></r></is></c>', ['a', 'bc']],
  ['numbers as text, with their zeros', '<c t="inlineStr"><is><t>00042</t></is></c><c t="str"><v>007</v></c>', ['00042', '007']],
  [
    'numbers without an exponent',
    '<c><v>1.5E3</v></c><c><v>1E-7</v></c><c t="n"><v>12345678901234567890</v></c>',
    ['1500', '0.0000001', '12345678901234567890'],
  ],
  [
    'days, times and both',
    '<c s="1"><v>46353</v></c><c s="2"><v>46353.5</v></c><c s="3"><v>46353</v></c><c s="5"><v>0.25</v></c>',
    ['2026-11-27', '2026-11-27T12:00:00', '2026-11-27', '06:00:00'],
  ],
  ['numbers that show no day', '<c s="4"><v>46353</v></c><c s="99"><v>46353</v></c><c s="1"><v>-1</v></c>', ['46353', '46353', '-1']],
  ['days as ISO 8601 has them', '<c t="d"><v>2026-11-27</v></c>', ['2026-11-27']],
  [
    'formulas by their value',
    '<c><f>1+1</f><v>2</v></c><c t="str"><f>A1&amp;"|!"</f><v></v></c><c t="str"><f>"x"</f><v>x</v></c>',
    ['2', '', 'x'],
  ],
  ['errors as they stand there', '<c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c>', ['#N/A', 'TRUE', 'FALSE']],
  ['gaps, and no end of empty cells', '<c r="B7" t="str"><v>b</v></c><c r="D7"/><c r="XFD7" s="1"/>', ['', 'b']],
])('%s', async (_, cells, expected) => {
  expect(await rowsOf(workbook({ sheets: { People: `<row r="7">${cells}</row>` }, strings, styles }))).toEqual([
    { sheet: 'People', hidden: false, row: 7, cells: expected },
  ]);
});

test('days that are counted from 1904', async () => {
  const sheets = { People: '<row><c s="1"><v>44891</v></c></row>' };
  expect(await cellsOf(workbook({ sheets, styles, properties: '<workbookPr date1904="1"/>' }))).toEqual([['2026-11-27']]);
});

test('every sheet is read in the order of its tabs, and a hidden one is known as hidden', async () => {
  const sheets = { First: '<row><c><v>1</v></c></row>', Second: '<row/>', Third: '<row r="3"><c r="B3"><v>2</v></c></row>' };
  expect(await rowsOf(workbook({ sheets, hidden: ['Third'] }))).toEqual([
    { sheet: 'First', hidden: false, row: 1, cells: ['1'] },
    { sheet: 'Third', hidden: true, row: 3, cells: ['', '2'] },
  ]);
});

test('prefixes, comments, other ways to write the same, and rows of buttons are no difference', async () => {
  const content = `\ufeff<?xml version="1.0"?><x:worksheet xmlns:x="urn:any"><!-- <row> --><x:sheetData><x:row><x:c t="str"><x:v><![CDATA[<a>]]>&amp;</x:v></x:c></x:row></x:sheetData><controls><row>7</row><c r="A1"><v>no</v></c></controls></x:worksheet>`;
  expect(await cellsOf(workbook({ parts: [{ name: 'xl/worksheets/sheet1.xml', content }] }))).toEqual([['<a>&']]);
  const wide = Buffer.from(content, 'utf16le');
  expect(await cellsOf(workbook({ parts: [{ name: 'xl/worksheets/sheet1.xml', content: wide }] }))).toEqual([['<a>&']]);
});

test('a formula with bars in its texts and sheets asks no program', async () => {
  const rows = `<row><c t="str"><f>'a|b'!A1&amp;"c|d!"</f><v>x</v></c></row>`;
  expect(await cellsOf(workbook({ sheets: { People: rows } }))).toEqual([['x']]);
});

test('of merged cells the first has the value, however many are said to be merged', async () => {
  const content =
    '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"/></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>';
  expect(await cellsOf(workbook({ parts: [{ name: 'xl/worksheets/sheet1.xml', content }] }))).toEqual([['1']]);
});

test('a ZIP64 is read as any other, and a link that a person may follow is text', async () => {
  const parts = workbookParts({
    sheets: { People: '<row><c><v>1</v></c></row>' },
    parts: [
      { name: 'xl/worksheets/_rels/sheet1.xml.rels', content: related([relationship('h', 'hyperlink', 'mailto:ada@acme.example', true)]) },
    ],
  });
  expect(
    await cellsOf(
      zip(
        parts.map((part) => ({ ...part, large: true })),
        { large: true },
      ),
    ),
  ).toEqual([['1']]);
});

test.each([
  ['a formula without a value', '<row><c r="A1"><f>1+1</f></c></row>', 'formula-without-value'],
  ['a formula that starts a program', `<row><c><f>cmd|'/C calc'!A0</f><v>0</v></c></row>`, 'dde'],
  ['a formula that starts a program, as LibreOffice has it', '<row><c><f>IF(1,DDE("soffice";"a";"b"))</f><v>0</v></c></row>', 'dde'],
  ['the same row twice', '<row r="2"/><row r="2"/>', 'broken-part'],
  ['rows that go back', '<row r="2"/><row r="1"/>', 'broken-part'],
  ['a row that no sheet has', '<row r="1048577"/>', 'broken-part'],
  ['a cell of another row', '<row r="2"><c r="A3"/></row>', 'broken-part'],
  ['the same cell twice', '<row r="2"><c r="A2"/><c r="A2"/></row>', 'broken-part'],
  ['a cell that no sheet has', '<row r="1"><c r="ZZZ1"/></row>', 'broken-part'],
  ['a text that is not there', '<row><c t="s"><v>7</v></c></row>', 'broken-part'],
  ['a column too far', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'too-many-columns'],
  ['a cell too long', `<row><c t="str"><v>${'a'.repeat(32_768)}</v></c></row>`, 'cell-too-long'],
  ['XML that does not end', '<row><c>', 'broken-part'],
  ['an entity of its own', '<row><c t="str"><v>&lol;</v></c></row>', 'broken-part'],
])('%s is refused', async (_, rows, code) => {
  expect(await refusalOf(workbook({ sheets: { People: rows } }))).toBe(code);
});

test('the cell that is refused is named', async () => {
  const rows = workbook({ sheets: { 'A and B': '<row r="9"><c r="AB9"><f>1</f></c></row>' } });
  await expect(rowsOf(rows)).rejects.toMatchObject({ detail: { sheet: 'A and B', row: 9, column: 'AB' } });
});
