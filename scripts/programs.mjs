// Finds programs of other makers, and installs Debian's packages of them. Plain JavaScript without dependencies: it also runs before anything
// is installed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const aptGet = '/usr/bin/apt-get';
/** Somebody else may be installing: apt waits for the lock instead of giving up. In s. */
const patience = ['-o', 'DPkg::Lock::Timeout=120'];
/** A mirror that has stopped answering ends no later, in ms. */
const timeout = 300_000;
let updated = false;

/** The first that can be run: by its name on the PATH, else of these places. Null where there is none.
 *  @param {string[]} names
 *  @param {string[]} places
 *  @returns {string | null} */
export function findProgram(names, places) {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find(runs) ?? null;
}

/** Installs packages on a Debian as root; elsewhere it does nothing. Whoever asked looks again.
 *  @param {string} what What is missing, for a person.
 *  @param {string[]} packages */
export function installFromDebian(what, ...packages) {
  if (!existsSync(aptGet) || process.getuid?.() !== 0) return;
  console.log(`No ${what} found: installing Debian’s ${packages[0]}.`);
  if (!updated) apt('update');
  updated = true;
  apt('install', '-y', '--no-install-recommends', ...packages);
}

function apt(command, ...rest) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(aptGet, [...patience, command, '-qq', ...rest], { stdio: ['ignore', 'ignore', 'inherit'], env, timeout });
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
