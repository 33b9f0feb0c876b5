import { t } from '../locales/words.ts';
import { dialogs } from '../overlay/box.ts';
import { nameOf } from '../overlay/name.ts';
import { createNotes, type NoteContent } from '../overlay/notes.ts';
import type { createNotice } from '../overlay/notice.ts';
import { createStrips } from '../overlay/strip.ts';
import { isShown } from '../overlay/text.ts';
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
  const strips = createStrips(signal);
  let timer = 0;
  signal.addEventListener('abort', () => clearTimeout(timer));

  const noteOf = ({ says, caption, on }: Explained): NoteContent => {
    const set = on === null ? 'unknown' : on ? 'on' : 'off';
    const say = (part: 'short' | 'text') => (isSetting(says) ? t(`explains.${says}-${set}.${part}`) : t(`explains.${says}.${part}`));
    const [short, text] = [say('short'), say('text')];
    const open = () => notice.show({ title: nameOf(caption) || short, text, dismiss: t('dialog.dismiss') });
    return { tone: on === false ? 'alert' : 'quiet', label: short, more: text, short, brief: on === false ? '!' : '?', open };
  };
  const look = () => {
    if (signal.aborted) return;
    const wanted = new Map<Element, NoteContent>();
    const corners = new Map<Element, { label: string; open(): void }>();
    if (may()) {
      // Behind an open dialog nobody reads, and nothing can be pressed.
      const open = [...document.querySelectorAll(dialogs)].filter((dialog) => isShown(dialog));
      for (const explained of settings.read()) {
        const { caption, corner } = explained;
        if (open.length > 0 && !open.some((dialog) => dialog.contains(caption))) continue;
        const note = noteOf(explained);
        if (corner) corners.set(caption, { label: `${nameOf(caption)}: ${note.label}`, open: note.open });
        else wanted.set(caption, note);
      }
      for (const [anchor, content] of more()) wanted.set(anchor, content);
    }
    notes.set(wanted);
    strips.set(corners);
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
