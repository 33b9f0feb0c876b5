import { list } from './formats.ts';
import { t } from './words.ts';

/** So many names are told; of the others the number. */
const most = 3;

/** "Sales, Support and 2 more". */
export function listed(some: readonly { name: string }[]): string {
  const names = some.map(({ name }) => name);
  const count = names.length - most;
  return list(count > 0 ? [...names.slice(0, most), t('expected.more', { count })] : names);
}
