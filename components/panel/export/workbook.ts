import type { Part } from './zip.ts';

// A workbook with one kind of sheet, as far as it is the same whatever its rows are (ECMA-376-1 §18, transitional).

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What stands in front of the rows of a sheet, whose first row stays. */
export function beforeRows(widths: readonly number[]): string {
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('');
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const view = `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
  return `${declaration}<worksheet xmlns="${main}">${view}<sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>`;
}

export const afterRows = '</sheetData></worksheet>';

export function sheetPath(sheet: number): string {
  return `xl/worksheets/sheet${sheet}.xml`;
}

/** All other parts of a workbook with so many sheets. */
export function otherParts(name: string, sheets: number): Part[] {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const named = numbers.map((sheet) => `<sheet name="${sheet === 1 ? name : `${name} ${sheet}`}" sheetId="${sheet}" r:id="rId${sheet}"/>`);
  // A sheet's view is one in a window of the workbook: where there is no window some versions of Excel end when it is printed.
  const windows = '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>';
  const parts: readonly (readonly [path: string, kind: string, text: string])[] = [
    ['xl/styles.xml', `${kinds}.styles+xml`, styles],
    [
      'xl/workbook.xml',
      `${kinds}.sheet.main+xml`,
      `<workbook xmlns="${main}" xmlns:r="${relationships}">${windows}<sheets>${named.join('')}</sheets></workbook>`,
    ],
  ];
  const typed = [...parts, ...numbers.map((sheet) => [sheetPath(sheet), `${kinds}.worksheet+xml`] as const)];
  const overrides = typed.map(([path, kind]) => `<Override PartName="/${path}" ContentType="${kind}"/>`);
  const defaults = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`;
  return [
    ...parts.map(([path, , text]) => part(path, text)),
    part(
      'xl/_rels/workbook.xml.rels',
      related([...numbers.map((sheet) => ['worksheet', `/${sheetPath(sheet)}`]), ['styles', '/xl/styles.xml']]),
    ),
    part('_rels/.rels', related([['officeDocument', '/xl/workbook.xml']])),
    part('[Content_Types].xml', `<Types xmlns="${packages}/content-types">${defaults}${overrides.join('')}</Types>`),
  ];
}

const styles = `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function part(path: string, text: string): Part {
  return { path, text: [declaration + text] };
}

function related(all: readonly (readonly string[])[]): string {
  const each = all.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relationships}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}
