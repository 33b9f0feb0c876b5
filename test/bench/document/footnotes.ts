/** Remarks under a table, each once. */
export class Footnotes {
  readonly #words: string[] = [];

  /** The mark for a remark, to stand in a cell. */
  mark(words: string): string {
    if (!this.#words.includes(words)) this.#words.push(words);
    return `<sup>${this.#words.indexOf(words) + 1}</sup>`;
  }

  /** All remarks with their marks; '' where there is none. */
  text(): string {
    return this.#words.map((words, index) => `<sup>${index + 1}</sup> ${words}`).join('<br>\n');
  }
}
