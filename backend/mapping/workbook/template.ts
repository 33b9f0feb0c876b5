import { type CellStyle, type ConditionalRule, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { MappingDecision } from '../../../contract/mapping.ts';
import { decisions } from '../../../contract/merges.ts';
import { say } from '../../../locales/companion.ts';
import { asExcel, filterNames } from './as-excel.ts';
import { heldText } from './cells.ts';
import { columnsOf, conflictColumns, headerOf, hiddenColumns, letter, openColumns } from './columns.ts';
import { decisionWord, sheetNames } from './format.ts';
import { unzipped } from './zip.ts';

/** Rows of each sheet, without the header. */
export interface Sizes {
  user: number;
  team: number;
  conflicts: number;
}

/** A workbook without its rows: what stands before and behind them in each sheet, and the style of each column. */
export interface Template {
  parts: Map<string, string>;
  sheets: { path: string; before: string; after: string; styles: string[] }[];
}

const widths: Readonly<Record<string, number>> = {
  name: 28,
  userName: 30,
  email: 30,
  found: 18,
  okta: 30,
  conflict: 44,
  with: 32,
  problem: 60,
  detail: 90,
};
/** Excel's own colours for good, neutral and bad, with black text enough contrast in each. */
const colours = { certain: 'C6EFCE', likely: 'DDEBF7', possible: 'FFEB9C', problem: 'FFC7CE' };
const text = { numFmt: '@' };
/** Named, and of the size that all else is: a font of which no more is said than that it is bold is one that no program has. */
const bold = { bold: true, name: 'Calibri', size: 11 };

/** Has hucre write a workbook with one row in each sheet, and takes it apart: what the sheets are like is the library's to say, and their
 *  rows, of which there may be a hundred thousand, are written as they come. */
export async function template(lines: readonly (readonly [string, string])[], sizes: Sizes): Promise<Template> {
  const written = [readMe(lines), decisionSheet('user', sizes.user), decisionSheet('team', sizes.team), conflictSheet(sizes.conflicts)];
  const properties = { title: say('workbook.title'), creator: 'Sourcemark' };
  const parts = asExcel(unzipped(await writeXlsx({ sheets: written, namedRanges: filterNames(written), properties })));
  const rows = [sizes.user, sizes.team, sizes.conflicts];
  const sheets = [2, 3, 4].map((number, index) => {
    const path = `xl/worksheets/sheet${number}.xml`;
    const xml = parts.get(path) ?? '';
    const found = /<row r="2"[^>]*>(.*?)<\/row>/.exec(xml);
    if (found === null) throw new Error('The library writes sheets otherwise than it did.');
    const styles = [...(found[1] ?? '').matchAll(/<c [^>]*?s="(\d+)"/g)].map(([, style = '0']) => style);
    const last = (rows[index] ?? 0) + 1;
    const before = xml.slice(0, found.index).replace(/<dimension ref="A1:([A-Z]+)\d+"\/>/, `<dimension ref="A1:$1${last}"/>`);
    return { path, before, after: xml.slice(found.index + found[0].length), styles };
  });
  return { parts, sheets };
}

function readMe(lines: readonly (readonly [string, string])[]): WriteSheet {
  return {
    name: sheetNames.readMe,
    columns: [
      { width: 24, style: { ...text, font: bold } },
      { width: 110, style: { ...text, alignment: { wrapText: true, vertical: 'top' } } },
    ],
    rows: lines.map((line) => line.map(heldText)),
    protection: { sheet: true },
  };
}

function decisionSheet(kind: 'user' | 'team', rows: number): WriteSheet {
  const columns = columnsOf[kind];
  const last = Math.max(rows, 1) + 1;
  const [decision, target] = [letter(columns.indexOf('decision')), letter(columns.indexOf('with'))];
  return {
    ...sheetOf(sheetNames[kind], columns, last),
    dataValidations: [
      {
        type: 'list',
        values: decisions.map((one: MappingDecision) => decisionWord(one)),
        range: `${decision}2:${decision}${last}`,
        allowBlank: true,
        showErrorMessage: true,
        showInputMessage: true,
        inputTitle: headerOf('decision'),
        inputMessage: say('workbook.choose'),
        errorTitle: headerOf('decision'),
        errorMessage: say('workbook.choose'),
      },
      {
        type: 'textLength',
        operator: 'lessThanOrEqual',
        formula1: '320',
        range: `${target}2:${target}${last}`,
        allowBlank: true,
        showInputMessage: true,
        inputTitle: headerOf('with'),
        inputMessage: say(`workbook.with-${kind}`),
      },
    ],
    conditionalRules: coloursOf(kind, last),
  };
}

/** The whole row where something is wrong, and the confidence by itself. */
function coloursOf(kind: 'user' | 'team', last: number): ConditionalRule[] {
  const columns = columnsOf[kind];
  const [end, problem, confidence] = [
    letter(columns.length - 1),
    letter(columns.indexOf('problem')),
    letter(columns.indexOf('confidence')),
  ];
  const fill = (rgb: string) => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } } }) as const;
  const rules: ConditionalRule[] = [
    {
      type: 'expression',
      priority: 1,
      formula: `LEN($${problem}2)>0`,
      range: `A2:${end}${last}`,
      style: fill(colours.problem),
      stopIfTrue: true,
    },
  ];
  for (const one of ['certain', 'likely', 'possible'] as const) {
    const formula = `$${confidence}2="${say(`confidences.${one}`)}"`;
    rules.push({ type: 'expression', priority: rules.length + 1, formula, range: `A2:${end}${last}`, style: fill(colours[one]) });
  }
  return rules;
}

function conflictSheet(rows: number): WriteSheet {
  return sheetOf(sheetNames.conflicts, conflictColumns, Math.max(rows, 1) + 1);
}

function sheetOf(name: string, columns: readonly Parameters<typeof headerOf>[0][], last: number): WriteSheet {
  const style = (column: string) => (openColumns.has(column) ? { ...text, protection: { locked: false } } : text);
  return {
    name,
    columns: columns.map((column) => ({ width: widths[column] ?? 12, ...(hiddenColumns.has(column) && { hidden: true }) })),
    rows: [columns.map(headerOf), columns.map(() => '-')],
    cells: new Map<string, { style: CellStyle }>([
      ...columns.map((_, index) => [`0,${index}`, { style: { font: bold } }] as const),
      ...columns.map((column, index) => [`1,${index}`, { style: style(column) }] as const),
    ]),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${letter(columns.length - 1)}${last}` },
    protection: { sheet: true, autoFilter: true, sort: true, formatColumns: true, formatRows: true },
  };
}
