// Finds LibreOffice, and installs it where there is none and it can be had. Plain JavaScript without dependencies, as its sister for Chromium.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const aptGet = '/usr/bin/apt-get';
const places = ['/usr/lib/libreoffice/program/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'];

/** Path of LibreOffice's program, or null. `LIBREOFFICE_BIN` decides where it is set.
 *  @returns {string | null} */
export function findLibreOffice() {
  const given = process.env.LIBREOFFICE_BIN;
  if (given) return given;
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'soffice'));
  return [...onPath, ...places].find(runs) ?? null;
}

/** Finds LibreOffice, or installs Debian's package as root: 96 MB, some 12 seconds. Null, which is said, where neither works: the tests
 *  that need it are left out then.
 *  @returns {string | null} */
export function ensureLibreOffice() {
  const found = findLibreOffice();
  if (found) return found;
  if (existsSync(aptGet) && process.getuid?.() === 0) {
    console.log('No LibreOffice found: installing Debian’s package.');
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 180_000,
    };
    spawnSync(aptGet, ['update', '-qq'], options);
    spawnSync(aptGet, ['install', '-y', '-qq', '--no-install-recommends', 'libreoffice-calc'], options);
  }
  return findLibreOffice();
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
