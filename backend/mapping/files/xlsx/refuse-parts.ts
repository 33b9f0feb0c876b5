import { type FileCode, FileRefused } from '../refused.ts';
import type { Package } from './package.ts';
import { readWholeXml } from './xml.ts';

/** What a part is, by where Office puts it, and why a workbook that has one is not taken. */
const unwanted: readonly (readonly [name: RegExp, code: FileCode])[] = [
  [/vbaproject|vbadata|(?:^|\/)(?:macrosheets|dialogsheets|activex|ctrlprops)\//i, 'macros'],
  [/(?:^|\/)(?:externallinks|querytables|webextensions|model)\/|(?:^|\/)connections\.xml$/i, 'external-links'],
  [/(?:^|\/)embeddings\/|oleobject|\.(?:zip|jar|7z|rar|gz|exe|dll|js|vbs|xls[xmb]?|doc[xm]?|ppt[xm]?)$/i, 'embedded'],
];

/** Throws FileRefused for a workbook with macros, links to other files, or files within it, by the names of its parts. */
export function refuseByNames(names: readonly string[]): void {
  if (names.includes('mimetype') || names.includes('META-INF/manifest.xml')) throw new FileRefused('ods');
  for (const [pattern, code] of unwanted) {
    const part = names.find((name) => pattern.test(name));
    if (part !== undefined) throw new FileRefused(code, { part });
  }
}

/** The same by what it says of itself: a part may have any name. What it says of endings that no part has is of no part of it: a common
 *  library names the type of binary workbooks in each that it writes. Throws FileRefused for what is no workbook, too. */
export async function refuseByContentTypes({ entries, find, read }: Package): Promise<void> {
  const part = '[Content_Types].xml';
  if (find(part) === undefined) throw new FileRefused('not-a-workbook', {});
  const endings = new Set(entries.map(({ name }) => name.slice(name.lastIndexOf('.') + 1).toLowerCase()));
  const types: string[] = [];
  await readWholeXml(part, read(part), {
    open(name, attributes) {
      if (name === 'Default' && !endings.has((attributes['Extension'] ?? '').toLowerCase())) return;
      types.push((attributes['ContentType'] ?? '').toLowerCase());
    },
  });
  const has = (pattern: RegExp) => types.some((type) => pattern.test(type));
  if (has(/sheet\.binary/)) throw new FileRefused('xlsb');
  if (has(/macroenabled|vbaproject|macrosheet|activex/)) throw new FileRefused('macros', { part });
  if (has(/externallink|connections|querytable/)) throw new FileRefused('external-links', { part });
  if (has(/oleobject/)) throw new FileRefused('embedded', { part });
  if (!has(/spreadsheetml\.(?:sheet|template)\.main\+xml$/)) throw new FileRefused('not-a-workbook', {});
}
