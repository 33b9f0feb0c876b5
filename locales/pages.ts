import { t, type Words } from './words.ts';

/** Why the companion cannot be asked, as a code; each has its words. */
export type ReachTrouble = keyof Words['reach'];
/** What a test of the connection found, as a code. */
export type TestFinding = keyof Words['test'];
/** What is wrong with what was entered, as a code. */
export type FieldProblem = keyof Words['field'];

export interface Told {
  title: string;
  why: string;
  todo: string;
}

/** Why there is no answer, what that means, and what to do. `host` is the companion's, with its port. */
export function tellTrouble(trouble: ReachTrouble, host: string): Told {
  const say = (part: keyof Told) => t(`reach.${trouble}.${part}`, { host });
  return { title: say('title'), why: say('why'), todo: say('todo') };
}

export interface TestFacts {
  host: string;
  version?: string;
  users?: number;
  teams?: number;
  httpStatus?: number;
}

export function tellTest(finding: TestFinding, facts: TestFacts): { title: string; detail: string } {
  return { title: t(`test.${finding}.title`, { ...facts }), detail: t(`test.${finding}.detail`, { ...facts }) };
}

export function tellField(problem: FieldProblem, host: string): string {
  return t(`field.${problem}`, { host });
}

export { tellChange } from './history.ts';
