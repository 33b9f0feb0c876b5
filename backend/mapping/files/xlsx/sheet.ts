import type { Limits } from '../limits.ts';
import { FileRefused } from '../refused.ts';
import type { Book, SheetInfo } from './book.ts';
import { cellText } from './cell-value.ts';
import { columnOf, letters } from './columns.ts';
import { isDde } from './dde.ts';
import { ItemText } from './item-text.ts';
import { readXml } from './xml.ts';

/** A row with something in it. */
export interface SheetRow {
  /** As the sheet counts, from 1. */
  row: number;
  cells: string[];
}

/** A sheet's rows, as they are asked for: what the sheet says of its own size is not believed, and empty cells cost nothing. A formula
 *  counts as the value that it had when the workbook was saved. Throws FileRefused. */
export async function* readSheet(book: Book, sheet: SheetInfo, limits: Limits): AsyncGenerator<SheetRow> {
  const ready: SheetRow[] = [];
  const reader = new SheetReader(book, sheet.name, limits, (row) => ready.push(row));
  for await (const _ of readXml(sheet.part, book.package.read(sheet.part), reader)) {
    yield* ready;
    ready.length = 0;
  }
}

class SheetReader {
  readonly #book: Book;
  readonly #sheet: string;
  readonly #limits: Limits;
  readonly #done: (row: SheetRow) => void;
  #inData = false;
  #row = 0;
  #cells: string[] = [];
  /** From 0; -1 outside a cell. */
  #column = -1;
  #type = '';
  #style = '';
  #value = '';
  #formula = '';
  #hasFormula = false;
  #hasValue = false;
  #in = '';
  readonly #inline = new ItemText();

  constructor(book: Book, sheet: string, limits: Limits, done: (row: SheetRow) => void) {
    this.#book = book;
    this.#sheet = sheet;
    this.#limits = limits;
    this.#done = done;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'sheetData') this.#inData = true;
    // Outside there are rows of other kinds: those at which a button is anchored.
    if (!this.#inData) return;
    if (name === 'row') this.#beginRow(attributes['r']);
    else if (name === 'c') this.#beginCell(attributes);
    else if (this.#type === 'inlineStr') this.#inline.open(name);
    if (name === 'v') this.#hasValue = true;
    if (name === 'f') this.#hasFormula = true;
    this.#in = name;
  }

  text(text: string): void {
    if (!this.#inData) return;
    if (this.#in === 'v') this.#value += text;
    else if (this.#in === 'f') this.#formula += text;
    else if (this.#type === 'inlineStr') this.#inline.text(text);
  }

  close(name: string): void {
    this.#in = '';
    if (name === 'sheetData') this.#inData = false;
    if (!this.#inData) return;
    if (name === 'c') this.#endCell();
    else if (name === 'row') this.#endRow();
    else if (this.#type === 'inlineStr') this.#inline.close(name);
  }

  #beginRow(given: string | undefined): void {
    const row = given === undefined ? this.#row + 1 : Number(given);
    // Two rows of one number: which of them is meant nobody can say.
    if (!Number.isInteger(row) || row <= this.#row || row > 1_048_576) throw this.#broken();
    this.#row = row;
    this.#cells = [];
    this.#column = -1;
  }

  #beginCell({ r, t, s }: Readonly<Record<string, string>>): void {
    const place = r === undefined ? { column: this.#column + 1, row: this.#row } : columnOf(r);
    if (place === null || place.row !== this.#row || place.column <= this.#column) throw this.#broken();
    this.#column = place.column;
    this.#type = t ?? '';
    this.#style = s ?? '';
    this.#value = '';
    this.#formula = '';
    this.#hasFormula = false;
    this.#hasValue = false;
    this.#inline.begin();
  }

  #endCell(): void {
    if (isDde(this.#formula)) throw new FileRefused('dde', this.#place());
    if (this.#hasFormula && !this.#hasValue && this.#type !== 'inlineStr') throw new FileRefused('formula-without-value', this.#place());
    const raw = { type: this.#type, style: this.#style, value: this.#value, inline: this.#inline.take() };
    const value = cellText(raw, this.#book.strings, this.#book.dates);
    this.#type = '';
    if (value === null) throw this.#broken();
    if (value.length > this.#limits.characters) throw new FileRefused('cell-too-long', { ...this.#place(), most: this.#limits.characters });
    if (value === '') return;
    this.#book.given.characters += value.length;
    if (this.#book.given.characters > this.#limits.given) throw new FileRefused('inflates', { part: this.#sheet });
    if (this.#column >= this.#limits.columns) throw new FileRefused('too-many-columns', { ...this.#place(), most: this.#limits.columns });
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells.push(value);
  }

  #endRow(): void {
    if (this.#cells.length > 0) this.#done({ row: this.#row, cells: this.#cells });
    this.#cells = [];
  }

  #place(): Readonly<Record<string, string | number>> {
    return { sheet: this.#sheet, row: this.#row, column: letters(this.#column) };
  }

  #broken(): FileRefused {
    return new FileRefused('broken-part', { part: this.#sheet });
  }
}
