/** Path of LibreOffice's program, or null. */
export function findLibreOffice(): string | null;
/** The same, and Debian's package is installed first where that is the only way. */
export function ensureLibreOffice(): string | null;
