// redesign/ renders the console as a React app of a later generation: one document, hashed class names, roles instead of tables, buttons, dialogs
// with a focus trap, menus in a portal. What may enter: components of that look. It shares `data/` with the classic rendering, and no markup.
import { createContext, useContext, useState, useSyncExternalStore } from 'react';
import type { ActInput, ActName } from '../../actions.ts';
import type { ConsoleView } from '../../state.ts';
import { ActRefused, type ConsoleServer } from '../data/server.ts';

interface Org {
  server: ConsoleServer;
  /** Shows a refusal over the page. */
  tell: (words: string) => void;
}

export const OrgContext = createContext<Org | null>(null);

function useOrg(): Org {
  const org = useContext(OrgContext);
  if (org === null) throw new Error('Outside of the console.');
  return org;
}

/** The org as last heard; null before the first answer. */
export function useHeard(server: ConsoleServer): ConsoleView | null {
  return useSyncExternalStore(
    (listener) => server.onChange(listener),
    () => server.view,
  );
}

/** The org as last heard, on a page that is shown once there is one. */
export function useView(): ConsoleView {
  const view = useHeard(useOrg().server);
  if (view === null) throw new Error('The org has not answered yet.');
  return view;
}

/** Does an act for a control without a form; a refusal is told over the page. */
export function useAttempt(): <N extends ActName>(name: N, input: ActInput<N>) => void {
  const { server, tell } = useOrg();
  return (name, input) => {
    server.act(name, input).catch((error: unknown) => {
      if (!(error instanceof ActRefused)) throw error;
      tell(error.message);
    });
  };
}

/** Does an act for a form, which shows the refusal itself. */
export function useAct(): <N extends ActName>(name: N, input: ActInput<N>) => Promise<unknown> {
  const { server } = useOrg();
  return (name, input) => server.act(name, input);
}

/** A form's sending: whether it is under way, what was refused, and what begins it. */
export function useSubmit(
  send: () => Promise<unknown>,
  done: () => void,
): { sending: boolean; refusal: string | null; submit: () => void } {
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = (): void => {
    if (sending) return;
    setSending(true);
    setRefusal(null);
    send()
      .then(done, (error: unknown) => {
        if (!(error instanceof ActRefused)) throw error;
        setRefusal(error.message);
      })
      .finally(() => setSending(false));
  };
  return { sending, refusal, submit };
}
