import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { explain } from '../../locales/explain.ts';
import type { DialogAnswer, OpenDialog } from '../../messages/dialog.ts';
import { appendFrame } from './frame.ts';
import { keepEvents } from './keyboard.ts';
import { Verdict } from './Verdict.tsx';

let closeOther: (() => void) | null = null;

/** Opens the dialog for a warning or a block and gives the admin's choice.
 *
 *  `continue` at once where there is nothing to ask: no words, or a verdict that holds nothing up. `back` when the signal aborts, when the
 *  host page removes the dialog with the part that it lay in, or when another dialog of ours opens. Leaves nothing behind; the focus
 *  returns to where it was. */
export const openDialog: OpenDialog = async (request) => {
  const { verdict } = request.decision;
  if (request.signal.aborted) return 'back';
  if ((verdict !== 'warn' && verdict !== 'block') || explain(request.decision, request.facts, 0) === null) return 'continue';
  closeOther?.();

  const parent = request.within?.isConnected ? request.within : (document.body ?? document.documentElement);
  const focusedBefore = focused(document);
  const { host, dialog } = appendFrame(parent);
  const root = createRoot(dialog);
  const over = new AbortController();
  const { promise, resolve } = Promise.withResolvers<DialogAnswer>();
  // Not before the event that chose has been through: our listeners keep it from the page until then.
  const answer = (choice: DialogAnswer) => void setTimeout(resolve, 0, choice);
  const back = () => answer('back');

  closeOther = back;
  keepEvents(host, back, over.signal);
  request.signal.addEventListener('abort', back, { signal: over.signal });
  // Closed by the browser itself: the back gesture, or Esc where the key never reaches the page.
  dialog.addEventListener('cancel', back, { signal: over.signal });
  dialog.addEventListener('close', back, { signal: over.signal });
  const watcher = new MutationObserver(() => host.isConnected || back());
  for (const place of new Set([document, parent.getRootNode()])) watcher.observe(place, { childList: true, subtree: true });

  try {
    flushSync(() => root.render(<Verdict request={request} onAnswer={answer} />));
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
    // `showModal` has scrolled to the first link; reading begins at the title.
    dialog.scrollTop = 0;
    return await promise;
  } finally {
    watcher.disconnect();
    if (closeOther === back) closeOther = null;
    if (dialog.open) dialog.close();
    root.unmount();
    host.remove();
    over.abort();
    if (focusedBefore?.isConnected) focusedBefore.focus({ preventScroll: true });
  }
};

/** The element that has the focus, looked for through open shadow roots; null where nothing in particular has it. */
function focused(from: Document | ShadowRoot): HTMLElement | null {
  const element = from.activeElement;
  if (element?.shadowRoot?.activeElement) return focused(element.shadowRoot);
  return element instanceof HTMLElement && element !== document.body ? element : null;
}
