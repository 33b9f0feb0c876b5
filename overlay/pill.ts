import { badgeStyle } from './badge.css.ts';
import { markOurs } from './language.ts';

const link = 'M6.5 9.5a3 3 0 0 0 4.2 0l2-2a3 3 0 0 0-4.2-4.2l-.8.8M9.5 6.5a3 3 0 0 0-4.2 0l-2 2a3 3 0 0 0 4.2 4.2l.8-.8';

/** The elements of a mark. All but the host lie in its shadow, where the page's looks do not reach. */
export interface Pill {
  host: HTMLElement;
  pill: HTMLElement;
  /** Its words, and those of them that stay where there is little room. */
  words: HTMLElement;
  fewer: HTMLElement;
}

/** What a pill is to the page: the mark of a subject; or a strip that can be pressed, which sums a list up or explains a setting. */
export type PillKind = 'badge' | 'strip';

export function createPill(kind: PillKind): Pill {
  const host = document.createElement('span');
  markOurs(host, kind);
  host.setAttribute('role', kind === 'badge' ? 'img' : 'button');
  if (kind === 'strip') host.tabIndex = 0;
  const pill = document.createElement('b');
  const words = document.createElement('u');
  const fewer = document.createElement('i');
  pill.append(picture(), words, fewer);
  // One text for all of them: the browser parses it once.
  const style = document.createElement('style');
  style.textContent = badgeStyle;
  host.attachShadow({ mode: 'closed' }).append(style, pill);
  return { host, pill, words, fewer };
}

function picture(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', link);
  svg.append(path);
  return svg;
}
