import { afterEach, beforeEach, expect, test } from 'vitest';
import { completeAnswer } from '../../../contract/mapping-work.ts';
import { checkOf, jsonOf, stageForWorkbook, told, workbookWith } from '../../testing/checked-workbook.ts';
import { idOf, type Json, listOf, patchOf, TestCompanion } from '../../testing/companion.ts';
import { editedWorkbook, type Sheets, write } from '../../testing/edited-workbook.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

const edited = (edit: (sheets: Sheets) => void) => workbookWith(companion, edit);
const check = (file: Uint8Array) => checkOf(companion, file);
const complete = (file: Uint8Array) => companion.file('POST', '/mapping/complete', file);
const counts = async (): Promise<unknown> => (await companion.api('GET', '/status')).body['counts'];
const seq = async (): Promise<unknown> => (await companion.api('GET', '/status')).body['seq'];

test('a workbook that is filled in is without fault, tells what it will do, does it once, and logs its rows', async () => {
  await stageForWorkbook(companion);
  const file = await edited((sheets) => write(sheets, 'Users', 'Jon Smith', 'Decision', 'Keep  Both'));
  const checked = await check(file);
  expect(checked).toMatchObject({ problems: [], problemCount: 0, asked: [], alreadyCompleted: false });
  expect(checked.numbers).toMatchObject({ mergedUsers: 2, mergedTeams: 1, keptUsers: 2, newUsers: 2, undecided: 0, connects: true });
  const before = await seq();
  await check(file);
  expect(await seq()).toBe(before);
  const done = completeAnswer.strict().parse(jsonOf(await complete(file)));
  expect(done).toMatchObject({ already: false, account: { connection: 'connected' }, numbers: { mergedUsers: 2 } });
  const rows = listOf(await companion.api('GET', '/changes?limit=1000'), 'changes').filter(
    ({ facts }) => (facts as Json)['row'] !== undefined,
  );
  expect(rows.map(({ event, facts }) => [event, (facts as Json)['row'], (facts as Json)['decision']])).toEqual([
    ['mapping.decided', 3, 'keep-both'],
    ['user.merged', 4, 'merge'],
    ['user.merged', 5, 'merge'],
    ['team.merged', 2, 'merge'],
  ]);
  const after = [await seq(), await counts()];
  const again = completeAnswer.strict().parse(jsonOf(await complete(file)));
  expect(again).toMatchObject({ already: true, run: { run: 1, users: 2, teams: 1 } });
  expect([await seq(), await counts()]).toEqual(after);
  // Saved once more it is another file, and tells so.
  expect(told(await check(await editedWorkbook(file, (sheets) => sheets.get('Read me')?.push(['Note', 'mine']))))).toEqual([
    ['completed', null, ''],
  ]);
});

test('whatever is wrong is told with sheet, row and column; nothing changes, and it comes back marked', async () => {
  await stageForWorkbook(companion);
  const file = await edited((sheets) => {
    write(sheets, 'Users', 'Dana', 'Decision', 'marge');
    write(sheets, 'Users', 'Noor', 'Merge with', 'nobody@acme.example');
    write(sheets, 'Users', 'Maya', 'Decision', '');
    const users = sheets.get('Users') ?? [];
    users.push([...(users[1] ?? [])], ['made-up', 'x', 'Eve']);
    write(sheets, 'Teams', 'Sales', 'Decision', 'merge');
    write(sheets, 'Teams', 'Sales', 'Merge with', 'Seals');
  });
  const checked = await check(file);
  expect(told(checked)).toEqual([
    ['unknown-decision', 'Users', 'M2'],
    ['undecided', 'Users', 'M3'],
    ['undecided', 'Users', 'M4'],
    ['unknown-target', 'Users', 'N5'],
    ['row-twice', 'Users', 'A6'],
    ['row-added', 'Users', 'A7'],
    ['unknown-target', 'Teams', 'J2'],
  ]);
  expect(checked.problems[3]?.detail).toBe(
    'Okta has not pushed nobody@acme.example. Write a user name, or a group’s name, as it is in Okta.'.replace('’', "'"),
  );
  const before = await seq();
  const refused = await complete(file);
  expect([refused.status, jsonOf(refused)['error']]).toEqual([
    409,
    {
      code: 'conflict',
      detail: expect.stringMatching(/^Nothing was changed: 7 things are wrong with the workbook\. Users M2: marge is no decision/),
    },
  ]);
  expect(await seq()).toBe(before);
  const marked = await companion.file('POST', '/mapping/check?answer=workbook', file);
  expect(marked.headers.get('content-type')).toMatch(/spreadsheetml/);
  await editedWorkbook(marked.bytes, (sheets) => {
    const users = sheets.get('Users') ?? [];
    expect(users.slice(1).map((cells) => [cells[2], cells[12] ?? '', (cells[14] ?? '').slice(0, 24)])).toEqual([
      ['Dana', 'marge', 'marge is no decision. Ch'],
      ['Jon Smith', '', 'Nothing is decided for J'],
      ['Maya', '', 'Nothing is decided for M'],
      ['Noor', 'merge', 'Okta has not pushed nobo'],
    ]);
  });
  // Mended in what came back, it is without fault.
  const mended = await editedWorkbook(marked.bytes, (sheets) => {
    write(sheets, 'Users', 'Dana', 'Decision', 'skip');
    write(sheets, 'Users', 'Jon Smith', 'Decision', 'skip');
    write(sheets, 'Users', 'Maya', 'Decision', 'merge');
    write(sheets, 'Users', 'Noor', 'Merge with', 'NOOR@acme.example');
    write(sheets, 'Teams', 'Sales', 'Merge with', '');
  });
  expect(told(await check(mended))).toEqual([]);
  expect((await complete(mended)).status).toBe(200);
});

