import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileRefused } from '../index.ts';
import { csv, readAll } from '../testing/exports.ts';

const faults = async (rows: string[][]) =>
  (await readAll(csv(rows))).flatMap((row) => ('code' in row ? [[row.row, row.column, row.code, row.value]] : []));

describe('what is wrong is named by row, column and value, with what to do', () => {
  test.each([
    ['no address', ['Email', 'Role'], ['', 'Viewer'], ['A', 'no-email', '']],
    ['no address that is one', ['Email'], ['ada at acme'], ['A', 'bad-email', 'ada at acme']],
    ['an error of the spreadsheet', ['Email'], ['#N/A'], ['A', 'bad-email', '#N/A']],
    ['a role that is none', ['Email', 'Role'], ['a@acme.example', 'King'], ['B', 'bad-role', 'King']],
    ['a word of JavaScript', ['Email', 'Role'], ['a@acme.example', 'constructor'], ['B', 'bad-role', 'constructor']],
    ['a status that is none', ['Email', 'Status'], ['a@acme.example', '__proto__'], ['B', 'bad-status', '__proto__']],
    ['a source that is none', ['Email', 'Source'], ['a@acme.example', 'Moon'], ['B', 'bad-source', 'Moon']],
    ['an id that is none', ['Email', 'Salesforce ID'], ['a@acme.example', '5.5E+14'], ['B', 'bad-salesforce-id', '5.5E+14']],
    ['teams that are none', ['Email', 'Teams'], ['a@acme.example', '[{"a":1}]'], ['B', 'bad-teams', '[{"a":1}]']],
    ['teams without end', ['Email', 'Teams'], ['a@acme.example', 'a'.repeat(201)], ['B', 'too-many-teams', 'a'.repeat(200)]],
    ['a name without end', ['Email', 'First name'], ['a@acme.example', 'b'.repeat(201)], ['B', 'too-long', 'b'.repeat(200)]],
    ['a team without a name', ['Description', 'Team'], ['x', ' '], ['B', 'no-team-name', ' ']],
  ])('%s', async (_, headers, row, [column, code, value]) => {
    expect(await faults([headers, row])).toEqual([[2, column, code, value]]);
  });

  test('who stands there twice, in any case: the first one is taken', async () => {
    const rows = [
      ['Email', 'Username', 'Salesforce ID', 'Federation ID'],
      ['a@acme.example', 'a', '0055f00000ABCde', 'F1'],
      ['A@ACME.example', '', '', ''],
      ['b@acme.example', 'A', '', ''],
      ['c@acme.example', '', '0055f00000ABCdeFGH', ''],
      ['d@acme.example', '', '0055f00000abcDE', 'F1'],
      ['e@acme.example', '', '0055f00000abcDE', 'f1'],
    ];
    expect(await faults(rows)).toEqual([
      [3, 'A', 'email-twice', 'A@ACME.example'],
      [4, 'B', 'user-name-twice', 'A'],
      [5, 'C', 'salesforce-id-twice', '0055f00000ABCdeFGH'],
      [6, 'D', 'federation-id-twice', 'F1'],
    ]);
    expect((await readAll(csv(rows))).filter((row) => 'user' in row)).toHaveLength(2);
  });

  test('every fault of a row, in whole sentences', async () => {
    const rows = await readAll(
      csv([
        ['Email', 'Role', 'Status'],
        ['x', 'y', 'z'],
      ]),
    );
    expect(rows.map((row) => ('error' in row ? row.error : ''))).toEqual([
      'x is no email address. Correct it.',
      expect.stringMatching(/^y is no role in Spekit\. Write Viewer, .*\.$/),
      expect.stringMatching(/^z does not say whether .*\.$/),
    ]);
  });
});

test('a file without users and teams is refused, and says what it has instead', async () => {
  const refused = readAll(
    csv([
      ['Name', 'Colour'],
      ['a', 'red'],
    ]),
  );
  await expect(refused).rejects.toBeInstanceOf(FileRefused);
  await expect(refused).rejects.toThrow('the first row says: Name, Colour.');
  // People without addresses are no teams.
  await expect(
    readAll(
      csv([
        ['First name', 'Role', 'Team'],
        ['Ada', 'Expert', 'Sales'],
      ]),
    ),
  ).rejects.toMatchObject({ code: 'no-columns' });
  await expect(readAll(csv([[' ']]))).rejects.toMatchObject({ code: 'no-columns' });
});

test('progress is told, and reading stops when it is no longer wanted', async () => {
  const file = csv([['Email'], ...Array.from({ length: 2_500 }, (_, n) => [`p${n}@acme.example`])]);
  const progress: number[] = [];
  expect(await readAll(file, { onProgress: (rows) => progress.push(rows) })).toHaveLength(2_500);
  expect(progress).toEqual([1_000, 2_000, 2_501]);
  const abort = new AbortController();
  const stopped = readAll(file, { signal: abort.signal, onProgress: () => abort.abort(new Error('stopped')) });
  await expect(stopped).rejects.toThrow('stopped');
});

test('every row of a file is told of once: as a user, or as a fault', async () => {
  const cell = fc.constantFrom(
    '',
    'a@acme.example',
    'A@acme.example',
    'b@acme.example',
    'x',
    'Expert',
    'Sales; Sales',
    '0055f00000ABCde',
    '[',
    '#N/A',
    'yes',
  );
  const tables = fc.array(fc.tuple(cell, cell, cell, cell, cell), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(tables, async (cells) => {
      const rows = await readAll(csv([['Email', 'Role', 'Teams', 'Salesforce ID', 'Status'], ...cells]));
      const filled = cells.flatMap((row, index) => (row.some((one) => one !== '') ? [index + 2] : []));
      expect([...new Set(rows.map(({ row }) => row))]).toEqual(filled);
      const users = rows.flatMap((row) => ('user' in row ? [row.user.email.toLowerCase()] : []));
      expect(new Set(users).size).toBe(users.length);
    }),
    { numRuns: 100 },
  );
});
