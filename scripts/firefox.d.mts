/** Path of a Firefox, or null. `FIREFOX_BIN` decides where it is set. */
export function findFirefox(): string | null;

/** Finds a Firefox or installs Debian's ESR. Throws, in words, when neither works. */
export function ensureFirefox(): string;
