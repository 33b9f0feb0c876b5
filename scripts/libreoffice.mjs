// Finds LibreOffice, and installs it where there is none and it can be had. Plain JavaScript, as its sister for Chromium.
import { findProgram, installFromDebian } from './programs.mjs';

const places = ['/usr/lib/libreoffice/program/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'];

/** Path of LibreOffice's program, or null. `LIBREOFFICE_BIN` decides where it is set.
 *  @returns {string | null} */
export function findLibreOffice() {
  return process.env.LIBREOFFICE_BIN || findProgram(['soffice'], places);
}

/** Finds LibreOffice, or installs Debian's package as root: 96 MB, some 12 seconds. Null, which is said, where neither works: the tests
 *  that need it are left out then.
 *  @returns {string | null} */
export function ensureLibreOffice() {
  if (findLibreOffice() === null) installFromDebian('LibreOffice', 'libreoffice-calc');
  return findLibreOffice();
}
