import type { WriteOptions, WriteSheet } from 'hucre/xlsx';

const filtered = '_xlnm._FilterDatabase';

/** The names that Excel itself gives to what the sheets' filters are of. Nobody asks for them, and without them some versions of Excel end as
 *  soon as somebody sorts by a filter's arrow, and LibreOffice shows no filter at all. */
export function filterNames(sheets: readonly WriteSheet[]): NonNullable<WriteOptions['namedRanges']> {
  return sheets.flatMap(({ name, autoFilter }) => {
    if (autoFilter === undefined) return [];
    const range = autoFilter.range.replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
    return [{ name: filtered, scope: name, range: `'${name.replaceAll("'", "''")}'!${range}` }];
  });
}

/** Parts of a workbook, with what the library writes otherwise than Excel does. */
export function asExcel(parts: ReadonlyMap<string, string>): Map<string, string> {
  const corrected = new Map(parts);
  const correct = (path: string, from: RegExp, to: string) => corrected.set(path, (parts.get(path) ?? '').replace(from, to));
  // Shown, they would stand in the list of names, and of places to go to.
  correct('xl/workbook.xml', new RegExp(`(?<=<definedName name="${filtered}")`, 'g'), ' hidden="1"');
  // It counts a text once that stands in ten cells. The number may be left out (ECMA-376-1 §18.4.9), but not be wrong.
  correct('xl/sharedStrings.xml', /(?<=<sst [^>]*) count="\d+"/, '');
  return corrected;
}
