import { afterEach, beforeEach, expect, test } from 'vitest';
import { previewAnswer } from '../../../contract/mapping-work.ts';
import { checkOf, stageForWorkbook, workbookWith } from '../../testing/checked-workbook.ts';
import { listOf, TestCompanion } from '../../testing/companion.ts';
import { write } from '../../testing/edited-workbook.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const workbookThatSays = (decision: string) =>
  workbookWith(companion, (sheets) => write(sheets, 'Users', 'Jon Smith', 'Decision', decision));
const asked = (workbook: string, query = '') => companion.api('GET', `/mapping/preview?workbook=${workbook}${query}`);
const preview = async (workbook: string, query = '') => previewAnswer.strict().parse((await asked(workbook, query)).body);

test('the workbook that was checked last is looked through line by line, searched, and with its own numbers', async () => {
  await stageForWorkbook(companion);
  const { digest, numbers } = await checkOf(companion, await workbookThatSays('keep both'));
  const all = await preview(digest);
  expect(all.numbers).toEqual(numbers);
  expect(all.total).toBe(5);
  const jon = await preview(digest, '&q=jon');
  expect(jon.lines.map(({ name, decision }) => [name, decision])).toEqual([['Jon Smith', 'keep-both']]);
  // On the row itself nothing is decided of him.
  const { lines } = previewAnswer.parse((await companion.api('GET', '/mapping/preview?q=jon')).body);
  expect(lines.map(({ decision }) => decision)).toEqual([null]);
});

test('of a workbook that was not checked last nothing is told: to check it again is', async () => {
  await stageForWorkbook(companion);
  const first = await checkOf(companion, await workbookThatSays('keep both'));
  const second = await checkOf(companion, await workbookThatSays('merge'));
  expect((await asked(first.digest)).status).toBe(409);
  expect((await preview(second.digest, '&q=jon')).lines.map(({ decision }) => decision)).toEqual(['merge']);
  // What is decided on a page after the check holds, and the check did not know it.
  const [row] = listOf(await companion.api('GET', '/mapping/rows?kind=user&q=jon'), 'rows');
  await companion.api('POST', '/mapping/decisions', { decisions: [{ kind: 'user', id: row?.['id'], decision: 'skip' }] });
  const refused = await asked(second.digest);
  expect([refused.status, refused.body]).toMatchObject([409, { error: { detail: expect.stringContaining('Check the workbook again.') } }]);
});

test('who is pushed after the check shows in it too', async () => {
  await stageForWorkbook(companion);
  const { digest } = await checkOf(companion, await workbookThatSays('keep both'));
  const before = (await preview(digest)).numbers.newUsers;
  await companion.scim('POST', '/Users', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'zoe@acme.example' });
  expect((await preview(digest)).numbers.newUsers).toBe(before + 1);
});
