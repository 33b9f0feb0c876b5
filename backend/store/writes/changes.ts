import type { Transaction } from '../access.ts';
import type { ChangeRow } from '../rows.ts';
import { sql } from '../sql.ts';

export async function insertChange(transaction: Transaction, account: string, change: ChangeRow): Promise<void> {
  await transaction.run(sql`
    insert into changes (account, seq, at, source, event, outcome, subject_kind, subject_id, subject_name, reason, detail, facts, relayed_ms)
    values (${account}, ${change.seq}, ${change.at}, ${change.source}, ${change.event}, ${change.outcome}, ${change.subject_kind},
      ${change.subject_id}, ${change.subject_name}, ${change.reason}, ${change.detail}, ${change.facts}, ${change.relayed_ms})`);
}
