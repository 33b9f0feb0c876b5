import { say } from '../../../locales/companion.ts';
import { caseKey } from '../../scim/case-key.ts';
import { type Reads, StoreRefused } from '../access.ts';
import { directoryTables } from '../migrations/001-directory.ts';
import { countColumns } from '../migrations/002-counts.ts';
import { fewerUserKeys } from '../migrations/003-fewer-keys.ts';
import { pagePacks } from '../migrations/004-page-packs.ts';
import { attentionKeys } from '../migrations/005-attention.ts';
import { exchanges } from '../migrations/006-exchanges.ts';
import { mappingTables } from '../migrations/007-mapping.ts';
import { relayedColumn } from '../migrations/008-relayed.ts';
import { sql } from '../sql.ts';
import { countTriggers } from './count-triggers.ts';
import { caseKeyFunction, functions, tablesFor } from './dialect.ts';
import type { Pools } from './pools.ts';
import { oneAccount } from './statistics.ts';
import { lock } from './writer.ts';

/** The steps of `migrations/`, in order, each once; the version of a database is how many it has had. */
const migrations: readonly ((reads: Reads) => Promise<string>)[] = [
  async (reads) => tablesFor(directoryTables) + oneAccount + functions + caseKeyFunction(await lettersUnknownTo(reads)),
  async () => tablesFor(countColumns) + countTriggers,
  async () => fewerUserKeys,
  async () => tablesFor(pagePacks),
  async () => attentionKeys,
  async () => tablesFor(exchanges),
  async () => tablesFor(mappingTables),
  async () => tablesFor(relayedColumn),
];

/** The first with `normalize`. Older ones are not maintained either. */
const oldest = 130_000;

/** Brings the database to the newest version, in one transaction; companions that start at once do it one after the other.
 *  Throws StoreRefused for a server that will not do, another program's database, or that of a newer companion; it is not touched. */
export async function migrate(pools: Pools): Promise<void> {
  const connection = await pools.toWrite();
  try {
    await connection.exec(`begin; ${lock}`);
    await refuseServer(connection);
    const version = await versionOf(connection);
    if (version === null) await connection.exec('create table sourcemark_version (version integer not null)');
    for (const step of migrations.slice(version ?? 0)) await connection.exec(await step(connection));
    if (version !== migrations.length) {
      await connection.exec(`delete from sourcemark_version; insert into sourcemark_version values (${migrations.length})`);
    }
    await connection.exec('commit');
    connection.release();
  } catch (error) {
    // Ended, and by that undone.
    connection.release(true);
    throw error;
  }
}

/** Throws StoreRefused where there is nothing yet, or what is there is not of this companion's version. */
export async function refuseOther(pools: Pools): Promise<void> {
  const connection = await pools.toRead();
  try {
    const version = await versionOf(connection);
    if (version === null) throw new StoreRefused(say('maintenance.no-tables'));
    if (version < migrations.length) throw new StoreRefused(say('maintenance.older', { found: version, known: migrations.length }));
  } finally {
    connection.release();
  }
}

async function refuseServer(reads: Reads): Promise<void> {
  const server = await reads.get<{ version: number; name: string; encoding: string; icu: number }>(sql`
    select current_setting('server_version_num')::integer as version, current_setting('server_version') as name,
      current_setting('server_encoding') as encoding, (select count(*) from pg_collation where collname = 'und-x-icu') as icu`);
  if (server === undefined || server.version < oldest) throw new StoreRefused(say('start.postgres-old', { version: server?.name ?? '' }));
  if (server.encoding !== 'UTF8') throw new StoreRefused(say('start.postgres-encoding', { encoding: server.encoding }));
  if (server.icu === 0) throw new StoreRefused(say('start.postgres-icu'));
}

/** Null where there is nothing yet. What extensions have brought does not count. */
async function versionOf(reads: Reads): Promise<number | null> {
  const tables = await reads.all<{ name: string }>(sql`
    select c.relname as name from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`);
  if (tables.length === 0) return null;
  if (!tables.some(({ name }) => name === 'sourcemark_version')) throw new StoreRefused(say('start.database-foreign'));
  const found = (await reads.get<{ version: number }>(sql`select version from sourcemark_version`))?.version ?? 0;
  if (found > migrations.length) throw new StoreRefused(say('start.database-newer', { found, known: migrations.length }));
  return found;
}

/** Letters whose lower case this Node knows and the server's ICU does not, with it. */
async function lettersUnknownTo(reads: Reads): Promise<Map<string, string>> {
  const letters: string[] = [];
  const keys: string[] = [];
  for (let point = 0x80; point <= 0x10ffff; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const letter = String.fromCodePoint(point);
    const key = caseKey(letter);
    if (key === letter || [...key].length > 1) continue;
    letters.push(letter);
    keys.push(key);
  }
  const unknown = await reads.all<{ letter: string; key: string }>(sql`
    select letter, key from rows from (regexp_split_to_table(${letters.join(' ')}, ' '), regexp_split_to_table(${keys.join(' ')}, ' ')) as pairs (letter, key)
    where lower(normalize(letter, nfc) collate "und-x-icu") collate "C" <> key`);
  return new Map(unknown.map(({ letter, key }) => [letter, key]));
}
