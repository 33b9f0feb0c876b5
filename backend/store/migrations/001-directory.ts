import { plannerStatistics } from './planner-statistics.ts';

/** Accounts, tokens, users, teams, members, the change log, and refused creations.
 *  Instants are ms since 1970; yes and no are 1 and 0; `…_key` and `…_folded` are what a value is found by. */
export const directoryTables = `
create table accounts (
  id text primary key,
  type text not null,
  connection text not null,
  created_at integer not null,
  seq integer not null default 0,
  last_seen_at integer,
  last_sync_at integer,
  last_sync_outcome text
) strict;

create table tokens (
  account text not null references accounts (id),
  kind text not null,
  hash text not null,
  created_at integer not null,
  primary key (account, kind)
) strict;

create table users (
  account text not null references accounts (id),
  id text not null,
  owner text not null,
  user_name text not null,
  user_name_key text not null,
  display_name text not null,
  display_name_folded text not null,
  email text,
  email_key text,
  external_id text,
  active integer not null,
  pending integer not null,
  invited_by text not null,
  role text not null,
  resource text not null,
  version integer not null,
  created_at integer not null,
  modified_at integer not null,
  synced_at integer,
  changed_at integer,
  refusal_at integer,
  refusal_reason text,
  refusal_detail text,
  primary key (account, id)
) strict;
create unique index users_of_idp_by_name on users (account, user_name_key) where owner = 'idp';
create index users_by_owner on users (account, owner, id, active);
create index users_by_name on users (account, user_name_key);
create index users_by_email on users (account, email_key) where email_key is not null;
create index users_by_external_id on users (account, external_id) where external_id is not null;
create index users_by_display_name on users (account, display_name_folded, id);

create table teams (
  account text not null references accounts (id),
  id text not null,
  owner text not null,
  name text not null,
  name_key text not null,
  name_folded text not null,
  external_id text,
  description text not null,
  all_topics integer not null,
  speks_without_topic integer not null,
  resource text not null,
  version integer not null,
  created_at integer not null,
  modified_at integer not null,
  released_at integer,
  synced_at integer,
  changed_at integer,
  refusal_at integer,
  refusal_reason text,
  refusal_detail text,
  primary key (account, id)
) strict;
create unique index teams_of_idp_by_name on teams (account, name_key) where owner = 'idp';
create index teams_by_owner on teams (account, owner, id);
create index teams_by_name on teams (account, name_folded, id);

create table members (
  account text not null,
  team_id text not null,
  user_id text not null,
  primary key (account, team_id, user_id),
  foreign key (account, team_id) references teams (account, id) on delete cascade,
  foreign key (account, user_id) references users (account, id) on delete cascade
) strict, without rowid;
create index members_by_user on members (account, user_id, team_id);

create table changes (
  account text not null references accounts (id),
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
) strict;
create index changes_refused on changes (account, at) where outcome = 'refused';

create table refused_creations (
  account text not null references accounts (id),
  kind text not null,
  name_key text not null,
  at integer not null,
  reason text not null,
  detail text not null,
  primary key (account, kind, name_key)
) strict, without rowid;
`;

/** The same in SQLite, with what its planner has to know. */
export const directory = `${directoryTables}${plannerStatistics}`;
