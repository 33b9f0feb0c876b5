import { expect, test } from 'vitest';
import { bytes, refusalOf, rowsOf } from './testing/rows.ts';
import { related, relationship, workbook, workbookParts } from './testing/workbook.ts';
import { zip } from './testing/zip.ts';

const one = { sheets: { People: '<row><c><v>1</v></c></row>' } };
const withPart = (name: string, content: string | Uint8Array = '') => workbook({ ...one, parts: [{ name, content }] });
const utf16 = (text: string) => Buffer.from(text, 'utf16le').toString('latin1');
const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

test.each([
  ['an empty file', bytes(''), 'empty'],
  ['an old workbook', bytes(`${ole}${utf16('Workbook')}`), 'xls'],
  ['a workbook with a password', bytes(`${ole}${utf16('EncryptedPackage')}`), 'encrypted'],
  ['a web page', bytes('<!DOCTYPE html><table><tr><td>a</table>'), 'html'],
  ['a web page that says so late', bytes('\xef\xbb\xbf\n<?xml version="1.0"?><html></html>'), 'html'],
  ['a web page in UTF-16', Buffer.from('\ufeff<html>', 'utf16le'), 'html'],
  ['a workbook of 2003', bytes('<?xml version="1.0"?><Workbook/>'), 'not-a-workbook'],
  ['a picture', bytes('\x89PNG\r\n\x1a\n'), 'image'],
  ['a photograph', bytes('\xff\xd8\xff\xe0'), 'image'],
  ['a PDF', bytes('%PDF-1.7'), 'pdf'],
  ['an archive', bytes('\x1f\x8b\x08'), 'archive'],
  ['bytes', bytes('a,b\n\0\x01'), 'binary'],
  ['a text in no encoding that can be told', bytes('name\nM\xfcller'), 'not-utf8'],
  ['a ZIP of something', zip([{ name: 'a.txt', content: 'a' }]), 'not-a-workbook'],
  ['a ZIP of nothing', zip([]), 'not-a-workbook'],
  ['a document', workbook({ type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' }), 'not-a-workbook'],
  ['a spreadsheet of LibreOffice', zip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]), 'ods'],
  ['a binary workbook', workbook({ type: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' }), 'xlsb'],
  ['macros by their type', workbook({ type: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }), 'macros'],
  ['macros by their part', withPart('xl/vbaProject.bin'), 'macros'],
  ['macros of Excel 4', withPart('xl/macrosheets/sheet1.xml'), 'macros'],
  ['a link to another workbook', withPart('xl/externalLinks/externalLink1.xml'), 'external-links'],
  ['a data connection', withPart('xl/connections.xml'), 'external-links'],
  [
    'a picture from elsewhere',
    withPart('xl/drawings/_rels/drawing1.xml.rels', related([relationship('i', 'image', 'https://evil.example/a.png', true)])),
    'external-links',
  ],
  ['an object in a sheet', withPart('xl/embeddings/oleObject1.bin'), 'embedded'],
  ['a ZIP in the workbook', withPart('xl/media/more.zip'), 'embedded'],
  [
    'a DOCTYPE',
    withPart('xl/worksheets/sheet1.xml', '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;">]><worksheet>&m;</worksheet>'),
    'doctype',
  ],
  ['a DOCTYPE in what says what is what', withPart('[Content_Types].xml', '<!DOCTYPE a><Types/>'), 'doctype'],
  ['XML without end of depth', withPart('xl/worksheets/sheet1.xml', '<a>'.repeat(100_000)), 'broken-part'],
  [
    'a tag that does not end',
    withPart('xl/worksheets/sheet1.xml', Buffer.concat([bytes('<a b="'), randomLetters(2_000_000)])),
    'broken-part',
  ],
  [
    'a comment that does not end',
    withPart('xl/worksheets/sheet1.xml', Buffer.concat([bytes('<a><!--'), randomLetters(2_000_000)])),
    'broken-part',
  ],
  ['a workbook without sheets', workbook({ sheets: {} }), 'no-sheet'],
  ['a sheet that is not there', zip(workbookParts(one).filter(({ name }) => !name.includes('sheet1'))), 'broken-part'],
  [
    'one sheet under ten names',
    withPart(
      'xl/workbook.xml',
      `<workbook xmlns:r="r"><sheets>${Array.from({ length: 10 }, (_, n) => `<sheet name="${n}" r:id="r0"/>`).join('')}</sheets></workbook>`,
    ),
    'broken-part',
  ],
  ['two sheets of one name', workbook({ sheets: { a: '', A: '' } }), 'broken-part'],
  ['styles without end', workbook({ ...one, styles: `<cellXfs>${'<xf/>'.repeat(205_000)}</cellXfs>` }), 'broken-part'],
  [
    'relationships without end',
    withPart('xl/_rels/workbook.xml.rels', related(Array.from({ length: 205_000 }, () => '<a/>'))),
    'broken-part',
  ],
  ['letters that are none', withPart('xl/worksheets/sheet1.xml', bytes('<a>\xff\xfe</a>')), 'broken-part'],
])('%s is refused', async (_, file, code) => {
  expect(await refusalOf(file)).toBe(code);
});

/** What deflate cannot pack small. */
function randomLetters(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return 97 + (state % 26);
  });
}

test.each([
  ['html named as a workbook', 'people.xlsx', bytes('<html><table>'), 'html'],
  ['text named as a workbook', 'people.XLSX', bytes('email\na@b.example'), 'not-a-workbook'],
  ['a workbook named as text', 'people.csv', workbook(one), 'not-text'],
  ['a workbook named as one with macros', 'people.xlsm ', workbook(one), 'macros'],
])('%s is refused', async (_, name, file, code) => {
  expect(await refusalOf(file, { name })).toBe(code);
});

const sheet = 'xl/worksheets/sheet1.xml';
const changed = (change: (part: { name: string; content: string | Uint8Array }) => object) =>
  zip(workbookParts(one).map((part) => (part.name === sheet ? { ...part, ...change(part) } : part)));

test.each([
  ['a part that says it is small', changed(() => ({ content: `<a>${' '.repeat(200_000)}</a>`, size: 1_000 })), 'inflates'],
  ['a part that says it is larger', changed(() => ({ size: 999 })), 'broken-part'],
  ['a part with other bytes than it says', changed(() => ({ crc: 1 })), 'broken-part'],
  [
    'a part that is not packed as it says',
    changed(({ content }) => ({ content: Buffer.alloc(String(content).length, 0xff), stored: true, method: 8 })),
    'broken-part',
  ],
  ['a part that grows a thousand times', changed(() => ({ content: Buffer.alloc(4_000_000) })), 'inflates'],
  ['parts that together are too large', zip([...workbookParts(one), { name: 'a', content: '', size: 0xfffffff0 }]), 'inflates'],
  ['parts with a password', changed(() => ({ flags: 1 })), 'encrypted'],
  ['a way of packing that no workbook has', changed(() => ({ method: 14 })), 'broken-zip'],
  ['another name before the part', changed(() => ({ localName: 'xl/worksheets/sheet2.xml' })), 'broken-zip'],
  ['a name that leads out', withPart('../../etc/cron.d/x'), 'zip-names'],
  ['a name from the root', withPart('/etc/passwd'), 'zip-names'],
  ['a name of Windows', withPart('xl\\worksheets\\sheet9.xml'), 'zip-names'],
  ['a name with nothing in the middle', withPart('xl/a\0.xml'), 'zip-names'],
  ['a name twice, in another case', withPart('XL/workbook.XML'), 'zip-names'],
  [
    'too many parts',
    zip([...workbookParts(one), ...Array.from({ length: 2_000 }, (_, n) => ({ name: `a${n}`, content: '' }))]),
    'too-many-parts',
  ],
  ['something before the ZIP', Buffer.concat([bytes('PK\x03\x04'), zip(workbookParts(one))]), 'broken-zip'],
  ['something behind the ZIP', Buffer.concat([zip(workbookParts(one)), bytes('more')]), 'broken-zip'],
  ['half a ZIP', zip(workbookParts(one)).subarray(0, 900), 'broken-zip'],
])('%s is refused', async (_, file, code) => {
  expect(await refusalOf(file)).toBe(code);
});

test('a part that lies in another is refused: so a small ZIP becomes a very large one', async () => {
  const inner = zip([{ name: 'b', content: 'x'.repeat(500) }]);
  const outer = { name: 'a', content: inner, stored: true };
  expect(await refusalOf(zip([outer]))).toBe('not-a-workbook');
  expect(await refusalOf(zip([outer, { name: 'b', content: 'x'.repeat(500), at: 31 }]))).toBe('broken-zip');
});

test('a file is read no further than its limit, also as a stream', async () => {
  let given = 0;
  const endless = async function* () {
    for (;;) {
      given += 1;
      yield new Uint8Array(1024);
    }
  };
  expect(await refusalOf(endless(), { limits: { bytes: 10_000 } })).toBe('too-large');
  expect(given).toBe(10);
});

test('rows are refused when there are too many, and those before have been given', async () => {
  const rows = '<row><c><v>1</v></c></row>'.repeat(4);
  expect(await refusalOf(workbook({ sheets: { People: rows } }), { limits: { rows: 3 } })).toBe('too-many-rows');
  expect(await rowsOf(workbook({ sheets: { People: rows } }), { limits: { rows: 4 } })).toHaveLength(4);
  expect(await refusalOf(bytes('a\nb\nc'), { limits: { rows: 2 } })).toBe('too-many-rows');
});

test('a text that cells share is counted with each of them', async () => {
  const cells = '<c t="s"><v>0</v></c>'.repeat(10);
  const file = workbook({
    sheets: { People: `<row>${cells}</row>`, More: `<row>${cells}</row>` },
    strings: `<si><t>${'a'.repeat(100)}</t></si>`,
  });
  expect(await rowsOf(file, { limits: { given: 2_000 } })).toHaveLength(2);
  expect(await refusalOf(file, { limits: { given: 1_999 } })).toBe('inflates');
});

test('a formula of bars without end is read in a moment', async () => {
  const rows = `<row><c><f>${'a|'.repeat(400_000)}</f><v>1</v></c></row>`;
  expect(await rowsOf(workbook({ sheets: { People: rows } }), { limits: { ratio: 2_000 } })).toHaveLength(1);
});

test('a million empty rows, and one cell at the end of all, are one row', async () => {
  const sheets = { People: `${'<row/>'.repeat(100_000)}<row r="1048576"><c r="A1048576"><v>1</v></c></row>` };
  expect(await rowsOf(workbook({ sheets }))).toEqual([{ sheet: 'People', hidden: false, row: 1_048_576, cells: ['1'] }]);
});

test('reading stops where it is no longer wanted', async () => {
  const rows = '<row><c><v>1</v></c></row>'.repeat(4);
  await expect(rowsOf(workbook({ sheets: { People: rows } }), { signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow('gone');
});
