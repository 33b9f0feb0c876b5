import { isDateFormat } from 'hucre';
import { readWholeXml } from './xml.ts';

/** Which numbers of a workbook are days and times. */
export interface DateStyles {
  /** Days are counted from 1904: workbooks that began on old Macs. */
  epoch1904: boolean;
  /** By the number of a cell's style. */
  isDate(style: string): boolean;
}

/** Formats of dates and times that need not be written into the workbook (ECMA-376-1 §18.8.30). */
const builtIn = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Reads which styles of cells show a date. Throws FileRefused. */
export async function readStyles(part: string, pieces: AsyncIterable<Uint8Array>, epoch1904: boolean): Promise<DateStyles> {
  const custom = new Map<number, boolean>();
  const formats: number[] = [];
  let inCells = false;
  await readWholeXml(part, pieces, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(Number(attributes['numFmtId'] ?? 0));
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), isDateFormat((attributes['formatCode'] ?? '').slice(0, 255)));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  const dates = formats.map((id) => custom.get(id) ?? builtIn(id));
  return { epoch1904, isDate: (style) => dates[Number(style)] ?? false };
}
