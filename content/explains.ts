import { t } from '../locales/words.ts';
import { createNotes, type NoteContent } from '../overlay/notes.ts';
import type { createNotice } from '../overlay/notice.ts';
import { plain } from '../overlay/text.ts';
import { type OktaSetting, oktaSettings } from '../ownership/actions.ts';
import type { AppSettings, Explained } from './app-settings.ts';

/** Read once the page has been quiet for so many ms. */
const quiet = 150;

interface ExplainsOptions {
  settings: AppSettings;
  /** What is said beside other words of the page, by the element that holds them. */
  more(): ReadonlyMap<Element, NoteContent>;
  /** Whether anything is said at all: the companion answers, and a page of ours stands. */
  may(): boolean;
  notice: ReturnType<typeof createNotice>;
  signal: AbortSignal;
}

/** Says beside settings of Okta's what they mean for Spekit, as they are set now. Returns what is to be called when the page changed. */
export function createExplains({ settings, more, may, notice, signal }: ExplainsOptions): () => void {
  const notes = createNotes(signal);
  let timer = 0;
  signal.addEventListener('abort', () => clearTimeout(timer));

  const noteOf = ({ says, caption, on }: Explained): NoteContent => {
    const set = on === null ? 'unknown' : on ? 'on' : 'off';
    const say = (part: 'short' | 'text') => (isSetting(says) ? t(`explains.${says}-${set}.${part}`) : t(`explains.${says}.${part}`));
    const [short, text] = [say('short'), say('text')];
    const open = () => notice.show({ title: plain(caption.textContent) || short, text, dismiss: t('dialog.dismiss') });
    return { tone: on === false ? 'alert' : 'quiet', label: short, more: text, short, brief: on === false ? '!' : '?', open };
  };
  const look = () => {
    if (signal.aborted) return;
    const wanted = new Map<Element, NoteContent>();
    if (may()) {
      for (const explained of settings.read()) wanted.set(explained.caption, noteOf(explained));
      for (const [anchor, content] of more()) wanted.set(anchor, content);
    }
    notes.set(wanted);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(look, quiet);
  };
  // A switch that is turned, or a name that is chosen, may change nothing of the page that can be watched.
  for (const type of ['change', 'input', 'click', 'keyup']) addEventListener(type, soon, { capture: true, passive: true, signal });
  return soon;
}

function isSetting(says: Explained['says']): says is OktaSetting {
  return oktaSettings.some((setting) => setting === says);
}
