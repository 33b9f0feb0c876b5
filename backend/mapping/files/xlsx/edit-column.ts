import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { FileRefused } from '../refused.ts';
import { columnOf, letters } from './columns.ts';
import { textCell } from './text-cell.ts';
import { local } from './xml.ts';

export interface Edited {
  xml: string;
  /** Rows that were left alone: a formula stands there, and the workbook's list of formulas would name a cell without one. */
  formulas: number[];
}

/** Writes texts into one column (from 0) of a sheet's XML, by row. All else stays as it is, to the letter: what we know nothing of, too.
 *  Rows that are not there are not made. Throws FileRefused for XML that is none. */
export function editColumn(part: string, xml: string, column: number, texts: ReadonlyMap<number, string>): Edited {
  const editor = new ColumnEditor(xml, column, texts);
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new FileRefused('doctype', { part });
  });
  // No attribute holds `<`: the last one before a tag's end is where the tag begins.
  const begin = () => xml.lastIndexOf('<', parser.position - 1);
  parser.on('opentag', (tag) => editor.open(tag, begin(), parser.position));
  parser.on('closetag', (tag) => editor.close(tag, begin(), parser.position));
  try {
    parser.write(xml).close();
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('broken-part', { part });
  }
  return editor.end();
}

class ColumnEditor {
  readonly #xml: string;
  readonly #column: number;
  readonly #texts: ReadonlyMap<number, string>;
  readonly #pieces: string[] = [];
  readonly #formulas: number[] = [];
  #copied = 0;
  #inData = false;
  #row = 0;
  #at = -1;
  /** What is to be written in this row; null when it is, or there is nothing. */
  #text: string | null = null;
  /** Prefix of the sheet's names. */
  #prefix = '';
  #columnStyle = '';
  #rowStyle = '';
  /** Where the cell that is written anew begins, and how it did. */
  #cell: { from: number; attributes: Record<string, string>; formula: boolean } | null = null;

  constructor(xml: string, column: number, texts: ReadonlyMap<number, string>) {
    this.#xml = xml;
    this.#column = column;
    this.#texts = texts;
  }

  open({ name, attributes, isSelfClosing }: SaxesTagPlain, from: number, to: number): void {
    const tag = local(name);
    if (tag === 'sheetData') this.#inData = true;
    if (tag === 'col' && Number(attributes['min']) <= this.#column + 1 && this.#column + 1 <= Number(attributes['max'])) {
      this.#columnStyle = attributes['style'] ?? '';
    }
    if (!this.#inData) return;
    if (tag === 'row') this.#beginRow(name, attributes, isSelfClosing, from, to);
    if (tag === 'f' && this.#cell !== null) this.#cell.formula = true;
    if (tag === 'c') this.#beginCell(attributes, from);
  }

  close({ name }: SaxesTagPlain, from: number, to: number): void {
    const tag = local(name);
    if (tag === 'sheetData') this.#inData = false;
    if (tag === 'c' && this.#cell !== null) this.#endCell(to);
    // One that closes itself was written when it began.
    if (tag === 'row' && this.#inData) this.#insert(from);
  }

  end(): Edited {
    this.#pieces.push(this.#xml.slice(this.#copied));
    return { xml: this.#pieces.join(''), formulas: this.#formulas };
  }

  #beginRow(name: string, attributes: Readonly<Record<string, string>>, closed: boolean, from: number, to: number): void {
    this.#row = attributes['r'] === undefined ? this.#row + 1 : Number(attributes['r']);
    this.#at = -1;
    this.#prefix = name.includes(':') ? name.slice(0, name.indexOf(':') + 1) : '';
    this.#rowStyle = /^(?:1|true)$/.test(attributes['customFormat'] ?? '') ? (attributes['s'] ?? '') : '';
    this.#text = this.#texts.get(this.#row) ?? null;
    if (this.#text === null) return;
    const tag = widened(this.#xml.slice(from, to), this.#column);
    this.#replace(from, to, closed ? `${tag.replace(/\s*\/>$/, '>')}${this.#made()}</${name}>` : tag);
    if (closed) this.#text = null;
  }

  #beginCell(attributes: Record<string, string>, from: number): void {
    this.#at = attributes['r'] === undefined ? this.#at + 1 : (columnOf(attributes['r'])?.column ?? -1);
    if (this.#text === null) return;
    if (this.#at === this.#column) this.#cell = { from, attributes, formula: false };
    if (this.#at > this.#column) this.#insert(from);
  }

  #endCell(to: number): void {
    if (this.#cell === null || this.#text === null) return;
    const { from, attributes, formula } = this.#cell;
    if (formula) this.#formulas.push(this.#row);
    else this.#replace(from, to, textCell(this.#prefix, { r: this.#place(), ...attributes }, this.#text));
    this.#cell = null;
    this.#text = null;
  }

  #insert(at: number): void {
    if (this.#text === null) return;
    this.#replace(at, at, this.#made());
    this.#text = null;
  }

  #made(): string {
    const style = this.#rowStyle || this.#columnStyle;
    return textCell(this.#prefix, { r: this.#place(), ...(style !== '' && { s: style }) }, this.#text ?? '');
  }

  #place(): string {
    return `${letters(this.#column)}${this.#row}`;
  }

  #replace(from: number, to: number, by: string): void {
    this.#pieces.push(this.#xml.slice(this.#copied, from), by);
    this.#copied = to;
  }
}

/** A row may say from which to which column it has cells. */
function widened(tag: string, column: number): string {
  return tag.replace(/(\sspans=["'])(\d+):(\d+)(?=["'])/, (_, before: string, first: string, last: string) => {
    return `${before}${Math.min(Number(first), column + 1)}:${Math.max(Number(last), column + 1)}`;
  });
}
