/** What Okta writes stands in fewer keys. Of a user of Okta's the key by name alone repeated the unique one; and the rows of the change log
 *  were found by a key beside them, where they can stand in it. To create somebody is to write two pages less. */
export const fewerUserKeys = `
drop index users_by_name;
create index users_of_spekit_by_name on users (account, user_name_key) where owner = 'spekit';
`;

/** The same in SQLite, where tables are in the order in which rows came unless told otherwise, and where its planner is to know of it. */
export const fewerKeys = `${fewerUserKeys}
create table changes_in_order (
  account text not null,
  seq integer not null,
  at integer not null,
  source text not null,
  event text not null,
  outcome text not null,
  subject_kind text not null,
  subject_id text,
  subject_name text not null,
  reason text,
  detail text,
  facts text not null,
  primary key (account, seq)
) strict, without rowid;
insert into changes_in_order select account, seq, at, source, event, outcome, subject_kind, subject_id, subject_name, reason, detail, facts
  from changes order by account, seq;
drop table changes;
alter table changes_in_order rename to changes;
create index changes_refused on changes (account, at) where outcome = 'refused';

delete from sqlite_stat1 where tbl = 'changes' or idx = 'users_by_name';
insert into sqlite_stat1 (tbl, idx, stat) values
  ('users', 'users_of_spekit_by_name', '10000 10000 1'),
  ('changes', 'changes', '1000000 1000000 1'),
  ('changes', 'changes_refused', '10000 10000 1');
analyze sqlite_schema;
`;
