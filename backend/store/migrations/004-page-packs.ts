/** The page pack of an account: newer declarations of pages, which its extensions ask for. The same for both databases. */
export const pagePacks = `
create table page_packs (
  account text primary key references accounts (id),
  pack text not null,
  set_at integer not null
) strict;
`;
