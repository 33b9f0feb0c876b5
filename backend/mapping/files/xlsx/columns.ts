/** `A`, `Z`, `AA` for 0, 25, 26. */
export function letters(column: number): string {
  let text = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

/** Column (from 0) and row (from 1) of `B7`; null for what names no cell of a sheet. */
export function columnOf(reference: string): { column: number; row: number } | null {
  const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (found === null) return null;
  const [, name = '', row = ''] = found;
  let column = 0;
  for (const letter of name) column = column * 26 + letter.charCodeAt(0) - 64;
  return column > 16_384 ? null : { column: column - 1, row: Number(row) };
}
