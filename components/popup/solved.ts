import { useEffect, useState } from 'react';
import type { Change } from '../../contract/changes.ts';
import type { SubjectQuery } from '../../contract/subjects.ts';
import { sendMessage } from '../../messages/bus.ts';

/** Whether a later request about the same subject went through: it is there, and the companion holds no refusal against it any more.
 *  Asked once a state of the directory (`seq`). */
export function useSolved(refusal: Change | null, seq: number): boolean {
  const [solved, setSolved] = useState<string | null>(null);
  // As text, since facts read from storage are new objects each time.
  const question = refusal === null || seq <= refusal.seq ? null : JSON.stringify(queryOf(refusal));
  useEffect(() => {
    if (question === null || seq === 0) return;
    let over = false;
    void isSolved(JSON.parse(question)).then((is) => over || setSolved(is ? question : null));
    return () => {
      over = true;
    };
  }, [question, seq]);
  return question !== null && solved === question;
}

function queryOf({ seq, subject: { kind, id, name } }: Change): SubjectQuery | null {
  if (kind === 'account') return null;
  return { key: String(seq), kind, ...(id === null ? (kind === 'user' ? { email: name } : { name }) : { id }) };
}

async function isSolved(query: SubjectQuery | null): Promise<boolean> {
  if (query === null) return false;
  try {
    const { answers } = await sendMessage('subjects.lookup', { subjects: [query] });
    const answer = answers[0];
    if (answer === undefined || answer.refusal !== null) return false;
    return answer.matches.length > 0 && answer.matches.every((match) => match.sync.refusal === null);
  } catch {
    return false;
  }
}