test('somebody written in by hand beside another’s is a slip; one person with two accounts is not', async () => {
  await stageForWorkbook(companion);
  const salesforce = { email: 'maya@acme.example', displayName: 'Maya SF', source: 'salesforce' };
  await companion.api('POST', '/mapping/imports', { users: [salesforce] });
  const both = (sheets: Sheets) => {
    for (const name of ['Maya', 'Maya SF']) {
      write(sheets, 'Users', name, 'Decision', 'merge');
      write(sheets, 'Users', name, 'Merge with', 'maya@acme.example');
    }
    write(sheets, 'Users', 'Jon Smith', 'Decision', 'skip');
  };
  expect(told(await check(await edited(both)))).toEqual([]);
  const slip = await edited((sheets) => {
    both(sheets);
    write(sheets, 'Users', 'Dana', 'Decision', 'merge');
    write(sheets, 'Users', 'Dana', 'Merge with', 'maya@acme.example');
  });
  expect(told(await check(slip))).toEqual([['taken-twice', 'Users', 'N2']]);
});

test('who joined or changed since is told of, and asked about alone; what a page then says of them counts', async () => {
  await stageForWorkbook(companion);
  const file = await edited((sheets) => write(sheets, 'Users', 'Jon Smith', 'Decision', 'skip'));
  await companion.api('POST', '/mapping/imports', { users: [{ email: 'ria@acme.example', displayName: 'Ria Joined' }] });
  idOf(await companion.api('POST', '/spekit/users', { email: 'new@home.example', givenName: 'Jon', familyName: 'Smith' }));
  const maya = listOf(await companion.scim('GET', '/Users?filter=userName eq "maya@acme.example"'))[0];
  await companion.scim('PATCH', `/Users/${maya?.['id']}`, patchOf({ op: 'replace', value: { active: false } }));
  const dana = listOf(await companion.api('GET', '/search?q=dana'), 'subjects')[0];
  await companion.api('DELETE', `/spekit/users/${dana?.['id']}`);
  const checked = await check(file);
  expect(told(checked)).toEqual([
    ['changed', 'Users', 'B3'],
    ['changed', 'Users', 'B4'],
    ['joined', 'Users', ''],
  ]);
  expect(checked.asked.map(({ name, userName, decision }) => [name, userName, decision])).toEqual([
    ['Jon Smith', 'jon@home.example', null],
    ['Jon Smith', 'new@home.example', null],
    ['Maya', 'maya@acme.example', null],
    ['Ria Joined', 'ria@acme.example', 'merge'],
  ]);
  const decisions = checked.asked.filter(({ decision }) => decision === null).map(({ kind, id }) => ({ kind, id, decision: 'skip' }));
  expect((await companion.api('POST', '/mapping/decisions', { decisions })).status).toBe(200);
  const again = await check(file);
  expect([told(again), again.numbers]).toMatchObject([[], { mergedUsers: 2, keptUsers: 3 }]);
  expect(jsonOf(await complete(file))).toMatchObject({ numbers: { mergedUsers: 2 }, account: { connection: 'connected' } });
});
