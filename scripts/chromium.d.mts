/** Path of a Chromium that can load an unpacked extension, or null. `CHROME_BIN` decides where it is set. */
export function findChromium(): string | null;

/** Finds a Chromium or installs one. Throws, in words, when neither works. */
export function ensureChromium(): string;
