// Finds a Chromium, and installs one where none is found. Plain JavaScript without dependencies: it also runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findProgram, installFromDebian } from './programs.mjs';

const names = ['chromium', 'chromium-browser', 'chrome', 'google-chrome-for-testing'];
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

/** Path of a Chromium that can load an unpacked extension, or null. `CHROME_BIN` decides where it is set.
 *  Branded Google Chrome is not looked for: it no longer loads extensions from the command line.
 *  @returns {string | null} */
export function findChromium() {
  return process.env.CHROME_BIN || findProgram(names, [...places, ...downloaded()]);
}

/** Finds a Chromium or installs one: Debian's package as root, else Playwright's own download. Throws, in words, when neither works.
 *  @returns {string} */
export function ensureChromium() {
  if (findChromium() === null) installFromDebian('Chromium', 'chromium', 'fonts-liberation');
  if (findChromium() === null) {
    console.log('No Chromium found: asking Playwright to download one.');
    const program = ['node_modules/@playwright/test/cli.js', 'install', 'chromium'];
    spawnSync(process.execPath, program, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const installed = findChromium();
  if (!installed)
    throw new Error('No Chromium could be installed. Install Chromium by hand, or set CHROME_BIN to the path of one, then try again.');
  return installed;
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
