import { own } from './text.ts';

let spoken = 'en';

/** In which language everything of ours is said from now on, as a BCP 47 tag. The page around it may have another. */
export function sayIn(language: string): void {
  spoken = language;
}

/** Makes an element the one that is ours in the page, in our language. */
export function markOurs(element: HTMLElement, kind: 'badge' | 'strip' | 'notice' | 'panel'): void {
  element.setAttribute(own, kind);
  element.lang = spoken;
}
