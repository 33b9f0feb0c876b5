/** How many users and teams an account has, kept by triggers beside the rows: a list tells its total on every page, and to count a hundred
 *  thousand takes longer than to show a hundred. `npm run backend -- check` compares them with the rows.
 *  With that, whether a user is active need not stand in the key by owner any more: to deactivate somebody is to write one row. */
export const countColumns = `
alter table accounts add column idp_users integer not null default 0;
alter table accounts add column spekit_users integer not null default 0;
alter table accounts add column inactive_users integer not null default 0;
alter table accounts add column idp_teams integer not null default 0;
alter table accounts add column spekit_teams integer not null default 0;
update accounts set
  idp_users = (select count(*) from users where account = accounts.id and owner = 'idp'),
  spekit_users = (select count(*) from users where account = accounts.id and owner = 'spekit'),
  inactive_users = (select count(*) from users where account = accounts.id and active = 0),
  idp_teams = (select count(*) from teams where account = accounts.id and owner = 'idp'),
  spekit_teams = (select count(*) from teams where account = accounts.id and owner = 'spekit');

drop index users_by_owner;
create index users_by_owner on users (account, owner, id);
`;

/** The same in SQLite, with its triggers and what its planner has to know. */
export const counts = `${countColumns}
create trigger users_counted_in after insert on users begin
  update accounts set idp_users = idp_users + (new.owner = 'idp'), spekit_users = spekit_users + (new.owner = 'spekit'),
    inactive_users = inactive_users + (new.active = 0) where id = new.account;
end;
create trigger users_counted_out after delete on users begin
  update accounts set idp_users = idp_users - (old.owner = 'idp'), spekit_users = spekit_users - (old.owner = 'spekit'),
    inactive_users = inactive_users - (old.active = 0) where id = old.account;
end;
create trigger users_counted_anew after update of owner, active on users when old.owner <> new.owner or old.active <> new.active begin
  update accounts set idp_users = idp_users + (new.owner = 'idp') - (old.owner = 'idp'),
    spekit_users = spekit_users + (new.owner = 'spekit') - (old.owner = 'spekit'),
    inactive_users = inactive_users + (new.active = 0) - (old.active = 0) where id = new.account;
end;
create trigger teams_counted_in after insert on teams begin
  update accounts set idp_teams = idp_teams + (new.owner = 'idp'), spekit_teams = spekit_teams + (new.owner = 'spekit')
    where id = new.account;
end;
create trigger teams_counted_out after delete on teams begin
  update accounts set idp_teams = idp_teams - (old.owner = 'idp'), spekit_teams = spekit_teams - (old.owner = 'spekit')
    where id = old.account;
end;
create trigger teams_counted_anew after update of owner on teams when old.owner <> new.owner begin
  update accounts set idp_teams = idp_teams + (new.owner = 'idp') - (old.owner = 'idp'),
    spekit_teams = spekit_teams + (new.owner = 'spekit') - (old.owner = 'spekit') where id = new.account;
end;

delete from sqlite_stat1 where idx = 'users_by_owner';
insert into sqlite_stat1 (tbl, idx, stat) values ('users', 'users_by_owner', '100000 100000 50000 1');
analyze sqlite_schema;
`;
