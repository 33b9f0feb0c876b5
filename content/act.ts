import type { ControlDeclaration } from '../contract/page-declaration.ts';
import { boxAround, dialogs } from '../overlay/box.ts';
import type { Fields } from '../overlay/fields.ts';
import { findAll } from '../overlay/find.ts';
import type { Act } from '../overlay/intercept.ts';
import { fieldsOf, heldBy, labelsOf, nameOf } from '../overlay/name.ts';
import { showsPicture } from '../overlay/picture.ts';
import { around, fits, linesOf, plain, textNodes } from '../overlay/text.ts';
import type { AppSettings } from './app-settings.ts';
import { fitting } from './fitting.ts';
import type { Page } from './recognise.ts';
import { type Resolver, rowAround } from './resolve.ts';
import type { Subject } from './scan.ts';

/** An act that a declaration names, on the subjects that the page shows. */
export interface PageAct extends Act {
  declared: ControlDeclaration;
  subjects: Subject[];
  /** The edited name, where the act gives one. */
  newName?: string;
  /** Which subjects it touches is not known, since it goes by what is not seen here. */
  unsure?: boolean;
  /** The dialog or form that says what the act is. */
  box: Element | null;
  /** What the same press does besides: one button saves several settings. */
  also: PageAct[];
}

/** What a page's acts are read with. */
export interface Reading {
  pages: readonly Page[];
  resolver: Resolver;
  fields: Fields;
  settings: Pick<AppSettings, 'turned'>;
  /** Names of Okta's groups that are known and not pushed yet, as far as the page shows. */
  groups(): string[];
}

/** The longest name of a control. */
const longest = 90;
const opening = '[aria-haspopup]:not([aria-haspopup=false]),[aria-expanded]';
const typing =
  'input:not([type=button],[type=submit],[type=reset],[type=image],[type=checkbox],[type=radio]),textarea,select,[contenteditable=true]';

/** Reads what an event on `target` would do, from the elements on its path. */
export function readAct(target: Element, event: Event, reading: Reading): PageAct | null {
  const { pages, resolver } = reading;
  const controls = pages.flatMap(({ declared }) => declared.controls);
  if (target.matches(typing)) return event instanceof KeyboardEvent && event.key === 'Enter' ? typed(target, controls, reading) : null;
  if (event instanceof SubmitEvent && target instanceof HTMLFormElement) {
    const button = target.querySelector<HTMLElement>('[type=submit],button:not([type=button])');
    return button ? readAct(button, event, reading) : null;
  }
  let steps = 0;
  for (const element of around(target, event instanceof KeyboardEvent ? 1 : 8)) {
    steps += 1;
    if (
      element.matches(`${dialogs},form,table,tr,ul,main,[role=row],[role=menu],[role=listbox],[role=toolbar]`) ||
      (steps > 1 && element.querySelector(typing))
    )
      return null;
    const name = nameOf(element);
    if (name.length > longest) return null;
    const near = resolver.nearest(element);
    for (const declared of controls) {
      if (!isCalled(element, name, near, declared)) continue;
      const act = actOf(element, declared, near, reading);
      if (!act) continue;
      const { rowSays } = declared;
      if (rowSays && !linesOf(rowAround(element)).some((line) => fits(rowSays, line))) return null;
      const others = declared.turned ? controls.filter((other) => other.turned && other !== declared) : [];
      const also = others.flatMap((other) => (isCalled(element, name, near, other) && actOf(element, other, near, reading)) || []);
      return { ...act, also };
    }
  }
  return null;
}

