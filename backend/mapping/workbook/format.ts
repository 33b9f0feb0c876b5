/** Of the workbook's form; one of another version is not read. */
export const version = 1;

/** What it is called, so that two of them are told apart. */
export function fileName(account: string, seq: number): string {
  return `sourcemark-mapping-${account}-${seq}.xlsx`;
}
