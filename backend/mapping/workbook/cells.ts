/** What XML cannot hold, and what no program shows. */
const unwritable = /[[\p{Cc}--[\t\n\r]]\p{Noncharacter_Code_Point}]/gv;
/** What Excel would read as a character's number (ECMA-376 §22.9.2.19). */
const escapes = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Of a cell, in UTF-16 units. */
const most = 32_767;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** How long a letter is where it is written otherwise; Excel has called files damaged in which only that was too long. */
const writtenLength: Readonly<Record<string, number>> = { '&': 5, '<': 4, '>': 4, '\r': 7 };

/** What of a text a cell can hold: none of what has Excel call the whole file damaged. */
export function heldText(value: string): string {
  return cut(value.slice(0, most).toWellFormed().replace(unwritable, '\ufffd').replace(escapes, '_x005F_'));
}

function cut(text: string): string {
  if (text.length * 7 <= most) return text;
  let end = 0;
  let written = 0;
  for (const letter of text) {
    written += writtenLength[letter] ?? letter.length;
    if (written > most) return text.slice(0, end);
    end += letter.length;
  }
  return text;
}

/** A cell of text. It is a text whatever it begins with: only a cell of another kind is a formula, and the columns are of the format
 *  Text, so that it stays one when it is edited. Nothing where the text is empty and the style says nothing. */
export function textCell(column: string, row: number, style: string, value: string): string {
  if (value === '') return `<c r="${column}${row}" s="${style}"/>`;
  const plain = heldText(value).replace(/[&<>\r]/g, (mark) => marks[mark] ?? mark);
  return `<c r="${column}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${plain}</t></is></c>`;
}
