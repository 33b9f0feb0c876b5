import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { StatusAnswer } from '../../contract/api.ts';
import { tellTrouble } from '../../locales/pages.ts';
import { t } from '../../locales/words.ts';
import { sendMessage } from '../../messages/bus.ts';
import { type Knowledge, knowledge } from '../../stores/knowledge.ts';
import type { State } from './Step.tsx';

/** How often an open page asks whether the companion that is set still answers, in ms. */
const everyMs = 2_000;

/** What the worker last learned of the companion that is set; asked anew while the page is open. */
export function useLiveKnowledge(): Knowledge {
  useEffect(() => {
    const ask = () => {
      if (document.hidden) return;
      // That the worker does not answer is told by the test of the connection.
      sendMessage('freshness.ask', { after: knowledge.store.getState().value.status?.seq ?? 0 }).catch(() => undefined);
    };
    ask();
    const timer = setInterval(ask, everyMs);
    return () => clearInterval(timer);
  }, []);
  return useStore(knowledge.store, (state) => state.value);
}

/** How it stands with the companion that is set at `host`; '' where none is. */
export function companionState({ reach }: Knowledge, host: string): State | null {
  if (host === '' || reach === 'not-set-up') return null;
  if (reach === 'ok') return { tone: 'good', text: t('connected', { host }) };
  const { title, todo } = tellTrouble(reach, host);
  return { tone: 'bad', text: title, todo };
}

/** How it stands with Spekit's account, as the companion says. */
export function accountState(account: StatusAnswer['account'] | undefined): State {
  if (account === undefined) return { tone: 'note', text: t('steps.spekit-unknown') };
  if (account.type !== 'production') return { tone: 'bad', text: t(`connection.${account.type}`), todo: t('steps.spekit-production') };
  if (account.connection === 'connected') return { tone: 'good', text: t('steps.spekit-connected', { id: account.id }) };
  return { tone: 'note', text: t(`connection.${account.connection}`) };
}
