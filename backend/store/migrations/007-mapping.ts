/** What the mapping keeps: facts of imports beside the users and teams that they made, rules and decisions of admins, and of each mapping
 *  that was completed the state before, out of which it can be undone. The same for both databases.
 *
 *  `mappings.version` grows with rules, decisions and imports, of which the log tells nothing.
 *  A row of `mapping_members` is a membership that was there before, and the one that it has become; `added`: that one is new. */
export const mappingTables = `
create table mappings (
  account text primary key references accounts (id),
  version integer not null,
  rules text not null
) strict;

create table imported_users (
  account text not null,
  id text not null,
  salesforce_id text,
  federation_id text,
  version integer not null,
  primary key (account, id)
) strict;

create table imported_teams (
  account text not null,
  id text not null,
  version integer not null,
  primary key (account, id)
) strict;

create table mapping_decisions (
  account text not null,
  kind text not null,
  id text not null,
  decision text not null,
  okta_id text,
  at integer not null,
  actor text not null,
  primary key (account, kind, id)
) strict;

create table mapping_runs (
  account text not null references accounts (id),
  run integer not null,
  at integer not null,
  actor text not null,
  connection_before text not null,
  users integer not null,
  teams integer not null,
  digest text,
  undone_at integer,
  primary key (account, run)
) strict;

create table merged_users (
  account text not null,
  run integer not null,
  okta_id text not null,
  okta_role text not null,
  okta_pending integer not null,
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
  primary key (account, run, id)
) strict;
create index merged_users_into on merged_users (account, run, okta_id);

create table merged_teams (
  account text not null,
  run integer not null,
  nth integer not null,
  okta_id text not null,
  okta_description text not null,
  okta_all_topics integer not null,
  okta_speks_without_topic integer not null,
  stays integer not null,
  id text not null,
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
  primary key (account, run, id)
) strict;

create table mapping_members (
  account text not null,
  run integer not null,
  kind text not null,
  team_id text not null,
  user_id text not null,
  to_team text not null,
  to_user text not null,
  added integer not null,
  primary key (account, run, kind, team_id, user_id)
) strict;
create index mapping_members_to on mapping_members (account, run, kind, to_team, to_user);
`;
