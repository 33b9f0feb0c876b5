import { phrase } from '../locales/phrase.ts';
import { t } from '../locales/words.ts';
import { createStrips } from '../overlay/strip.ts';
import { isShown } from '../overlay/text.ts';
import type { PageAct } from './act.ts';
import type { Ruling } from './judge.ts';

/** Read once the page has been quiet for so many ms. */
const quiet = 250;
/** So many controls of a page are explained. */
const most = 30;
/** A menu or list of choices holds items only: nothing of ours can stand among them. */
const elsewhere = '[role=menu] *,[role=listbox] *,option,input:not([type=button],[type=submit]),select,textarea,fieldset';

/** A control that the page has switched off itself is not guarded, but explained: beside it stands why, and where the act belongs. */
export function explainSwitchedOff(
  read: (control: Element) => PageAct | null,
  ruling: (act: PageAct) => Ruling | null,
  open: (act: PageAct, ruling: Ruling) => void,
  signal: AbortSignal,
): () => void {
  const strips = createStrips(signal);
  let timer = 0;
  signal.addEventListener('abort', () => clearTimeout(timer));

  const look = () => {
    if (signal.aborted) return;
    const wanted = new Map<Element, { label: string; open(): void }>();
    const off = [...document.querySelectorAll(':disabled,[aria-disabled=true]')].filter(
      (control) => !control.matches(elsewhere) && isShown(control),
    );
    for (const control of off.slice(0, most)) {
      const act = read(control);
      // A button that waits for something to be typed says nothing of an owner.
      if (act?.control !== control || act.declared.changed || act.declared.chosen || act.declared.creates || act.declared.fits) continue;
      const decided = ruling(act);
      const words = decided?.decision.verdict === 'block' ? phrase(decided.decision, decided.facts, Date.now()) : null;
      if (decided && words) wanted.set(control, { label: t('marks.why-off', { title: words.title }), open: () => open(act, decided) });
    }
    strips.set(wanted);
  };
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(look, quiet);
  };
}
