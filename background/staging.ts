import { mappingRowsAnswer } from '../contract/mapping.ts';
import type { Asker } from '../messages/sender.ts';
import type { Account } from '../ownership/actions.ts';
import { consoleOf, settingsFor } from './asked-by.ts';
import { ask } from './companion.ts';

/** The companion matches when the mapping is asked for, and look-ups tell what it has matched. It is asked so often for pages alone, in ms. */
const atMostEvery = 10_000;
/** A large company is matched in some seconds: ms. */
const patience = 20_000;

/** When it was last asked, by console. A worker that begins anew asks once more. */
const askedAt = new Map<string | undefined, number>();

/** While the account is staged, has the mapping asked for, so that a page's next look-up tells what it will make of whom the page shows.
 *  Nobody waits for it: what fails (an older companion, say) leaves the marks as they are. */
export function matchForMarks(account: Account | null, asker: Asker): void {
  if (account?.connection !== 'staging' || asker.from !== 'content') return;
  const oktaHost = consoleOf(asker);
  const since = Date.now() - (askedAt.get(oktaHost) ?? 0);
  if (since >= 0 && since < atMostEvery) return;
  askedAt.set(oktaHost, Date.now());
  settingsFor(asker)
    .then((set) => ask(set, { method: 'GET', path: '/mapping/rows?limit=1', answer: mappingRowsAnswer, timeout: patience }))
    .catch(() => undefined);
}
