/** What a part of the benchmark has to say: the text of its section in docs/benchmarks.md, and files that lie beside the document. */
export interface Report {
  text: string;
  /** Contents by name. */
  files: Readonly<Record<string, string>>;
}
