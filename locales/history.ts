import { history } from './en.pages.json';
import { fill } from './fill.ts';

type WordedEvent = keyof typeof history.event;

/** A row of the change log, as far as the words speak of it. */
export interface ToldChange {
  source: keyof typeof history.source;
  event: WordedEvent | 'request.refused';
  outcome: 'applied' | 'unchanged' | 'refused';
  subject: { name: string };
  facts: { count?: number | undefined; names?: string[] | undefined; from?: string | undefined; to?: string | undefined };
}

/** One line of the history: who did what. The words of a refusal are not in it: those are told as Okta's admin reads them. */
export function tellChange(change: ToldChange): string {
  const { name } = change.subject;
  const source = history.source[change.source];
  if (change.outcome === 'refused' || change.event === 'request.refused') return fill(history.refused, { source, name });
  if (change.outcome === 'unchanged') return fill(history.unchanged, { source, name });
  const { from, to } = change.facts;
  const turn = [from && fill(history.from, { from }), to && fill(history.to, { to })].filter(Boolean).join(' ');
  return fill(history.event[change.event], { source, name, who: who(change.facts), change: turn });
}

/** "Maya Lindqvist", "Maya Lindqvist and 3 others", "4 people". */
function who({ count, names = [] }: ToldChange['facts']): string {
  const total = count ?? names.length;
  const [first] = names;
  const { nobody, people } = history.who;
  if (total === 0) return nobody;
  if (first === undefined) return total === 1 ? history.who['people-one'] : fill(people, { count: total });
  if (total === 1) return first;
  return total === 2 ? fill(history.who['and-one'], { name: first }) : fill(history.who['and-more'], { name: first, count: total - 1 });
}
