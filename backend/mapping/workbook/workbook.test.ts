import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { decideMatch } from '../decide.ts';
import { readTable } from '../files/index.ts';
import type { Mapped } from '../mapped.ts';
import { matchTeams } from '../match-teams.ts';
import { matchUsers } from '../match-users.ts';
import { noRules, rulesOf } from '../rules.ts';
import type { OktaUser, SpekitUser } from '../subjects.ts';
import { noMarks, writeWorkbook } from './write.ts';
import { unzipped } from './zip.ts';

const facts = { version: '1', account: 'default', seq: '7', made: '2026-11-27T03:00:00.000Z' };

function spekit(email: string, name: string): SpekitUser {
  const defaults = { active: true, role: 'Viewer', source: 'direct', salesforceId: null, federationId: null } as const;
  return { id: `s-${email}`, userName: email, name, email, ...defaults };
}

function okta(userName: string, name: string): OktaUser {
  return {
    id: `o-${userName}`,
    userName,
    name,
    email: userName,
    addresses: [userName],
    identifiers: [],
    active: true,
    role: 'Viewer',
    pending: true,
  };
}

function mapped(users: SpekitUser[], oktaUsers: OktaUser[]): Mapped {
  const byId = new Map(oktaUsers.map((one) => [one.id, one]));
  const teams = matchTeams([{ id: 't1', name: 'Sales', members: 3 }], [{ id: 'g1', name: 'Sales' }]);
  const groups = new Map([['g1', { id: 'g1', name: 'Sales' }]]);
  return {
    users: matchUsers(users, oktaUsers, rulesOf(noRules)).map((match) => ({
      match,
      decided: decideMatch(match, undefined, byId),
      conflicts: match.conflicts,
    })),
    teams: teams.map((match) => ({ match, decided: decideMatch(match, undefined, groups), conflicts: [], outside: { okta: 0, group: 0 } })),
    oktaUsers: byId,
    oktaTeams: groups,
    rules: noRules,
    spekit: { users: users.length, teams: 1 },
  };
}

async function written(...given: Parameters<typeof writeWorkbook>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeWorkbook(...given)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function rowsOf(bytes: Uint8Array, sheet: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of readTable(bytes, { name: 'mapping.xlsx' })) if (row.sheet === sheet) rows.push(row.cells);
  return rows;
}

const hostile = ['=cmd|calc', '+1', '-1', '@SUM(A1)', '<b>&"x"', 'a\u0000b\ud800c', '_x0041_', ' spaced ', 'two\nlines\r', '多字节 🎉'];

test('whatever a name holds is a text, never a formula, and comes back as it was as far as XML can hold it', async () => {
  const users = hostile.map((name, index) => spekit(`user${index}@y.example`, name));
  const bytes = await written(mapped(users, []), facts);
  const names = (await rowsOf(bytes, 'Users')).slice(1).map((cells) => cells[2]);
  expect(names.sort()).toEqual([...hostile.filter((name) => !name.includes('\0')), 'a\ufffdb\ufffdc'].sort());
  for await (const { cells } of eachCell(bytes)) for (const cell of cells) expect(cell).not.toMatch(/<f[ >]/);
  const styles = unzipped(bytes).get('xl/styles.xml') ?? '';
  expect(styles).toContain('formatCode="@"');
});

async function* eachCell(bytes: Uint8Array): AsyncGenerator<{ cells: string[] }> {
  for (const [path, xml] of unzipped(bytes)) if (path.startsWith('xl/worksheets')) yield { cells: xml.match(/<c .*?<\/c>/gs) ?? [] };
}

test('a sheet is protected but for what an admin fills in, which is chosen from a list; its header stays, its rows can be filtered', async () => {
  const bytes = await written(
    mapped([spekit('maya@acme.example', 'Maya'), spekit('x@y.example', 'Xu')], [okta('maya@acme.example', 'Maya')]),
    facts,
  );
  const book = await readXlsx(bytes, { readStyles: true });
  expect(book.sheets.map(({ name }) => name)).toEqual(['Read me', 'Users', 'Teams', 'Conflicts']);
  const users = book.sheets[1];
  expect(users?.protection).toMatchObject({ sheet: true, autoFilter: true, sort: true });
  expect(users?.freezePane).toMatchObject({ rows: 1 });
  expect(users?.autoFilter?.range).toBe('A1:O3');
  expect(users?.dataValidations?.[0]).toMatchObject({ type: 'list', values: ['merge', 'keep both', 'skip'], range: 'M2:M3' });
  expect(users?.conditionalRules?.length).toBe(4);
  expect(users?.columns?.slice(0, 2).every(({ hidden }) => hidden)).toBe(true);
  const locked = (column: number) => users?.cells?.get(`1,${column}`)?.style?.protection?.locked ?? true;
  expect(Array.from({ length: 15 }, (_, column) => locked(column))).toEqual([...Array(12).fill(true), false, false, true]);
  expect((await rowsOf(bytes, 'Users')).slice(1).map((cells) => cells.slice(2))).toEqual([
    [
      'Maya',
      'maya@acme.example',
      'maya@acme.example',
      'direct',
      'Viewer',
      'yes',
      'email, user name',
      'certain',
      'maya@acme.example',
      '',
      'merge',
      'maya@acme.example',
    ],
    ['Xu', 'x@y.example', 'x@y.example', 'direct', 'Viewer', 'yes', '', 'none', '', '', 'skip'],
  ]);
  expect((await rowsOf(bytes, 'Read me')).at(-3)).toEqual(['Account', 'default']);
});

test('given back, it has what was written into it, and what is wrong beside it and at the top', async () => {
  const marks = {
    rows: new Map([['user s-x@y.example', { decision: 'marge', with: 'nobody', problem: 'Not so.' }]]),
    whole: ['A row is missing.'],
  };
  const bytes = await written(mapped([spekit('x@y.example', 'Xu')], []), facts, marks);
  expect((await rowsOf(bytes, 'Users'))[1]?.slice(-3)).toEqual(['marge', 'nobody', 'Not so.']);
  expect((await rowsOf(bytes, 'Read me'))[1]).toEqual(['Problem', 'A row is missing.']);
});

test('a problem with anything in it does not have the whole file damaged: what XML cannot hold is replaced, what is too long is cut', async () => {
  const whole = ['\ufffe\uffff', '\u0007', 'a\ud800b', '_x0041_', 'x'.repeat(40_000), '&'.repeat(40_000), '=1+1', '<&>"', ' two\nlines '];
  const bytes = await written(mapped([], []), facts, { rows: new Map(), whole });
  // An `&` is five letters of the file.
  const held = ['\ufffd\ufffd', '\ufffd', 'a\ufffdb', '_x0041_', 'x'.repeat(32_767), '&'.repeat(6_553), ...whole.slice(6)];
  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]?.rows.slice(1, 1 + whole.length)).toEqual(held.map((text) => ['Problem', text]));
  expect((await rowsOf(bytes, 'Read me')).slice(1, 1 + whole.length)).toEqual(held.map((text) => ['Problem', text]));
});

test('nobody at all is a workbook too, and another reader reads it', async () => {
  const bytes = await written({ ...mapped([], []), teams: [] }, facts, noMarks);
  const rows = [];
  for await (const row of streamXlsxRows(bytes, { sheet: 'Users' })) rows.push(row.values);
  expect(rows).toHaveLength(1);
});
