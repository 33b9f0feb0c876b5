import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { previewSpekitExport } from '../index.ts';
import { csv, readAll } from '../testing/exports.ts';
import type { SheetColumns } from './columns.ts';

const ada = {
  email: 'ada@acme.example',
  userName: 'ada@acme.example.sf',
  firstName: 'Ada',
  lastName: 'Lovelace',
  displayName: 'Ada Lovelace',
  source: 'salesforce',
  role: 'Expert',
  active: true,
  teams: ['Sales', 'EMEA (North)'],
  salesforceId: '0055f00000ABCde',
  federationId: 'ada',
};
const values = [
  ada.email,
  ada.userName,
  'Ada',
  'Lovelace',
  'Salesforce',
  'expert',
  'Active',
  'Sales; EMEA (North)',
  ada.salesforceId,
  'ada',
];

test.each([
  [
    'as Spekit words them',
    ['Email', 'Username', 'First Name', 'Last Name', 'Source', 'Role', 'Status', 'Teams', 'Salesforce ID', 'Federation ID'],
  ],
  [
    'as an API does',
    [
      'email',
      'user_name',
      'first_name',
      'last_name',
      'created_via',
      'role',
      'is_active',
      'teams',
      'salesforce_id',
      'federation_identifier',
    ],
  ],
  [
    'as people do',
    [
      'E-MAIL ADDRESS',
      'Login',
      'Given name',
      'Surname',
      'Account type',
      'Spekit Role',
      'ENABLED',
      'Team memberships',
      'SFDC-Id',
      ' SAML Federation ID ',
    ],
  ],
  [
    'in German',
    ['E-Mail-Adresse', 'Benutzername', 'Vorname', 'Nachname', 'Quelle', 'Rolle', 'Aktiv', 'Team', 'Salesforce ID', 'Federation ID'],
  ],
])('columns are known by their headers, %s, in any order, in CSV and in a workbook', async (_, headers) => {
  const backwards = [headers.toReversed(), values.toReversed()];
  for (const rows of [[headers, values], backwards]) {
    expect(await readAll(csv(rows, ';'))).toEqual([{ sheet: 'CSV', row: 2, user: ada }]);
    const workbook = await writeXlsx({ sheets: [{ name: 'Users', rows }] });
    expect(await readAll(workbook)).toEqual([{ sheet: 'Users', row: 2, user: ada }]);
  }
});

test('what a user has not got is what Spekit would give', async () => {
  expect(
    await readAll(
      csv([
        ['Email', 'Salesforce id'],
        ['a@acme.example', ''],
        ['b@acme.example', '0055f00000ABCdeFGH'],
      ]),
    ),
  ).toMatchObject([
    { user: { email: 'a@acme.example', displayName: '', source: 'direct', role: 'Viewer', active: true, teams: [] } },
    { user: { email: 'b@acme.example', source: 'salesforce' } },
  ]);
});

test.each([
  ['Sales; Support ;Sales', ['Sales', 'Support'], 'Viewer'],
  ['Sales, sales , Support', ['Sales', 'Support'], 'Viewer'],
  ['R&D, East; Support', ['R&D, East', 'Support'], 'Viewer'],
  ['Sales\nSupport', ['Sales', 'Support'], 'Viewer'],
  ['Sales (Expert) | Support (Team Admin) | EMEA (North)', ['Sales', 'Support', 'EMEA (North)'], 'Team Admin'],
  ['Sales: Viewer; Support - Expert', ['Sales', 'Support'], 'Expert'],
  ['[{"team":"Sales","role":"expert"},{"team":"A, B","role":"viewer"}]', ['Sales', 'A, B'], 'Expert'],
  ['["Sales"]', ['Sales'], 'Viewer'],
  [' ', [], 'Viewer'],
])('teams %j', async (cell, teams, role) => {
  expect(
    await readAll(
      csv([
        ['Email', 'Teams'],
        ['a@acme.example', cell],
      ]),
    ),
  ).toMatchObject([{ user: { teams, role } }]);
});

test.each([
  ['Status', 'Pending', true],
  ['Status', 'Deactivated', false],
  ['is_active', 'FALSE', false],
  ['Deactivated', 'yes', false],
  ['Is deactivated', 'no', true],
])('%s: %s', async (header, cell, active) => {
  expect(
    await readAll(
      csv([
        ['Email', header],
        ['a@acme.example', cell],
      ]),
    ),
  ).toMatchObject([{ user: { active } }]);
});

test('teams are read from their own sheet, below a title, and a hidden sheet and one of other things are left alone', async () => {
  const sheets = [
    { name: 'Read me', rows: [['How to use this'], ['Name']] },
    { name: 'Teams', rows: [['Teams of Acme'], [null], ['Description', 'Team Name'], ['They sell', 'Sales'], [null, 'sales ']] },
    { name: 'Users', rows: [['Email'], ['a@acme.example']] },
    { name: 'Old', hidden: true, rows: [['Email'], ['b@acme.example']] },
  ];
  const seen: SheetColumns[] = [];
  const rows = await readAll(await writeXlsx({ sheets }), { onSheet: (columns) => seen.push(columns) });
  expect(rows).toMatchObject([
    { sheet: 'Teams', row: 4, team: { name: 'Sales', description: 'They sell' } },
    { sheet: 'Teams', row: 5, column: 'B', code: 'team-twice', error: expect.stringContaining('sheet Teams, row 4') },
    { sheet: 'Users', row: 2, user: { email: 'a@acme.example' } },
  ]);
  expect(seen.map(({ sheet, kind, hidden, headerRow }) => [sheet, kind, hidden, headerRow])).toEqual([
    ['Read me', null, false, 0],
    ['Teams', 'teams', false, 3],
    ['Users', 'users', false, 1],
    ['Old', null, true, 0],
  ]);
});

test('a preview says what each column was taken for, which is not read, and which is missing', async () => {
  const file = csv([
    ['Work Email', 'Email', 'Favourite', 'Is active', ''],
    ['w@acme.example', 'a@acme.example', 'red', 'true', ''],
    ['', 'x', '', 'maybe', ''],
  ]);
  const preview = await previewSpekitExport(file, { name: 'people.csv', most: 2 });
  expect(preview).toMatchObject({ users: 1, teams: 0, faulty: 1, first: [{ user: { email: 'a@acme.example' } }, { code: 'bad-email' }] });
  expect(preview.sheets).toEqual([
    {
      sheet: 'people',
      kind: 'users',
      hidden: false,
      headerRow: 1,
      columns: [
        { column: 0, header: 'Work Email', field: null },
        { column: 1, header: 'Email', field: 'email' },
        { column: 2, header: 'Favourite', field: null },
        { column: 3, header: 'Is active', field: 'active' },
      ],
      missing: ['userName', 'firstName', 'lastName', 'displayName', 'source', 'role', 'teams', 'salesforceId', 'federationId'],
    },
  ]);
});
