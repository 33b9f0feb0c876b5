import type { Limits } from '../limits.ts';
import { FileRefused } from '../refused.ts';
import { openPackage, type Package } from './package.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type DateStyles, readStyles } from './styles.ts';
import { readWholeXml } from './xml.ts';

/** A sheet, in the order of the tabs. */
export interface SheetInfo {
  name: string;
  /** Not on a tab, and so not seen by who looked at the workbook. */
  hidden: boolean;
  /** Path of its part. */
  part: string;
}

/** A workbook that is about to be read: all but its rows. */
export interface Book {
  package: Package;
  sheets: readonly SheetInfo[];
  strings: readonly string[];
  dates: DateStyles;
  /** UTF-16 units of the cells that were read so far, of all sheets. */
  given: { characters: number };
}

/** Reads what all sheets of a workbook need. Throws FileRefused. */
export async function openBook(bytes: Uint8Array, limits: Limits): Promise<Book> {
  const opened = await openPackage(bytes, limits);
  const main = (await opened.relationships('')).find(({ type }) => type === 'officeDocument');
  if (main === undefined) throw new FileRefused('not-a-workbook', {});
  const relationships = await opened.relationships(main.target);
  const { named, epoch1904 } = await readWorkbook(opened, main.target);
  const byId = new Map(relationships.map((one) => [one.id, one]));
  const sheets = named.flatMap(({ id, ...sheet }) => {
    const found = byId.get(id);
    // A chart may have a tab of its own; it has no rows.
    return found?.type === 'worksheet' ? [{ ...sheet, part: found.target }] : [];
  });
  // One part under two names would be read twice, or ten thousand times.
  const keys = new Set(sheets.flatMap(({ name, part }) => [`name ${name.toLowerCase()}`, `part ${part.toLowerCase()}`]));
  if (keys.size < sheets.length * 2) throw new FileRefused('broken-part', { part: main.target });
  if (sheets.length === 0) throw new FileRefused('no-sheet');
  const partOf = (wanted: string) => relationships.find(({ type }) => type === wanted)?.target;
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  return {
    package: opened,
    given: { characters: 0 },
    sheets,
    strings: strings === undefined ? [] : await readSharedStrings(strings, opened.read(strings), limits),
    dates: styles === undefined ? { epoch1904, isDate: () => false } : await readStyles(styles, opened.read(styles), epoch1904),
  };
}

interface Named {
  name: string;
  hidden: boolean;
  id: string;
}

async function readWorkbook({ read }: Package, part: string): Promise<{ named: Named[]; epoch1904: boolean }> {
  const named: Named[] = [];
  let epoch1904 = false;
  await readWholeXml(part, read(part), {
    open(name, attributes) {
      if (name === 'workbookPr') epoch1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      named.push({ name: (attributes['name'] ?? '').slice(0, 255), hidden: /hidden$/i.test(attributes['state'] ?? ''), id });
    },
  });
  return { named, epoch1904 };
}
