// Installs the packages of the lock file where they are missing or others, and goes on under the pinned Node.
// Plain JavaScript without dependencies: it runs on whatever Node is on the PATH, before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));
const windows = process.platform === 'win32';

/** Runs `npm ci` where it is needed. Throws, in words, when that fails. */
export function install() {
  const why = whyInstall();
  if (why === null) return;
  console.log(`Installing packages (${why}).`);
  const args = ['ci', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  const done = npm?.endsWith('js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: windows });
  const left = done.status === 0 ? whyInstall() : `npm ci ended with ${done.status ?? done.signal ?? done.error?.message}`;
  if (left !== null) throw new Error(`The packages could not be installed: ${left}. Run \`npm ci\` by hand to see why, then try again.`);
}

/** Runs a script under the pinned Node with the installed programs first on the PATH, and ends as it ends.
 *  Signals reach it once more from here, for those that are sent to this process alone. */
export function runPinned(script, args) {
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? process.env.Path ?? ''}`;
  const env = { ...process.env, PATH: path, Path: path };
  if (!windows) delete env.Path;
  const child = spawn(pinnedNode(), [join(root, script), ...args], { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`The pinned Node could not be started: ${error.message}. Remove node_modules and try again.`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

function pinnedNode() {
  return join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
}

/** Null where node_modules holds what the lock file names. npm writes `node_modules/.package-lock.json` last, after all install scripts. */
function whyInstall() {
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) return 'none are there';
  if (!existsSync(pinnedNode())) return 'the pinned Node is missing';
  const wanted = packagesOf('package-lock.json');
  const there = packagesOf(join('node_modules', '.package-lock.json'));
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/') || entry.link) continue;
    const found = there[path];
    // Packages for other machines are in the lock file and not on the disk.
    if (found === undefined && (entry.optional || entry.devOptional || entry.peer)) continue;
    if (found?.version !== entry.version)
      return `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)} is not as the lock file says`;
  }
  return null;
}

function packagesOf(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
}
