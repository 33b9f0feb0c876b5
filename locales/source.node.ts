import { english } from './english.ts';

/** The words of a key where there is no browser to ask: English, in the companion, the scripts and the unit tests. */
export const read = english;
