import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkOf, jsonOf, stageForWorkbook, told, workbookWith } from '../../testing/checked-workbook.ts';
import { TestCompanion } from '../../testing/companion.ts';
import { type Sheets, write } from '../../testing/edited-workbook.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const edited = (edit: (sheets: Sheets) => void) => workbookWith(companion, edit);
const check = (file: Uint8Array) => checkOf(companion, file);

test('columns may stand in another order, and are told by where they are', async () => {
  await stageForWorkbook(companion);
  const file = await edited((sheets) => {
    write(sheets, 'Users', 'Jon Smith', 'Decision', 'what');
    for (const cells of sheets.get('Users') ?? []) {
      while (cells.length < 15) cells.push('');
      cells.reverse();
    }
  });
  expect(told(await check(file))).toEqual([['unknown-decision', 'Users', 'C3']]);
});

test('a row, a column or a sheet that is missing, another version or account, another file: each is said', async () => {
  await stageForWorkbook(companion);
  const of = async (edit: (sheets: Sheets) => void) => told(await check(await edited(edit)));
  const fact = (name: string, value: string) => (sheets: Sheets) => {
    const row = sheets.get('Read me')?.find(([label]) => label === name);
    row?.splice(1, 1, value);
  };
  expect(await of((sheets) => sheets.get('Users')?.splice(1, 1))).toEqual([
    ['undecided', 'Users', 'M2'],
    ['row-missing', 'Users', ''],
  ]);
  expect(await of((sheets) => sheets.get('Users')?.[0]?.splice(0, 1, 'Kee'))).toEqual([['column-missing', 'Users', 'A1']]);
  expect(await of((sheets) => sheets.delete('Teams'))).toEqual([['sheet-missing', 'Teams', '']]);
  expect(await of((sheets) => sheets.delete('Read me'))).toEqual([['not-ours', 'Read me', '']]);
  expect(await of(fact('Workbook version', '2'))).toEqual([['version', null, '']]);
  expect(await of(fact('Account', 'other'))).toEqual([['account', null, '']]);
  expect(await of(fact('Made at change', '999999'))).toEqual([['future', null, '']]);
  expect(await of(fact('Made at change', 'x'))).toEqual([['not-ours', null, '']]);
  for (const bytes of [Buffer.from('PK\u0003\u0004 no'), Buffer.from('%PDF-1.7'), Buffer.from([0])]) {
    const { numbers, problemCount, problems } = await check(bytes);
    expect([numbers, problemCount, problems[0]?.detail]).toEqual([null, 1, expect.stringMatching(/\w\.$/)]);
  }
  const none = await companion.file('POST', '/mapping/check');
  expect([none.status, jsonOf(none)]).toMatchObject([400, { error: { code: 'invalid' } }]);
  await companion.api('POST', '/account/connection', { state: 'not-connected' });
});
