import type { Exchange, ExchangeAnswer } from '../../contract/exchange.ts';
import { say } from '../../locales/companion.ts';
import { Refused } from '../directory/refused.ts';
import type { Exchanges } from '../exchanges/exchanges.ts';
import type { Store } from '../store/access.ts';
import { changesAfter } from '../store/reads/changes.ts';
import type { ExchangeRow } from '../store/rows.ts';
import { iso } from './facts.ts';

/** What Okta sent that led to a row of the log, or why that is not there. Throws Refused for a number that no row has.
 *  @param asked The row's number as it stands in the address. */
export async function exchange(store: Store, account: string, exchanges: Exchanges, asked: string): Promise<ExchangeAnswer> {
  const seq = /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : 0;
  const [change] = seq === 0 ? [] : await store.read((reads) => changesAfter(reads, account, seq - 1, 1));
  if (change?.seq !== seq) throw new Refused('not-found', say('api.no-change', { seq: asked.slice(0, 50) }));
  if (exchanges.keeping.most === 0) return { exchange: null, missing: 'off' };
  const row = await exchanges.find(seq);
  if (row !== undefined) return { exchange: told(row), missing: null };
  return { exchange: null, missing: change.source === 'okta' ? 'not-kept' : 'not-okta' };
}

function told(row: ExchangeRow): Exchange {
  return {
    at: iso(row.at),
    changes: { first: row.first_seq, last: row.last_seq },
    bulk: row.bulk === 1,
    request: { method: row.method, path: row.address, body: row.request, remark: row.request_remark },
    answer: { status: row.status, body: row.answer, remark: row.answer_remark },
  };
}
