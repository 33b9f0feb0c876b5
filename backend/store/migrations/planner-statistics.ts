/** How selective each column of each key is, told to SQLite's planner once instead of measured (https://sqlite.org/lang_analyze.html,
 *  "fixed results of ANALYZE"). Left to itself the planner takes the account, which every key begins with, for a selective column,
 *  and walks through all users of the account to save the sorting of one row. A figure: rows in all, then for each column of the key
 *  how many rows share the values up to it. They are of a large account; a small one is quick either way. */
const statistics: readonly [table: string, index: string, figures: string][] = [
  ['users', 'sqlite_autoindex_users_1', '100000 100000 1'],
  ['users', 'users_of_idp_by_name', '100000 100000 1'],
  ['users', 'users_by_owner', '100000 100000 50000 1 1'],
  ['users', 'users_by_name', '100000 100000 2'],
  ['users', 'users_by_email', '100000 100000 2'],
  ['users', 'users_by_external_id', '100000 100000 1'],
  ['users', 'users_by_display_name', '100000 100000 2 1'],
  ['teams', 'sqlite_autoindex_teams_1', '2000 2000 1'],
  ['teams', 'teams_of_idp_by_name', '2000 2000 1'],
  ['teams', 'teams_by_owner', '2000 2000 1000 1'],
  ['teams', 'teams_by_name', '2000 2000 2 1'],
  ['members', 'members', '200000 200000 100 1'],
  ['members', 'members_by_user', '200000 200000 4 1'],
  ['changes', 'sqlite_autoindex_changes_1', '1000000 1000000 1'],
  ['changes', 'changes_refused', '10000 10000 1'],
];

const rows = statistics.map((row) => `(${row.map((text) => `'${text}'`).join(', ')})`);

export const plannerStatistics = `
analyze;
delete from sqlite_stat1;
insert into sqlite_stat1 (tbl, idx, stat) values ${rows.join(', ')};
analyze sqlite_schema;
`;
