import { foretell } from '../locales/foretell.ts';
import { sentences } from '../locales/joined.ts';
import { type Phrase, phrase } from '../locales/phrase.ts';
import { t, type Words } from '../locales/words.ts';
import { dialogs, formRoots } from '../overlay/box.ts';
import { find } from '../overlay/find.ts';
import type { NoteContent } from '../overlay/notes.ts';
import type { createNotice } from '../overlay/notice.ts';
import { isShown } from '../overlay/text.ts';
import type { PageAct } from './act.ts';
import type { Ruling } from './judge.ts';
import type { Knowledge } from './knowledge.ts';
import type { Page } from './recognise.ts';

const headings = 'h1,h2,h3,h4,h5,h6,[role=heading],legend';

/** What an act will come to, said in its dialog as soon as that shows whom it touches: beside its title. */
export function createPreviews(
  pages: () => readonly Page[],
  read: (control: Element) => PageAct | null,
  ruling: (act: PageAct) => Ruling | null,
  knowledge: Knowledge,
  notice: ReturnType<typeof createNotice>,
): () => Map<Element, NoteContent> {
  return () => {
    const found = new Map<Element, NoteContent>();
    for (const declared of pages().flatMap(({ declared }) => declared.controls.filter(({ previewed }) => previewed)))
      for (const control of find({ role: 'button', name: declared.name }, formRoots())) {
        const act = isShown(control) ? read(control) : null;
        if (act?.declared !== declared || (act.subjects.length === 0 && !act.unsure)) continue;
        const decided = ruling(act);
        if (!decided) {
          knowledge.want(act.subjects.flatMap(({ queries }) => queries));
          continue;
        }
        const said = phrase(decided.decision, decided.facts, Date.now());
        if (said) found.set(anchorOf(act), noteOf(decided, said, notice));
      }
    return found;
  };
}

function noteOf({ decision, facts }: Ruling, said: Phrase, notice: ReturnType<typeof createNotice>): NoteContent {
  const lines = foretell(decision, facts, Date.now())?.lines ?? [];
  const { members, assignedAt } = facts;
  const missing = members && members.missing > 0 ? t('previews.missing', members) : null;
  const doubtful = assignedAt === undefined ? missing : t('previews.assigned');
  const own = facts.unsure ? t('previews.unsure') : decision.verdict === 'inform' ? doubtful : null;
  return {
    tone: decision.verdict === 'inform' && !own ? 'quiet' : 'alert',
    label: said.title,
    more: sentences(...(lines.length > 0 ? lines : [said.why])),
    short: own ?? t(`previews.${decision.reason as keyof Words['previews']}`),
    brief: decision.verdict === 'inform' && !own ? '?' : '!',
    open: () => notice.show({ title: said.title, text: sentences(...lines, said.instead), dismiss: t('dialog.dismiss') }),
  };
}

/** The title of the dialog, where room is left and everybody begins to read; else the control itself. */
function anchorOf({ control, box }: PageAct): Element {
  const dialog = control.closest(dialogs) ?? box;
  const by = dialog?.getAttribute('aria-labelledby');
  const title = (by ? document.getElementById(by) : null) ?? dialog?.querySelector(headings);
  return title && isShown(title) ? title : control;
}
