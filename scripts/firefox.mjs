// Finds a Firefox, and installs one where none is found. Plain JavaScript without dependencies, as `chromium.mjs`.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['firefox-esr', 'firefox', 'firefox-developer-edition'];
const places = ['/Applications/Firefox.app/Contents/MacOS/firefox', '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox'];

/** Path of a Firefox, or null. `FIREFOX_BIN` decides where it is set.
 *  @returns {string | null} */
export function findFirefox() {
  const given = process.env.FIREFOX_BIN;
  if (given) return given;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find(runs) ?? null;
}

/** Finds a Firefox or installs Debian's ESR, as root. Throws, in words, when neither works.
 *  @returns {string} */
export function ensureFirefox() {
  const found = findFirefox();
  if (found) return found;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('No Firefox found: installing Debian’s firefox-esr.');
    // Somebody else may be installing: apt waits for the lock instead of giving up.
    const patient = ['-o', 'DPkg::Lock::Timeout=120'];
    run('apt-get', [...patient, 'update', '-qq']);
    run('apt-get', [...patient, 'install', '-y', '-qq', '--no-install-recommends', 'firefox-esr']);
  }
  const installed = findFirefox();
  if (!installed) throw new Error('No Firefox could be installed. Install Firefox ESR by hand, or set FIREFOX_BIN to the path of one.');
  return installed;
}

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env });
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
