import { say } from '../../locales/companion.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Said } from './mapping.ts';
import { contentOf, problemLine, refuseTaken, writeWhole } from './mapping-files.ts';

/** What `mapping sheet check FILE [ORIGINAL]` or `mapping sheet fill FILE [TO]` does with the sheet that Spekit gave; null for other words. */
export function sheetCommand([command, file, other, ...more]: readonly string[]): ((mapping: Mapping) => Promise<Said>) | null {
  if (file === undefined || more.length > 0) return null;
  if (command === 'check') return (mapping) => check(mapping, file, other);
  if (command === 'fill') return (mapping) => fill(mapping, file, other ?? file.replace(/(\.xlsx)?$/i, '-filled.xlsx'));
  return null;
}

async function check(mapping: Mapping, file: string, original: string | undefined): Promise<Said> {
  const sent = { sheet: contentOf(file), original: original === undefined ? null : contentOf(original) };
  const { people, filled, emptyCount, fillable, problems, problemCount } = await mapping.checkedSheet(sent);
  const counted = say('mapping-command.sheet', { people, filled, empty: emptyCount, fillable });
  if (problemCount === 0) return { lines: [counted, say('mapping-command.sheet-sound')], code: 0 };
  return { lines: [...problems.map(problemLine), counted, say('mapping-command.sheet-unsound', { count: problemCount })], code: 1 };
}

/** The sheet stays as it is: what is filled is another file. */
async function fill(mapping: Mapping, file: string, to: string): Promise<Said> {
  const sheet = contentOf(file);
  refuseTaken(to);
  const { filled, left, kept, content } = await mapping.filledSheet(sheet);
  await writeWhole(to, content);
  return {
    lines: [say('mapping-command.sheet-filled', { file: to, filled: filled.length, kept: kept.length, left: left.length })],
    code: 0,
  };
}
