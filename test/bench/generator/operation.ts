import type { Connection } from './connection.ts';
import type { Directory } from './directory.ts';

/** What is wrong with an answer, in a few words. `useless`: it is not what was asked for, so that its speed says nothing. */
export interface Finding {
  words: string;
  useless: boolean;
}

export const useless = (words: string): Finding => ({ words, useless: true });
export const odd = (words: string): Finding => ({ words, useless: false });

/** Something that Okta does, as one piece of work. */
export interface Operation {
  /** Does it once; the next call does it to somebody else. */
  once(directory: Directory, connection: Connection): Promise<void>;
  /** Puts right, at the end of a run, what a connection left half done. */
  leave?(directory: Directory, connection: Connection): Promise<void>;
  /** Does it once and looks closely at what came of it; null when all is well. A status alone would be taken from a service that ignores
   *  what it was asked. */
  probe(directory: Directory, connection: Connection): Promise<Finding | null>;
}

/** The resources of a list answer. */
export function resourcesOf(list: Record<string, unknown>): Record<string, unknown>[] {
  return Array.isArray(list['Resources']) ? list['Resources'] : [];
}

/** The id that an answer gives. Throws where there is none. */
export function idOf(resource: Record<string, unknown>): string {
  const { id } = resource;
  if (typeof id !== 'string') throw new Error(`An answer has no id: ${JSON.stringify(resource).slice(0, 300)}`);
  return id;
}