function isCalled(
  element: Element,
  name: string,
  near: Subject | null,
  { name: wording, icon, suggestedFor }: ControlDeclaration,
): boolean {
  if (suggestedFor && !isSuggested(element, suggestedFor)) return false;
  if (fits(wording, name)) return true;
  if (
    near &&
    name.includes(near.name) &&
    fits(wording, plain(name.replace(near.name, '').replace(/["'“”‘’:?]|\bteam\b(?=.*\bteam\b)/g, ' ')))
  )
    return true;
  return showsPicture(element, name, icon);
}

/** A list of suggestions belongs to the field that says so, or that has the focus meanwhile. */
function isSuggested(element: Element, wording: string): boolean {
  const list = element.matches('[role=option],li') && element.closest('[role=listbox]');
  if (!list) return false;
  const field = (list.id && document.querySelector(`[aria-controls="${list.id}"],[aria-owns="${list.id}"]`)) || document.activeElement;
  return field !== null && labelsOf(field).some((label) => fits(wording, label));
}

/** What a suggestion may mean: its first words, its first line, or all of it, where a part of the name is set off. */
function readingsOf(control: Element): string[] {
  const [first] = textNodes(control);
  return [first?.nodeValue, linesOf(control)[0], control.textContent].map(plain);
}

/** The one that several readings mean. */
const anyOf = (readings: Subject[]): Subject[] =>
  readings.slice(0, 1).map((one) => ({ ...one, queries: readings.flatMap(({ queries }) => queries) }));

function actOf(control: Element, declared: ControlDeclaration, near: Subject | null, reading: Reading): PageAct | null {
  const { resolver, fields, settings, groups } = reading;
  const { of: kind, row, within, action, turned } = declared;
  if (
    row
      ? near?.kind !== row
      : near &&
        kind !== 'none' &&
        near.kind !== kind &&
        !near.list?.membership &&
        !declared.changed &&
        !declared.chosen &&
        !declared.suggestedFor &&
        !declared.creates
  )
    return null;
  // What leads to a page of the name of an act does not do it.
  const box = within && !control.closest('nav,[role=navigation]') ? boxAround(control, within) : null;
  if (within && !box) return null;
  // What opens a menu has nothing chosen yet; and what holds the rows of the page is the page, not a form in it.
  if (declared.previewed && (control.matches(opening) || (box && !box.matches(dialogs) && resolver.holdsMany(box)))) return null;
  // What is ticked lies behind a dialog: that one says itself what it is about.
  if (declared.ticked && control.closest(dialogs)) return null;
  if (turned && !settings.turned(turned.setting, turned.on, control)) return null;
  let newName: string | undefined;
  const fit = declared.fits && fitting(declared.fits, box ?? control, groups());
  const named = (names: readonly string[]) => names.flatMap((name) => resolver.called(kind === 'user' ? kind : 'team', name, control));
  let subjects = fit
    ? named(fit.names)
    : declared.suggestedFor
      ? anyOf(named(readingsOf(control)))
      : resolver.subjectsOf(control, declared, box);
  if (declared.changed) {
    const edited = editedIn(declared, scopeOf(control, declared), subjects, fields);
    if (!edited) return null;
    newName = edited.now;
    if (subjects.length === 0 && kind !== 'none') subjects = resolver.called(kind, edited.before, control);
  }
  if (kind !== 'none' && subjects.length === 0 && !declared.byRule && !declared.fits) return null;
  const key = `${action} ${subjects.map(({ queries }) => queries[0]?.key).join()}`;
  return {
    control,
    declared,
    subjects,
    key,
    box,
    also: [],
    ...(newName !== undefined && { newName }),
    ...(fit?.unsure && { unsure: true }),
  };
}

/** Enter in a name field that was edited saves it, in a form or in a page that listens to the key. */
function typed(field: Element, controls: readonly ControlDeclaration[], reading: Reading): PageAct | null {
  if (field.matches('textarea')) return null;
  for (const declared of controls)
    if (declared.changed?.some((locator) => findAll(locator, scopeOf(field, declared)).includes(field))) {
      const act = actOf(field, declared, reading.resolver.nearest(field), reading);
      if (act) return act;
    }
  return null;
}

/** Where the fields of a control are: its dialog or form, else the nearest element around it that has such a field. */
function scopeOf(control: Element, { changed = [] }: ControlDeclaration): Element {
  const scope = control.closest(dialogs) ?? control.closest('form');
  if (scope) return scope;
  for (const element of around(control, 9)) if (changed.some((locator) => findAll(locator, element).length > 0)) return element;
  return control;
}

/** The first field that a person gave another value than it had, and than the subject is known by. */
function editedIn(
  { changed = [] }: ControlDeclaration,
  scope: Element,
  subjects: readonly Subject[],
  fields: Fields,
): { before: string; now: string } | null {
  const all = changed.flatMap((locator) => findAll(locator, scope)).filter((field) => fieldsOf(scope).includes(field as HTMLElement));
  for (const field of all) {
    const before = fields.before(field);
    const now = heldBy(field);
    if (before !== null && now !== before && !subjects.some(({ name }) => name === now)) return { before, now };
  }
  return null;
}
