import { writeXlsx } from 'hucre/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { editInOffice } from '../../../testing/libreoffice/edit.ts';
import { checkSpekitSheet, digestSpekitSheet, fillSpekitSheet, readTable } from '../index.ts';
import { usualLimits } from '../limits.ts';
import { spekitSheet } from '../testing/spekit-sheet.ts';
import { openPackage } from '../xlsx/package.ts';

const unlocked = { protection: { locked: false } };
const rows = [
  ['Key', 'Name', 'Since', 'Decision'],
  ['u1', '=1+1', new Date(Date.UTC(2026, 10, 27)), 'merge'],
  ['u2', '@ada +b -c', null, 'skip'],
  ['0042', "'quoted", null, null],
];

/** As a workbook of decisions is: choices, locked columns, a filter, a header that stays. */
function decisions(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: 'Users',
        rows,
        columns: [{ width: 12 }, { width: 30 }, { width: 12 }, { width: 14, style: unlocked }],
        dataValidations: [{ type: 'list', values: ['merge', 'keep both', 'skip'], range: 'D2:D4', showErrorMessage: true }],
        autoFilter: { range: 'A1:D4' },
        freezePane: { rows: 1 },
        protection: { sheet: true },
      },
      { name: 'About', rows: [['version 1']], hidden: true },
    ],
    // Excel and LibreOffice write a filter twice. LibreOffice forgets one without this name.
    namedRanges: [{ name: '_xlnm._FilterDatabase', range: 'Users!$A$1:$D$4', scope: 'Users' }],
  });
}

let saved: Uint8Array;
let savedSheet: Uint8Array;

beforeAll(async () => {
  const { bytes } = await fillSpekitSheet(spekitSheet(), ({ first }) => (first === '101' ? 'ada@acme.example' : null));
  [saved = bytes, savedSheet = bytes] = await editInOffice([
    {
      workbook: await decisions(),
      type: [{ sheet: 'Users', cell: 'D3', text: 'keep both' }],
    },
    { workbook: bytes, type: [{ sheet: 'Mapping', cell: 'D3', text: 'bob@acme.example' }] },
  ]);
}, 180_000);

test('a workbook that somebody edited in LibreOffice is read: the choice is there, and text is no formula', async () => {
  expect(await Array.fromAsync(readTable(saved, { name: 'decisions.xlsx' }))).toEqual([
    { sheet: 'Users', hidden: false, row: 1, cells: ['Key', 'Name', 'Since', 'Decision'] },
    { sheet: 'Users', hidden: false, row: 2, cells: ['u1', '=1+1', '2026-11-27', 'merge'] },
    { sheet: 'Users', hidden: false, row: 3, cells: ['u2', '@ada +b -c', '', 'keep both'] },
    { sheet: 'Users', hidden: false, row: 4, cells: ['0042', "'quoted"] },
    { sheet: 'About', hidden: true, row: 1, cells: ['version 1'] },
  ]);
});

test('LibreOffice understood choices, protection, filter and the header that stays: it has saved them', async () => {
  const { read } = await openPackage(saved, usualLimits);
  const xml = Buffer.concat(await Array.fromAsync(read('xl/worksheets/sheet1.xml'))).toString();
  expect(xml).toMatch(/<dataValidation [^>]*type="list"/);
  expect(xml).toMatch(/<sheetProtection [^>]*sheet="true"/);
  expect(xml).toMatch(/<autoFilter ref="A1:D4"/);
  expect(xml).toMatch(/<pane [^>]*state="frozen"/);
  expect(xml).not.toMatch(/<f[ >]/);
});

test('the sheet that Spekit gave is opened as we filled it, and what was saved is still that sheet', async () => {
  const people = new Set(['ada@acme.example', 'dee@acme.example']);
  const lookUp = (address: string) => ({ kind: people.has(address) ? ('known' as const) : ('unknown' as const) });
  const original = await digestSpekitSheet(spekitSheet());
  expect(await checkSpekitSheet(savedSheet, { lookUp, original })).toMatchObject({
    compared: true,
    people: 4,
    filled: 3,
    empty: [4],
    problems: [{ row: 3, column: 'D', value: 'bob@acme.example', code: 'idp-unknown' }],
  });
});
