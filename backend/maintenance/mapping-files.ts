import { createWriteStream, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MappingProblem } from '../../contract/mapping.ts';
import type { AnsweredFile } from '../../contract/operations.ts';
import { say } from '../../locales/companion.ts';
import { StartRefused } from '../start-refused.ts';

/** The bytes of a file that a command names. Throws StartRefused where it cannot be read. */
export function contentOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new StartRefused(say('mapping-command.unreadable', { file, reason: error instanceof Error ? error.message : String(error) }));
  }
}

/** Throws StartRefused where nothing can be written under that name, or something stands there. */
export function refuseTaken(file: string): void {
  if (existsSync(file)) throw new StartRefused(say('maintenance.file-exists', { file }));
  if (!existsSync(dirname(file))) throw new StartRefused(say('maintenance.no-folder', { folder: dirname(file) }));
}

/** A file is whole before it has its name. */
export async function writeWhole(file: string, content: AnsweredFile['content']): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(content, createWriteStream(unfinished));
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Where it is, and what is wrong. */
export function problemLine({ sheet, row, column, detail }: MappingProblem): string {
  const place = [sheet, `${column ?? ''}${row ?? ''}`].filter((part) => part !== null && part !== '').join(' ');
  return place === '' ? detail : `${place}: ${detail}`;
}
