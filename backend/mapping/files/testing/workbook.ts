import { type PartToWrite, zip } from './zip.ts';

const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetNames = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface WorkbookToWrite {
  /** XML within `sheetData`, by the sheet's name. */
  sheets?: Readonly<Record<string, string>>;
  /** XML within `sst`. */
  strings?: string;
  /** XML within `styleSheet`. */
  styles?: string;
  hidden?: readonly string[];
  /** XML before `sheets`. */
  properties?: string;
  /** Parts more, or in place of others. */
  parts?: readonly PartToWrite[];
  type?: string;
}

/** The parts of a workbook, as XML that a test chooses. */
export function workbookParts(written: WorkbookToWrite): PartToWrite[] {
  const { sheets = { People: '' }, strings = '', styles = '', hidden = [], properties = '', parts = [], type } = written;
  const names = Object.keys(sheets);
  const list = names.map((name, index) => {
    const state = hidden.includes(name) ? ' state="hidden"' : '';
    return `<sheet name="${name}" sheetId="${index + 1}"${state} r:id="r${index}"/>`;
  });
  const targets = names.map((_, index) => relationship(`r${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`));
  const all: PartToWrite[] = [
    { name: '[Content_Types].xml', content: contentTypes(type ?? `${main}.sheet.main+xml`, names.length) },
    { name: '_rels/.rels', content: related([relationship('r0', 'officeDocument', '/xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${sheetNames}" xmlns:r="${relationships}">${properties}<sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: related([...targets, relationship('s', 'sharedStrings', 'sharedStrings.xml'), relationship('t', 'styles', 'styles.xml')]),
    },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${sheetNames}">${strings}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet xmlns="${sheetNames}">${styles}</styleSheet>` },
    ...Object.values(sheets).map((rows, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `<worksheet xmlns="${sheetNames}"><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData></worksheet>`,
    })),
  ];
  return [...all.filter(({ name }) => !parts.some((part) => part.name === name)), ...parts];
}

export function workbook(written: WorkbookToWrite): Uint8Array {
  return zip(workbookParts(written));
}

export function relationship(id: string, type: string, target: string, external = false): string {
  return `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;
}

export function related(all: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

function contentTypes(book: string, sheets: number): string {
  const parts = [
    ['xl/workbook.xml', book],
    ['xl/sharedStrings.xml', `${main}.sharedStrings+xml`],
    ['xl/styles.xml', `${main}.styles+xml`],
    ...Array.from({ length: sheets }, (_, index) => [`xl/worksheets/sheet${index + 1}.xml`, `${main}.worksheet+xml`]),
  ];
  const usual = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing'],
  ];
  const all = [
    ...usual.map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`),
    ...parts.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`),
  ];
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${all.join('')}</Types>`;
}
