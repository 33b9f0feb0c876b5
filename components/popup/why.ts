import { useEffect, useState } from 'react';
import type { WhyAnswer, WhyQuery } from '../../contract/why.ts';
import { sendMessage } from '../../messages/bus.ts';

export type WhyState = { is: 'idle' } | { is: 'asking' } | { is: 'failed' } | { is: 'answered'; why: WhyAnswer };

/** Asks why somebody is not in a team, and again whenever `seq` says that something has changed: the admin is just mending it. */
export function useWhy(query: WhyQuery | null, seq: number): WhyState {
  const [state, setState] = useState<WhyState>({ is: 'idle' });
  const question = query === null ? '' : JSON.stringify([seq, query.user, query.team]);
  useEffect(() => {
    if (question === '') return setState({ is: 'idle' });
    let over = false;
    setState((old) => (old.is === 'answered' ? old : { is: 'asking' }));
    const [, user, team] = JSON.parse(question) as [number, string, string];
    void ask({ user, team }).then((answer) => over || setState(answer));
    return () => {
      over = true;
    };
  }, [question]);
  return state;
}

async function ask(query: WhyQuery): Promise<WhyState> {
  try {
    const { why } = await sendMessage('subjects.why', query);
    return why === null ? { is: 'failed' } : { is: 'answered', why };
  } catch {
    return { is: 'failed' };
  }
}
