import type { ExplainCode } from '../contract/page-declaration.ts';
import { formRoots } from '../overlay/box.ts';
import { find } from '../overlay/find.ts';
import { type Setting, settingBeside, switches } from '../overlay/set.ts';
import { around, isShown, own } from '../overlay/text.ts';
import { type OktaSetting, oktaSettings } from '../ownership/actions.ts';
import type { Page } from './recognise.ts';

/** Words of the page that are explained, and for a setting how it is set. */
export interface Explained extends Setting {
  says: ExplainCode;
  caption: Element;
  /** It is a control among others. */
  corner?: boolean;
}

/** The settings that the pages on screen show. */
export interface AppSettings {
  read(): Explained[];
  /** Whether a person has turned a setting so, in the form that a control saves. */
  turned(setting: OktaSetting, on: boolean, control: Element): boolean;
  /** The form was saved: what it shows is how the app is set. */
  saved(): void;
}

/** `learned` is told how the app is set, whenever that is seen: a form shows it until a person turns something in it. */
export function createAppSettings(
  pages: () => readonly Page[],
  learned: (settings: Partial<Record<OktaSetting, boolean>>) => void,
  signal: AbortSignal,
): AppSettings {
  const kept = new Map<OktaSetting, boolean>();
  let inForm = new Set<ExplainCode>();

  const keep = (all: readonly Explained[]) => {
    const news: Partial<Record<OktaSetting, boolean>> = {};
    for (const { says, on } of all) {
      if (on === null || !isSetting(says) || kept.get(says) === on) continue;
      kept.set(says, on);
      news[says] = on;
    }
    if (Object.keys(news).length > 0) learned(news);
  };
  const read = () => {
    const all = pages()
      .flatMap(({ declared }) => declared.explains ?? [])
      .flatMap(({ says, by, corner }) => {
        const found = explainedBy(says, by);
        return found ? [{ ...found, ...(corner && { corner }) }] : [];
      });
    // A field that was there before may have been turned since: what it shows is not how the app is set.
    keep(all.filter(({ says, field }) => !field || !inForm.has(says)));
    inForm = new Set(all.flatMap(({ says, field }) => (field ? [says] : [])));
    return all;
  };
  // Before the first turn, however soon after the form came.
  const see = ({ target }: Event) => {
    if (target instanceof Element && target.closest(`${switches},label`)) read();
  };
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, see, { capture: true, signal });

  return {
    read,
    turned(setting, on, control) {
      const shown = read().find(({ says, field }) => says === setting && field);
      if (shown?.on !== on || kept.get(setting) !== !on) return false;
      return [...around(control, 9)].some((element) => element.contains(shown.field));
    },
    saved: () => keep(read().filter(({ field }) => field)),
  };
}

/** Whether it is a setting that is explained, by how it is set. */
export function isSetting(says: ExplainCode): says is OktaSetting {
  return (oktaSettings as readonly string[]).includes(says);
}

function explainedBy(says: ExplainCode, by: Parameters<typeof find>[0][]): Explained | null {
  let first: Explained | null = null;
  for (const locator of by)
    for (const caption of find(locator, formRoots())) {
      if (!isShown(caption) || caption.closest(`[${own}]`)) continue;
      const found = { says, caption, ...(isSetting(says) ? settingBeside(caption) : { field: null, on: null }) };
      // The form lies over, or stands for, what only shows the setting.
      if (found.field) return found;
      first ??= found;
    }
  return first;
}
