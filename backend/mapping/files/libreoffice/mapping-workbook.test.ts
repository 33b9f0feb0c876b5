import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkAnswer } from '../../../../contract/mapping-work.ts';
import { type Json, TestCompanion } from '../../../testing/companion.ts';
import { editInOffice } from '../../../testing/libreoffice/edit.ts';
import { ask, staged } from '../../../testing/staged.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

test('the mapping workbook that a person filled in and saved in LibreOffice is without fault, and is completed', {
  timeout: 180_000,
}, async () => {
  await staged(companion);
  await ask(companion, 'POST', '/mapping/imports', {
    users: [{ email: 'eve@home.example', displayName: '=HYPERLINK("http://x.example")' }],
  });
  const { bytes } = await companion.file('GET', '/mapping/workbook');
  const typed = [
    { sheet: 'Users', cell: 'M4', text: 'merge' },
    { sheet: 'Users', cell: 'N4', text: 'jonathan.smith@acme.example' },
    { sheet: 'Users', cell: 'M6', text: 'keep both' },
  ];
  const [saved = new Uint8Array()] = await editInOffice([{ workbook: bytes, type: typed }]);
  const book = await readXlsx(saved, { readStyles: true });
  const users = book.sheets.find(({ name }) => name === 'Users');
  expect(users?.rows.map((row) => row[2])).toContain('=HYPERLINK("http://x.example")');
  expect(users?.freezePane).toMatchObject({ rows: 1 });
  expect(users?.autoFilter?.range).toMatch(/^A1:O\d+$/);
  expect(users?.dataValidations?.some(({ type }) => type === 'list')).toBe(true);
  expect(users?.protection?.sheet).toBe(true);
  const json = async (path: string): Promise<Json> =>
    JSON.parse(Buffer.from((await companion.file('POST', path, saved)).bytes).toString()) as Json;
  expect(checkAnswer.parse(await json('/mapping/check'))).toMatchObject({ problems: [], numbers: { mergedUsers: 2, keptUsers: 3 } });
  expect(await json('/mapping/complete')).toMatchObject({ already: false, account: { connection: 'connected' } });
});
