/** What is counted, and of which rows. */
const counted: Readonly<Record<'users' | 'teams', Readonly<Record<string, string>>>> = {
  users: { idp_users: "owner = 'idp'", spekit_users: "owner = 'spekit'", inactive_users: 'active = 0' },
  teams: { idp_teams: "owner = 'idp'", spekit_teams: "owner = 'spekit'" },
};

/** The counts of an account follow its rows, as `migrations/002-counts.ts` has SQLite do; but once a statement and not once a row: each
 *  change of a row of PostgreSQL leaves the old one behind until the end, and all users may be given to Spekit at once. */
export const countTriggers = (['users', 'teams'] as const)
  .flatMap((table) => (['insert', 'update', 'delete'] as const).map((event) => trigger(table, event)))
  .join('');

function trigger(table: 'users' | 'teams', event: 'insert' | 'update' | 'delete'): string {
  const columns = Object.keys(counted[table]);
  const rows = (from: string, sign: string): string =>
    `select account, ${Object.entries(counted[table]).map(([column, condition]) => `${sign}((${condition})::integer) as ${column}`)} from ${from}`;
  const added = event === 'delete' ? [] : [rows('added', '')];
  const removed = event === 'insert' ? [] : [rows('removed', '-')];
  const named = [...(added.length > 0 ? ['new table as added'] : []), ...(removed.length > 0 ? ['old table as removed'] : [])];
  return `
create function count_${table}_at_${event}() returns trigger language plpgsql as $$
begin
  update accounts set ${columns.map((column) => `${column} = accounts.${column} + difference.${column}`).join(', ')}
  from (select account, ${columns.map((column) => `sum(${column}) as ${column}`).join(', ')}
    from (${[...added, ...removed].join(' union all ')}) as one group by account) as difference
  where accounts.id = difference.account and (${columns.map((column) => `difference.${column} <> 0`).join(' or ')});
  return null;
end $$;
create trigger ${table}_counted_at_${event} after ${event} on ${table} referencing ${named.join(' ')}
  for each statement execute function count_${table}_at_${event}();
`;
}
