import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { peopleXml, personXml, spekitSheet } from '../mapping/files/testing/spekit-sheet.ts';
import { created, listOf, oktaUser, TestCompanion } from '../testing/companion.ts';
import { editedWorkbook, write } from '../testing/edited-workbook.ts';
import { CompanionProgram, environmentFor } from '../testing/program.ts';

let companion: TestCompanion;
beforeEach(async () => {
  companion = await TestCompanion.start();
});
afterEach(() => companion.end());

async function command(...parameters: string[]): Promise<{ code: unknown; output: string; errors: string }> {
  const program = new CompanionProgram(environmentFor(companion.database.url), ['mapping', ...parameters]);
  const code = await program.ended();
  return { code, output: program.output.trim(), errors: program.errors.trim() };
}

test('a mapping is looked at, downloaded, checked, completed once and undone beside a running companion', async () => {
  const file = join(companion.folder, 'mapping.xlsx');
  await companion.api('POST', '/mapping/imports', {
    users: [
      { email: 'maya@acme.example', displayName: 'Maya' },
      { email: 'x@y.example', displayName: 'Xu' },
    ],
  });
  await created(companion, '/Users', oktaUser('maya@acme.example'));
  expect((await command('status')).output.split('\n')).toEqual([
    'The account (production) is staging.',
    'Okta has pushed 1 users and 0 teams; Spekit has 2 users and 0 teams of its own.',
    'Users to be mapped: 2. Certain: 1, by rules: 0, only alike: 0, nobody fits: 1. Undecided: 0.',
    'Teams to be mapped: 0. Certain: 0, by rules: 0, only alike: 0, none fits: 0. Undecided: 0.',
  ]);
  expect(await command('workbook', file)).toMatchObject({ code: 0, errors: '' });
  expect(await command('workbook', file)).toMatchObject({ code: 1, errors: expect.stringMatching(/is there already/) });
  const wrong = join(companion.folder, 'wrong.xlsx');
  await writeFile(wrong, await editedWorkbook(await readFile(file), (sheets) => write(sheets, 'Users', 'Xu', 'Decision', 'burn')));
  expect(await command('check', wrong)).toMatchObject({
    code: 1,
    errors: 'Users M3: burn is no decision. Choose merge, keep both or skip.\n1 thing is wrong. Nothing was changed.',
  });
  expect(await command('complete', wrong)).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/^Nothing was changed: 1 thing is wrong/),
  });
  expect(await command('check', file)).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^Nothing is wrong\. Completing merges 1 users/),
  });
  expect(await command('complete', file)).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^The mapping is complete: 1 users and 0 teams were merged, 1 users/),
  });
  expect(await command('complete', file)).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^This workbook was completed before, as run 1/),
  });
  const changes = listOf(await companion.api('GET', '/changes?limit=1000'), 'changes');
  expect(changes.slice(-2)).toMatchObject([
    { event: 'mapping.completed', facts: { by: 'command-line' } },
    { event: 'account.connected', facts: { by: 'command-line' } },
  ]);
  expect(await command('undo')).toEqual({ code: 0, errors: '', output: 'The mapping was undone: 1 users and 0 teams are two again.' });
  expect(await command('undo')).toMatchObject({ code: 1, errors: 'There is no completed mapping that could be undone.' });
  expect(await command('check', join(companion.folder, 'none.xlsx'))).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/cannot be read/),
  });
  expect(await command('sheet', 'fill')).toMatchObject({ code: 1, errors: expect.stringMatching(/sheet fill FILE/) });
  expect(await command('nonsense')).toMatchObject({ code: 1, errors: expect.stringMatching(/mapping status/) });
});

test('the sheet that Spekit gave is checked, filled into another file, and checked beside what it was', async () => {
  const file = join(companion.folder, 'spekit.xlsx');
  const [filled, changed] = [join(companion.folder, 'spekit-filled.xlsx'), join(companion.folder, 'changed.xlsx')];
  await companion.api('POST', '/mapping/imports', { users: [{ email: 'x@y.example' }] });
  await created(companion, '/Users', oktaUser('maya@acme.example'));
  const header = peopleXml[0] ?? '';
  const given = [header, personXml(2, 'u1', 'maya@acme.example'), personXml(3, 'u2', 'x@y.example')];
  await writeFile(file, spekitSheet(given));
  expect((await command('sheet', 'check', file)).output.split('\n')).toEqual([
    "2 people stand in Spekit's sheet: 0 with an address in IDP Email, 2 without, of whom 1 can be filled in.",
    'Nothing is wrong. Say mapping sheet fill FILE to have the empty addresses filled in that are certain.',
  ]);
  expect(await command('sheet', 'fill', file)).toEqual({
    code: 0,
    errors: '',
    output: `The filled sheet was written to ${filled}: 1 address filled in, 0 kept as they were, 1 still empty. Look it through, then upload it in Spekit.`,
  });
  expect(await command('sheet', 'fill', file)).toMatchObject({ code: 1, errors: expect.stringMatching(/is there already/) });
  expect(Buffer.compare(await readFile(file), Buffer.from(spekitSheet(given)))).toBe(0);
  expect(await command('sheet', 'check', filled, file)).toMatchObject({ code: 0, output: expect.stringMatching(/^2 people .*: 1 with/) });
  await writeFile(changed, spekitSheet([header, personXml(2, 'u9', 'maya@acme.example', 'MAYA@acme.example')]));
  expect((await command('sheet', 'check', changed, file)).errors.split('\n')).toEqual([
    expect.stringMatching(/^Mapping A2: The first two columns/),
    expect.stringMatching(/^Mapping A3: A row that Spekit gave stood here/),
    expect.stringMatching(/^Mapping D2: Okta writes this address in other letters: maya@acme\.example/),
    expect.stringMatching(/^1 person stands/),
    expect.stringMatching(/^3 things are wrong/),
  ]);
  await writeFile(changed, 'no workbook');
  expect(await command('sheet', 'fill', changed, join(companion.folder, 'to.xlsx'))).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/\w\.$/),
  });
});
