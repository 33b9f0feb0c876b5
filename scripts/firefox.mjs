// Finds a Firefox, and installs one where none is found. Plain JavaScript, as `chromium.mjs`.
import { findProgram, installFromDebian } from './programs.mjs';

const names = ['firefox-esr', 'firefox', 'firefox-developer-edition'];
const places = ['/Applications/Firefox.app/Contents/MacOS/firefox', '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox'];

/** Path of a Firefox, or null. `FIREFOX_BIN` decides where it is set.
 *  @returns {string | null} */
export function findFirefox() {
  return process.env.FIREFOX_BIN || findProgram(names, places);
}

/** Finds a Firefox or installs Debian's ESR, as root. Throws, in words, when neither works.
 *  @returns {string} */
export function ensureFirefox() {
  if (findFirefox() === null) installFromDebian('Firefox', 'firefox-esr');
  const installed = findFirefox();
  if (!installed) throw new Error('No Firefox could be installed. Install Firefox ESR by hand, or set FIREFOX_BIN to the path of one.');
  return installed;
}
