/** What XML cannot hold, and what no program shows. */
const unwritable = /[[\p{Cc}--[\t\n\r]]\p{Noncharacter_Code_Point}]/gv;
/** What Excel would read as a character's number (ECMA-376 §22.9.2.19). */
const escapes = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Of a cell, in UTF-16 units. */
const most = 32_767;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** A cell of text. It is a text whatever it begins with: only a cell of another kind is a formula, and the columns are of the format
 *  Text, so that it stays one when it is edited. Nothing where the text is empty and the style says nothing. */
export function textCell(column: string, row: number, style: string, value: string): string {
  if (value === '') return `<c r="${column}${row}" s="${style}"/>`;
  const plain = value
    .slice(0, most)
    .toWellFormed()
    .replace(unwritable, '\ufffd')
    .replace(escapes, '_x005F_')
    .replace(/[&<>\r]/g, (mark) => marks[mark] ?? mark);
  return `<c r="${column}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${plain}</t></is></c>`;
}
