// components/dialog/ is the explanation that opens over a host page when an admin is about to do what the other side owns.
// What may enter: this dialog, its frame in the host page, its keyboard. It decides nothing: it is told a decision and gives back an answer.
// It is the only part of the product that brings React into a host page, as a bundle of its own (`entrypoints/dialog`).
import { language } from '../../locales/spoken.ts';
import tokens from '../ui/tokens.css?inline';
import pieces from '../ui/ui.css?inline';
import styles from './dialog.css?inline';

export interface Frame {
  /** The one element in the host page. */
  host: HTMLElement;
  /** Not yet open; its content belongs to the caller. */
  dialog: HTMLDialogElement;
}

/** Appends our one element to `parent`, with a native dialog in its shadow root.
 *
 *  Native, because the top layer is above every z-index of the page, and a modal dialog stays usable where the page made all else inert
 *  (HTML, "blocked by a modal dialog"). In a shadow root, because the page's style sheets must not reach it. */
export function appendFrame(parent: Element): Frame {
  const owner = parent.ownerDocument;
  const host = owner.createElement('div');
  host.dataset['sourcemark'] = 'dialog';
  // Before anything that the page's style sheets say of elements like it. Through the style object: a page's policy may forbid the attribute.
  host.style.setProperty('all', 'initial', 'important');
  host.style.setProperty('display', 'contents', 'important');
  const root = host.attachShadow({ mode: 'open' });
  dress(root, `${tokens}${pieces}${styles}`);
  const dialog = owner.createElement('dialog');
  dialog.className = 'sourcemark-dialog';
  // Said aloud as well: tools that look for the attribute find it, and `aria-modal` is not implied everywhere.
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-modal', 'true');
  dialog.setAttribute('aria-labelledby', 'title');
  // What is expected is there only where something is foretold; a reader passes over an id that is not.
  dialog.setAttribute('aria-describedby', 'expected why');
  dialog.lang = language();
  root.append(dialog);
  parent.append(host);
  return { host, dialog };
}

/** Constructed style sheets pass every content security policy. Firefox does not let a content script adopt one (Mozilla bug 1751346);
 *  there a style element of ours passes, since it is judged by the extension's own policy. */
function dress(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = root.ownerDocument.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
