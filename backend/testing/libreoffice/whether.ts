import { findLibreOffice } from '../../../scripts/libreoffice.mjs';

/** Whether workbooks are to go through LibreOffice. Where it is not installed the tests are left out, which is said; `npm test` installs it. */
export function runsLibreOffice(): boolean {
  if (findLibreOffice() !== null) return true;
  console.warn(
    'No LibreOffice runs here: install it, or set LIBREOFFICE_BIN to its program soffice. The round trip of workbooks is left out.',
  );
  return false;
}
