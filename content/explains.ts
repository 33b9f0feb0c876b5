import { agoShort } from '../locales/ago.ts';
import { t } from '../locales/words.ts';
import type { KnownAccount } from '../messages/map.ts';
import { dialogs } from '../overlay/box.ts';
import { nameOf } from '../overlay/name.ts';
import { createNotes, type NoteContent } from '../overlay/notes.ts';
import type { createNotice } from '../overlay/notice.ts';
import { createStrips } from '../overlay/strip.ts';
import { isShown } from '../overlay/text.ts';
import { type AppSettings, type Explained, isSetting } from './app-settings.ts';

/** Read once the page has been quiet for so many ms. */
const quiet = 150;
/** How often an age counts up, in ms. */
const second = 1_000;

interface ExplainsOptions {
  settings: AppSettings;
  /** What is said beside other words of the page, by the element that holds them. */
  more(): ReadonlyMap<Element, NoteContent>;
  /** Undefined where nothing is said at all: the companion does not answer, or no page of ours stands. */
  account(): KnownAccount | undefined;
  notice: ReturnType<typeof createNotice>;
  signal: AbortSignal;
}

/** Says beside settings of Okta's what they mean for Spekit, as they are set now, and on Spekit's Connect how the account stands. Returns what
 *  is to be called when the page or the account changed. */
export function createExplains({ settings, more, account, notice, signal }: ExplainsOptions): () => void {
  const notes = createNotes(signal);
  const strips = createStrips(signal);
  let timer = 0;
  signal.addEventListener('abort', () => clearTimeout(timer));

  const noteOf = ({ says, caption, on }: Explained, { type, connection, syncedAt }: KnownAccount): NoteContent => {
    const set = on === null ? 'unknown' : on ? 'on' : 'off';
    const stands = type === 'production' ? connection : 'other-account';
    const say = (part: 'short' | 'text') => {
      if (isSetting(says)) return t(`explains.${says}-${set}.${part}`);
      return says === 'connection' ? t(`explains.connection-${stands}.${part}`) : t(`explains.${says}.${part}`);
    };
    const at = says === 'connection' && stands === 'connected' && syncedAt;
    const short = [say('short'), at && t('strip.synced', { ago: agoShort(Date.parse(at), Date.now()) })].filter(Boolean).join(' · ');
    const text = say('text');
    const open = () => notice.show({ title: nameOf(caption) || short, text, dismiss: t('dialog.dismiss') });
    return { tone: on === false ? 'alert' : 'quiet', label: short, more: text, short, brief: on === false ? '!' : '?', open };
  };
  const look = () => {
    if (signal.aborted) return;
    const wanted = new Map<Element, NoteContent>();
    const corners = new Map<Element, { label: string; open(): void }>();
    const known = account();
    if (known) {
      // Behind an open dialog nobody reads, and nothing can be pressed.
      const open = [...document.querySelectorAll(dialogs)].filter((dialog) => isShown(dialog));
      for (const explained of settings.read()) {
        const { caption, corner } = explained;
        if (open.length > 0 && !open.some((dialog) => dialog.contains(caption))) continue;
        const note = noteOf(explained, known);
        if (explained.says === 'connection' && !document.hidden) soon(second);
        if (corner) corners.set(caption, { label: `${nameOf(caption)}: ${note.label}`, open: note.open });
        else wanted.set(caption, note);
      }
      for (const [anchor, content] of more()) wanted.set(anchor, content);
    }
    notes.set(wanted);
    strips.set(corners);
  };
  const soon = (wait = quiet) => {
    clearTimeout(timer);
    timer = window.setTimeout(look, wait);
  };
  const changed = () => soon();
  // A switch that is turned, or a name that is chosen, may change nothing of the page that can be watched.
  for (const type of ['change', 'input', 'click', 'keyup']) addEventListener(type, changed, { capture: true, passive: true, signal });
  return changed;
}
