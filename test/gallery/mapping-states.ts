import type { CompanionState } from '../../mocks/handlers/companion.ts';
import { aCount, aMapping, aMappingRow, aMappingStatus, anOpenRow, aRun, type MappingState } from '../../mocks/handlers/mapping.ts';
import type { Difference } from './states.ts';

const staged =
  (state: Partial<MappingState> = {}) =>
  (companion: CompanionState) =>
    void Object.assign(companion, { role: 'admin', mapping: aMapping(state) });

/** Rows of people of that name, one of whom waits for a decision. */
const rowsOf = (name: string, count: number): MappingState['rows'] => [
  anOpenRow({ name, userName: `${name.slice(0, 40)}@acme.example`, candidates: anOpenRow().candidates.map((one) => ({ ...one, name })) }),
  ...Array.from({ length: count }, (_, nth) => aMappingRow({ id: `own-${nth}`, name: `${name} ${nth + 1}` })),
];

const nobody = aMappingStatus({
  account: { id: 'acme', type: 'production', connection: 'not-connected' },
  okta: { users: 0, teams: 0 },
  spekit: { users: 0, teams: 0, importedUsers: 0, importedTeams: 0 },
  users: aCount(),
  teams: aCount(),
});
const huge = aMappingStatus({
  okta: { users: 50_000, teams: 300 },
  spekit: { users: 48_211, teams: 411, importedUsers: 48_211, importedTeams: 411 },
  users: aCount({ total: 48_211, undecided: 1_204, confidence: { certain: 40_000, possible: 1_204, none: 7_007 } }),
});

/** The page on which an account is connected, at each of its steps. */
export function mappingStates(long: string, rightToLeft: string): Difference[] {
  return [
    { name: 'empty', shows: 'Nobody and nothing', seed: staged({ status: nobody, rows: [] }) },
    { name: 'loading', shows: 'Asking', trouble: 'hangs', seed: staged() },
    { name: 'away', shows: 'does not answer', trouble: 'away', seed: staged() },
    { name: 'import', at: '#import', shows: 'CSV', seed: staged() },
    { name: 'push', at: '#push', shows: 'Lucie Moreau', seed: staged() },
    { name: 'workbook', at: '#workbook', shows: 'Save the workbook', seed: staged() },
    { name: 'preview', at: '#complete', shows: 'becomes one account', seed: staged() },
    {
      name: 'done',
      at: '#done',
      shows: 'It can be undone until',
      seed: staged({
        status: aMappingStatus({ account: { id: 'acme', type: 'production', connection: 'connected' }, lastCompleted: aRun() }),
      }),
    },
    { name: 'huge', at: '#push', shows: 'Ana Ruiz 12', seed: staged({ status: huge, rows: rowsOf('Ana Ruiz', 200) }) },
    { name: 'long names', at: '#push', shows: long, seed: staged({ rows: rowsOf(long, 2) }) },
    { name: 'right to left', at: '#push', shows: rightToLeft, rtl: true, seed: staged({ rows: rowsOf(rightToLeft, 2) }) },
  ];
}
