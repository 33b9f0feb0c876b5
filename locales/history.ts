import { t, type Words } from './words.ts';

type History = Words['history'];
type WordedEvent = keyof History['event'];

/** A row of the change log, as far as the words speak of it. */
export interface ToldChange {
  source: keyof History['source'];
  event: WordedEvent | 'request.refused';
  outcome: 'applied' | 'unchanged' | 'refused';
  subject: { name: string };
  facts: { count?: number | undefined; names?: string[] | undefined; from?: string | undefined; to?: string | undefined };
}

/** One line of the history: who did what; `names` where it stands for several in a row. The words of a refusal are not in it: those are told as Okta's admin reads them. */
export function tellChange(change: ToldChange, names: readonly string[] = [change.subject.name]): string {
  const name = names.length > 1 ? who({ names: [...names] }) : change.subject.name;
  const source = t(`history.source.${change.source}`);
  if (change.outcome === 'refused' || change.event === 'request.refused') return t('history.refused', { source, name });
  if (change.outcome === 'unchanged') return t('history.unchanged', { source, name });
  const { facts, event } = change;
  return t(`history.event.${event}`, { source, name, who: who(facts), change: turn(facts) });
}

/** What it was, and what it is now, as far as is known. */
function turn({ from, to }: ToldChange['facts']): string {
  if (from && to) return t('history.turn.both', { from, to });
  return from ? t('history.turn.from', { from }) : to ? t('history.turn.to', { to }) : '';
}

/** "Maya Lindqvist", "Maya Lindqvist and 3 others", "4 people". */
function who({ count, names = [] }: ToldChange['facts']): string {
  const total = count ?? names.length;
  const [name] = names;
  if (total === 0 || name === undefined) return t('history.who.people', { count: total });
  return total === 1 ? name : t('history.who.more', { name, count: total - 1 });
}
