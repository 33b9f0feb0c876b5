/** What Okta sent and what it was answered, by the rows of the log that came of it. The texts are larger than all the rest of a row, so
 *  they do not stand in the key. No reference to the log: what is kept for a while must not keep anything else. */
export const exchanges = `
create table exchanges (
  account text not null references accounts (id),
  first_seq integer not null,
  last_seq integer not null,
  at integer not null,
  bulk integer not null,
  method text not null,
  address text not null,
  request text,
  request_remark text,
  status integer not null,
  answer text,
  answer_remark text,
  primary key (account, first_seq)
) strict;
`;

/** The same in SQLite, with what its planner has to know. */
export const exchangesKnown = `${exchanges}
insert into sqlite_stat1 (tbl, idx, stat) values ('exchanges', 'sqlite_autoindex_exchanges_1', '10000 10000 1');
analyze sqlite_schema;
`;
