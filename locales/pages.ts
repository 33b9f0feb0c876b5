import en from './en.pages.json' with { type: 'json' };
import { fill } from './fill.ts';

/** The words of our own pages, popup and options. */
export const words = en;

/** Why the companion cannot be asked, as a code; each has its words. */
export type ReachTrouble = keyof typeof en.reach;
/** What a test of the connection found, as a code. */
export type TestFinding = keyof typeof en.test;
/** What is wrong with what was entered, as a code. */
export type FieldProblem = keyof typeof en.field;

export interface Told {
  title: string;
  why: string;
  todo: string;
}

/** Why there is no answer, what that means, and what to do. `host` is the companion's, with its port. */
export function tellTrouble(trouble: ReachTrouble, host: string): Told {
  const { title, why, todo } = en.reach[trouble];
  return { title: fill(title, { host }), why: fill(why, { host }), todo: fill(todo, { host }) };
}

export interface TestFacts {
  host: string;
  version?: string;
  users?: number;
  teams?: number;
  httpStatus?: number;
}

export function tellTest(finding: TestFinding, facts: TestFacts): { title: string; detail: string } {
  const { title, detail } = en.test[finding];
  return { title: fill(title, { ...facts }), detail: fill(detail, { ...facts }) };
}

export function tellField(problem: FieldProblem, host: string): string {
  return fill(en.field[problem], { host });
}

export { tellChange } from './history.ts';
