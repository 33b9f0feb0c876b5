import en from './en.json' with { type: 'json' };
import { fill } from './fill.ts';

/** So many names are told; of the others the number. */
const most = 3;

/** "Sales, Support and 2 more": British, for the comma before "and" could be one of a name. */
export function listed(some: readonly { name: string }[]): string {
  const names = some.map(({ name }) => name);
  const rest = names.length - most;
  const shown = rest > 0 ? [...names.slice(0, most), fill(en.expected.more, { count: rest })] : names;
  return new Intl.ListFormat('en-GB').format(shown);
}
