import { useRef, useState } from 'react';
import type { MappingDecision, MappingRow } from '../../contract/mapping.ts';
import type { DecisionsAnswer } from '../../contract/mapping-work.ts';
import { sendMessage } from '../../messages/bus.ts';
import { type JobState, useJob } from './jobs.ts';

export interface Choice {
  decision: MappingDecision | null;
  /** The id of Okta's. */
  partner: string | null;
}

export interface Deciding {
  /** What is chosen, also while it is being saved. */
  choice: Choice;
  state: JobState<DecisionsAnswer>;
  decide: (choice: Choice) => void;
}

/** Saves what becomes of a row as it is chosen. Who goes through a list of choices with the arrow keys makes several: they are saved one after the
 *  other, the last one last, and the field shows what was chosen meanwhile. Where one is refused, the row is as it was. */
export function useDeciding(row: MappingRow, onRows: (rows: readonly MappingRow[]) => void, look: () => Promise<void>): Deciding {
  const { state, start } = useJob<DecisionsAnswer>();
  const [wanted, setWanted] = useState<Choice | null>(null);
  const newest = useRef<Choice | null>(null);
  const saving = useRef(Promise.resolve());
  const save = async (choice: Choice) => {
    if (newest.current !== choice) return;
    const { decision, partner } = choice;
    const asked = { kind: row.kind, id: row.id, decision, ...(decision !== null && partner !== null && { with: partner }) };
    const heard = await start(() => sendMessage('mapping.decide', { decisions: [asked] }));
    if (heard?.answer) onRows(heard.answer.rows);
    if (newest.current === choice) setWanted(null);
    await look();
  };
  const decide = (choice: Choice) => {
    newest.current = choice;
    setWanted(choice);
    saving.current = saving.current.then(() => save(choice));
  };
  const choice = wanted ?? { decision: row.decision, partner: row.with ?? row.candidates[0]?.id ?? null };
  return { choice, state, decide };
}
