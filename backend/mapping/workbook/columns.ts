import { say } from '../../../locales/companion.ts';

/** The columns of a sheet of decisions, from the left. The first two tell rows apart and whether they have changed; an admin fills in
 *  `decision` and `with`. */
export const decisionColumns = [
  'key',
  'state',
  'name',
  'userName',
  'email',
  'source',
  'role',
  'active',
  'members',
  'found',
  'confidence',
  'okta',
  'conflict',
  'decision',
  'with',
  'problem',
] as const;
export type DecisionColumn = (typeof decisionColumns)[number];

/** Each sheet leaves out what its subjects have not. */
export const columnsOf = {
  user: decisionColumns.filter((column) => column !== 'members'),
  team: decisionColumns.filter((column) => !['userName', 'email', 'source', 'role', 'active'].includes(column)),
} as const satisfies Record<'user' | 'team', readonly DecisionColumn[]>;

export const conflictColumns = ['sheet', 'name', 'detail'] as const;

/** What an admin may change. */
export const openColumns: ReadonlySet<string> = new Set<DecisionColumn>(['decision', 'with']);
/** What is for the companion alone. */
export const hiddenColumns: ReadonlySet<string> = new Set<DecisionColumn>(['key', 'state']);

export function headerOf(column: DecisionColumn | (typeof conflictColumns)[number]): string {
  return say(`columns.${column}`);
}

/** The letter of a column, from 0. */
export function letter(index: number): string {
  return String.fromCharCode(65 + index);
}
