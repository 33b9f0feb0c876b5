// Finds a Chromium, and installs one where none is found. Plain JavaScript without dependencies: it also runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'chrome', 'google-chrome-for-testing'];
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

/** Path of a Chromium that can load an unpacked extension, or null. `CHROME_BIN` decides where it is set.
 *  Branded Google Chrome is not looked for: it no longer loads extensions from the command line.
 *  @returns {string | null} */
export function findChromium() {
  const given = process.env.CHROME_BIN;
  if (given) return given;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places, ...downloaded()].find(runs) ?? null;
}

/** Finds a Chromium or installs one: Debian's package as root, else Playwright's own download. Throws, in words, when neither works.
 *  @returns {string} */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('No Chromium found: installing Debian’s package.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], env);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], env);
  }
  if (!findChromium()) {
    console.log('No Chromium found: asking Playwright to download one.');
    run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], process.env);
  }
  const installed = findChromium();
  if (!installed)
    throw new Error('No Chromium could be installed. Install Chromium by hand, or set CHROME_BIN to the path of one, then try again.');
  return installed;
}

function run(command, args, env) {
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env });
}

/** Playwright's browsers of any version, newest first. */
function downloaded() {
  const roots = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    join(homedir(), 'AppData/Local/ms-playwright'),
  ];
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ];
  return roots.flatMap((root) => {
    if (!root || !existsSync(root)) return [];
    const versions = readdirSync(root)
      .filter((name) => name.startsWith('chromium-'))
      .sort()
      .reverse();
    return versions.flatMap((version) => inside.map((path) => join(root, version, path)));
  });
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
