import { around, fits, isShown, own, plain } from './text.ts';

/** What a page calls a dialog. */
export const dialogs = ['dialog[open]', '[role=dialog]', '[role=alertdialog]', '[aria-modal=true]', '.modal'].join();
const controls = 'a,button,label,[role=button],[role=menuitem],[role=option],[role=link],[role=tab]';
/** A box is small; an element with more inside is the page. */
const most = 500;

/** A page of so many elements shows a long list. */
const long = 4_000;

/** Where a form's words and buttons are looked for: the page, or only its dialogs where it shows a long list, all of which would be read. */
export function formRoots(): Element[] {
  if (document.body.getElementsByTagName('*').length <= long) return [document.body];
  return [...document.querySelectorAll(dialogs)].filter((dialog) => isShown(dialog));
}

/** The dialog (or form) around a control that has a line of that wording: what the page marks up as a dialog, else the nearest element
 *  around the control that says so, outside of controls. */
export function boxAround(control: Element, wording: string): Element | null {
  const dialog = control.closest(dialogs);
  if (dialog) return says(dialog, wording, control) ? dialog : null;
  for (const element of around(control)) {
    if (element === control) continue;
    if (element.matches('main,[role=main]') || element.getElementsByTagName('*').length > most) return null;
    if (says(element, wording, control)) return element;
  }
  return null;
}

function says(box: Element, wording: string, control: Element): boolean {
  if (fits(wording, plain(box.getAttribute('aria-label')))) return true;
  for (const element of box.querySelectorAll('*')) {
    if (element.childElementCount > 3 || control.contains(element) || element.closest(`${controls},[${own}]`)) continue;
    // The words of a control that it holds are not its own (an item of a menu holds just that), nor are those of a dialog within.
    const words = element.contains(control) || element.querySelector(controls) ? ownWords(element) : element.textContent;
    if (fits(wording, plain(words)) && isShown(element) && element.closest(dialogs) === box.closest(dialogs)) return true;
  }
  return fits(wording, plain(ownWords(box)));
}

function ownWords(element: Element): string {
  return [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ' ')).join('');
}
