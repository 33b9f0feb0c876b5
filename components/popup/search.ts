import { useEffect, useState } from 'react';
import type { SubjectFacts } from '../../contract/subjects.ts';
import { sendMessage } from '../../messages/bus.ts';

/** How long to wait for the next key before asking, in ms. */
const pauseMs = 200;

export interface RefusedAttempt {
  kind: 'user' | 'team';
  at: string;
  detail: string;
}

export type SearchState =
  | { is: 'idle' }
  | { is: 'asking' }
  | { is: 'failed' }
  /** `refused`: attempts of Okta to create a subject of exactly that name. It has no facts, since it never came to be. */
  | { is: 'answered'; subjects: SubjectFacts[]; refused: RefusedAttempt[] };

/** Asks for what is typed, after a pause, and again whenever `seq` says that something has changed.
 *  The last answer stays until the next one is there. */
export function useSearch(typed: string, seq: number): SearchState {
  const q = typed.trim();
  const [state, setState] = useState<SearchState>({ is: 'idle' });
  // A question is its words and the state of the directory: an answer of an older state is asked for again.
  const question = q === '' ? '' : `${seq} ${q}`;
  useEffect(() => {
    if (question === '') return setState({ is: 'idle' });
    let over = false;
    const timer = setTimeout(() => {
      setState((old) => (old.is === 'answered' ? old : { is: 'asking' }));
      void ask(question.slice(question.indexOf(' ') + 1)).then((answer) => over || setState(answer));
    }, pauseMs);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [question]);
  return state;
}

async function ask(q: string): Promise<SearchState> {
  try {
    const { reach, subjects } = await sendMessage('subjects.search', { q });
    if (reach !== 'ok') return { is: 'failed' };
    return { is: 'answered', subjects, refused: await refusedAttempts(q) };
  } catch {
    return { is: 'failed' };
  }
}

/** What was refused has no facts and is found by no search: it is looked up by the exact name. */
async function refusedAttempts(q: string): Promise<RefusedAttempt[]> {
  const kinds = ['team', 'user'] as const;
  const { answers } = await sendMessage('subjects.lookup', {
    subjects: [
      { key: 'team', kind: 'team', name: q },
      { key: 'user', kind: 'user', email: q },
    ],
  });
  return kinds.flatMap((kind) => {
    const answer = answers.find(({ key }) => key === kind);
    return answer?.refusal && answer.matches.length === 0 ? [{ kind, at: answer.refusal.at, detail: answer.refusal.detail }] : [];
  });
}
