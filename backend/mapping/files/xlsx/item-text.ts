/** The text of a shared or inline string: all its runs, without what Japanese workbooks say of its pronunciation (ECMA-376-1 §18.4.8). */
export class ItemText {
  #value = '';
  #inText = false;
  #inPhonetic = false;

  get value(): string {
    return this.#value;
  }

  begin(): void {
    this.#value = '';
    this.#inText = false;
    this.#inPhonetic = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.#inPhonetic = true;
    if (name === 't') this.#inText = true;
  }

  text(text: string): void {
    if (this.#inText && !this.#inPhonetic) this.#value += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#inPhonetic = false;
    if (name === 't') this.#inText = false;
  }

  take(): string {
    return unescaped(this.#value);
  }
}

/** What XML cannot hold is written `_x000D_`, and such a text itself `_x005F_x000D_` (ECMA-376-1 §22.4.2.4). */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
