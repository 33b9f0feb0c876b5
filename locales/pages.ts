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

type WordedEvent = keyof typeof en.history.event;

/** A row of the change log, as far as the words speak of it. */
export interface ToldChange {
  source: keyof typeof en.history.source;
  event: WordedEvent | 'request.refused';
  outcome: 'applied' | 'unchanged' | 'refused';
  subject: { name: string };
  facts: { count?: number | undefined; names?: string[] | undefined; from?: string | undefined; to?: string | undefined };
}

/** One line of the history: who did what. The words of a refusal are not in it: those are told as Okta's admin reads them. */
export function tellChange(change: ToldChange): string {
  const { name } = change.subject;
  const source = en.history.source[change.source];
  if (change.outcome === 'refused' || change.event === 'request.refused') return fill(en.history.refused, { source, name });
  if (change.outcome === 'unchanged') return fill(en.history.unchanged, { source, name });
  const { from, to } = change.facts;
  const turn = [from && fill(en.history.from, { from }), to && fill(en.history.to, { to })].filter(Boolean).join(' ');
  return fill(en.history.event[change.event], { source, name, who: who(change.facts), change: turn });
}

/** "Maya Lindqvist", "Maya Lindqvist and 3 others", "4 people". */
function who({ count, names = [] }: ToldChange['facts']): string {
  const total = count ?? names.length;
  const [first] = names;
  const { nobody, people } = en.history.who;
  if (total === 0) return nobody;
  if (first === undefined) return total === 1 ? en.history.who['people-one'] : fill(people, { count: total });
  if (total === 1) return first;
  return total === 2
    ? fill(en.history.who['and-one'], { name: first })
    : fill(en.history.who['and-more'], { name: first, count: total - 1 });
}
