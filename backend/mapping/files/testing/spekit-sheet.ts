import { related, relationship, workbookParts } from './workbook.ts';
import { type PartToWrite, zip } from './zip.ts';

const names = [
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" mc:Ignorable="x14ac"',
].join(' ');

const before = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet ${names}><sheetPr codeName="Mapping"><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:E5"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="2" width="11.5" style="1" customWidth="1"/><col min="3" max="5" width="30" style="2" customWidth="1"/></cols><sheetData>`;
const after = `</sheetData><sheetProtection sheet="1" objects="1"/><protectedRanges><protectedRange sqref="D2:D9" name="r1"/></protectedRanges><autoFilter ref="A1:E5"/><conditionalFormatting sqref="D2:D9"><cfRule type="containsBlanks" dxfId="0" priority="1"><formula>LEN(TRIM(D2))=0</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="custom" allowBlank="1" sqref="D2:D9"><formula1>ISNUMBER(FIND("@",D2))</formula1></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><headerFooter><oddHeader>&amp;CSpekit</oddHeader></headerFooter><ignoredErrors><ignoredError sqref="A1:A9" numberStoredAsText="1"/></ignoredErrors><legacyDrawing r:id="c1"/><extLst><ext uri="{0A1B}" xmlns:s="urn:spekit"><s:mark>kept</s:mark></ext></extLst></worksheet>`;

const styles =
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><color theme="4" tint="0.4"/><name val="Aptos"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><gradientFill degree="90"><stop position="0"><color rgb="FFFFFFFF"/></stop><stop position="1"><color rgb="FF00FF00"/></stop></gradientFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" fillId="2" applyFill="1"/><xf fontId="1"><protection locked="0"/></xf><xf numFmtId="14"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FFFFFF00"/></patternFill></fill></dxf></dxfs>';

/** Cells of the rows that `spekitSheet` has by itself. Each shows another way in which an empty cell may be there, or not. */
export const peopleXml = [
  '<row r="1" ht="30" customHeight="1" spans="1:5"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Name</t></is></c><c r="D1" s="2" t="inlineStr"><is><t>IDP Email</t></is></c><c r="E1" t="inlineStr"><is><t>Joined</t></is></c></row>',
  '<row r="2"><c r="A2"><v>101</v></c><c r="B2" t="inlineStr"><is><t>ada@spekit.example</t></is></c><c r="C2" t="inlineStr"><is><t>Ada</t></is></c><c r="D2" s="1"/><c r="E2" s="3"><v>46353</v></c></row>',
  '<row r="3"><c r="A3"><v>102</v></c><c r="B3" t="inlineStr"><is><t>bob@spekit.example</t></is></c><c r="C3" t="str"><f>"B"&amp;"ob"</f><v>Bob</v></c><c r="E3" s="3"><v>46353</v></c></row>',
  '<row r="4" spans="1:3" s="1" customFormat="1"><c r="A4"><v>103</v></c><c r="B4" t="inlineStr"><is><t>cy@spekit.example</t></is></c></row>',
  '<row r="5"><c r="A5"><v>104</v></c><c r="B5" t="inlineStr"><is><t>dee@spekit.example</t></is></c><c r="D5" t="inlineStr"><is><t>dee@acme.example</t></is></c></row>',
];

/** Spekit's sheet as it might be: with all kinds of things that we know nothing of. */
export function spekitSheetParts(rows: readonly string[] = peopleXml): PartToWrite[] {
  return workbookParts({
    sheets: {
      'Read me': '<row><c t="inlineStr"><is><t>Do not edit the first two columns</t></is></c></row>',
      Mapping: '',
      Old: '<row><c><v>1</v></c></row>',
    },
    hidden: ['Old'],
    strings: '<si><r><rPr><b/></rPr><t>User</t></r><r><t xml:space="preserve"> ID</t></r></si><si><t>Spekit Email</t></si>',
    styles,
    parts: [
      { name: 'xl/worksheets/sheet2.xml', content: `${before}${rows.join('')}${after}` },
      { name: 'xl/worksheets/_rels/sheet2.xml.rels', content: related([relationship('c1', 'vmlDrawing', '../drawings/vml1.vml')]) },
      { name: 'xl/drawings/vml1.vml', content: '<xml xmlns:v="urn:schemas-microsoft-com:vml"/>' },
      { name: 'customXml/item1.xml', content: '<spekit version="7"/>' },
      { name: 'docProps/custom.xml', content: '<Properties/>', stored: true },
    ],
  });
}

export function spekitSheet(rows?: readonly string[]): Uint8Array {
  return zip(spekitSheetParts(rows));
}

/** A row of `spekitSheet` in the usual form. */
export function personXml(row: number, id: string, mail: string, address = ''): string {
  const text = (column: string, value: string) => `<c r="${column}${row}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
  return `<row r="${row}">${text('A', id)}${text('B', mail)}${address === '' ? '' : text('D', address)}</row>`;
}
