import type { MappingProblem } from '../../../contract/mapping.ts';
import { say } from '../../../locales/companion.ts';
import type companion from '../../../locales/en.companion.json';

export type ProblemCode = keyof (typeof companion)['check'];

export interface Place {
  sheet?: string;
  row?: number;
  column?: string;
  value?: string;
}

/** Something wrong with a workbook, in words that say what to do. */
export function problem(
  code: ProblemCode,
  { sheet, row, column, value }: Place,
  facts: Readonly<Record<string, string | number>>,
): MappingProblem {
  return {
    code,
    sheet: sheet ?? null,
    row: row ?? null,
    column: column ?? null,
    value: value ?? null,
    detail: say(`check.${code}`, facts),
  };
}

/** So many are told; the others are counted. */
const most = 1000;

/** What is wrong, in the order in which it is found. */
export class Problems {
  readonly told: MappingProblem[] = [];
  /** By kind and id, for the row of that user or team. */
  readonly rows = new Map<string, string>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** @param about Kind and id, where it is about a row that the workbook has. */
  add(one: MappingProblem, about?: string): void {
    this.#count += 1;
    if (this.told.length < most) this.told.push(one);
    if (about !== undefined) this.rows.set(about, [this.rows.get(about), one.detail].filter((text) => text !== undefined).join(' '));
  }

  /** What no row can show. */
  get whole(): string[] {
    return this.told.filter(({ row }) => row === null || row === 1).map(({ detail }) => detail);
  }
}
