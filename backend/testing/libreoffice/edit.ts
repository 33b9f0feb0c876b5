import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { findLibreOffice } from '../../../scripts/libreoffice.mjs';

/** What a person does in a workbook before saving it. */
export interface OfficeEdits {
  workbook: Uint8Array;
  /** Texts that are typed into cells, one after the other. */
  type: readonly { sheet: string; cell: string; text: string }[];
}

/** Opens workbooks in LibreOffice, types into cells, and saves them as Excel workbooks. What it does is a macro of LibreOffice's own
 *  profile, which is made for this and thrown away: the workbooks have none. One program does all, for its start takes seconds. */
export async function editInOffice(all: readonly OfficeEdits[]): Promise<Uint8Array[]> {
  const soffice = findLibreOffice();
  if (soffice === null) throw new Error('No LibreOffice runs here.');
  const folder = await mkdtemp(join(tmpdir(), 'sourcemark-office-'));
  try {
    const places = all.map((_, index) => ({ from: join(folder, `from-${index}.xlsx`), to: join(folder, `to-${index}.xlsx`) }));
    for (const [index, { workbook }] of all.entries()) await writeFile(places[index]?.from ?? '', workbook);
    const start = (...parameters: string[]) =>
      promisify(execFile)(
        soffice,
        [`-env:UserInstallation=${pathToFileURL(folder)}`, '--headless', '--norestore', '--nologo', ...parameters],
        {
          timeout: 60_000,
        },
      );
    // The first start makes the profile, and would write over a macro that is there already.
    await start('--terminate_after_init');
    const macro = macroOf(all.map(({ type }, index) => steps(places[index]?.from ?? '', places[index]?.to ?? '', type)));
    await writeFile(join(folder, 'user', 'basic', 'Standard', 'Module1.xba'), macro);
    await start('macro:///Standard.Module1.Main');
    return await Promise.all(places.map(({ to }) => readFile(to)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function steps(from: string, to: string, type: OfficeEdits['type']): string {
  return [
    `document = StarDesktop.loadComponentFromURL(${quoted(String(pathToFileURL(from)))}, "_blank", 0, asOpened())`,
    ...type.map(
      ({ sheet, cell, text }) => `document.Sheets.getByName(${quoted(sheet)}).getCellRangeByName(${quoted(cell)}).String = ${quoted(text)}`,
    ),
    `document.storeToURL(${quoted(String(pathToFileURL(to)))}, asExcel())`,
    'document.close(True)',
  ].join('\n');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** As LibreOffice keeps its macros. A step that fails ends it all: the file that it did not write is missed then. */
function macroOf(all: readonly string[]): string {
  const basic = `
Function asOpened()
  ' With a window, though none is seen: what is shown of a sheet, such as a header that stays, is the window's.
  Dim args(0) As New com.sun.star.beans.PropertyValue
  args(0).Name = "Hidden"
  args(0).Value = False
  asOpened = args()
End Function
Function asExcel()
  Dim args(0) As New com.sun.star.beans.PropertyValue
  args(0).Name = "FilterName"
  args(0).Value = "Calc MS Excel 2007 XML"
  asExcel = args()
End Function
Sub Main
On Error GoTo Ended
${all.join('\n')}
Ended:
StarDesktop.terminate()
End Sub`;
  const text = basic.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const module = 'xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<script:module ${module}>${text}</script:module>`;
}
