import { type CheckAnswer, checkAnswer } from '../../contract/mapping-work.ts';
import { created, type Json, oktaGroup, oktaUser, type TestCompanion } from './companion.ts';
import { editedWorkbook, type Sheets } from './edited-workbook.ts';

/** Four people of Spekit's, of whom Okta has pushed two, one with another address, and somebody new; and a team that both have. */
export async function stageForWorkbook(companion: TestCompanion): Promise<void> {
  const users = [
    { email: 'maya@acme.example', displayName: 'Maya', teams: ['Sales'] },
    { email: 'noor@acme.example', displayName: 'Noor' },
    { email: 'dana@partner.example', displayName: 'Dana' },
    { email: 'jon@home.example', displayName: 'Jon Smith' },
  ];
  await companion.api('POST', '/mapping/imports', { users });
  for (const name of ['maya', 'noor', 'ria']) await created(companion, '/Users', oktaUser(`${name}@acme.example`));
  await created(companion, '/Users', oktaUser('jonathan@acme.example', { displayName: 'Jon Smith' }));
  await created(companion, '/Groups', oktaGroup('Sales'));
}

export async function downloadWorkbook(companion: TestCompanion): Promise<Uint8Array> {
  return (await companion.file('GET', '/mapping/workbook')).bytes;
}

/** The mapping's workbook as somebody has edited it. */
export async function workbookWith(companion: TestCompanion, edit: (sheets: Sheets) => void): Promise<Uint8Array> {
  return editedWorkbook(await downloadWorkbook(companion), edit);
}

export function jsonOf({ bytes }: { bytes: Uint8Array }): Json {
  return JSON.parse(Buffer.from(bytes).toString()) as Json;
}

/** What the companion says of a workbook; it must be an answer of the contract, and no more. */
export async function checkOf(companion: TestCompanion, file: Uint8Array): Promise<CheckAnswer> {
  return checkAnswer.strict().parse(jsonOf(await companion.file('POST', '/mapping/check', file)));
}

/** Each problem by its code, its sheet and its cell. */
export function told({ problems }: CheckAnswer): [code: string, sheet: string | null, cell: string][] {
  return problems.map(({ code, sheet, row, column }) => [code, sheet, `${column ?? ''}${row ?? ''}`]);
}
