// peers/ holds other SCIM servers, each a program of its own, to measure beside the companion on the same machine in the same minutes.
// What may enter: a server that its makers publish, wired as they say and tuned as far as its interface allows. Their packages are in this
// folder's own package.json: they are no dependencies of Sourcemark, and are installed when they are first measured.
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./', import.meta.url));
const wanted = `${folder}package-lock.json`;
/** The lock file that was installed, put there when all of it was. */
const installed = `${folder}node_modules/.installed-lock.json`;

/** Installs the packages of this folder's lock file, where they are not there. Install scripts do not run. Throws when it fails. */
export function installPeers(): void {
  if (isInstalled()) return;
  console.log('Installing the peers (some 250 MB, in test/bench/peers/node_modules).');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const npm = process.env['npm_execpath'];
  const options = { cwd: folder, stdio: 'inherit' } as const;
  const done = npm?.endsWith('js') ? spawnSync(process.execPath, [npm, ...args], options) : spawnSync('npm', args, options);
  if (done.status !== 0) throw new Error('The peers could not be installed. `--peers none` measures without them.');
  copyFileSync(wanted, installed);
}

function isInstalled(): boolean {
  try {
    return readFileSync(installed, 'utf8') === readFileSync(wanted, 'utf8');
  } catch {
    return false;
  }
}
