import { badgeStyle } from './badge.css.ts';
import { placeOf, poseOf } from './place.ts';
import { own, plain } from './text.ts';
import { isDark } from './theme.ts';

/** What a mark says. No sentence is made here. */
export interface BadgeContent {
  owner: 'idp' | 'spekit' | 'unknown';
  tone: 'calm' | 'alert' | 'quiet';
  /** Its accessible name. */
  label: string;
  /** The few words that are seen. */
  short: string;
}

/** A mark in the page. Two steps, so that many can be measured before the first of them is moved. */
export interface Badge {
  anchor: Element;
  show(content: BadgeContent): void;
  /** Reads where it belongs; the answer moves it there. */
  measure(): () => void;
  /** Puts the mark into the page if the page has thrown it out. */
  keep(): void;
  /** Hides itself when its words are no longer those that it was shown for (a list reuses its rows). */
  doubt(): void;
  remove(): void;
}

const icon = 18;
const link = 'M6.5 9.5a3 3 0 0 0 4.2 0l2-2a3 3 0 0 0-4.2-4.2l-.8.8M9.5 6.5a3 3 0 0 0-4.2 0l-2 2a3 3 0 0 0 4.2 4.2l.8-.8';

/** Makes a mark for the words of `anchor`: one element, appended at the end of an element that is no control, empty but for its shadow. */
export function createBadge(anchor: Element): Badge {
  const host = document.createElement('span');
  host.setAttribute(own, 'badge');
  host.setAttribute('role', 'img');
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = badgeStyle;
  const pill = document.createElement('b');
  const words = document.createElement('u');
  pill.append(picture(), words);
  root.append(style, pill);
  let place = placeOf(anchor);
  let text = '';
  let shown = '';
  let width = 0;
  let look = '';

  return {
    anchor,
    show({ owner, tone, label, short }) {
      if (host.getAttribute('aria-label') !== label) {
        host.setAttribute('aria-label', label);
        pill.title = label;
        host.dataset['owner'] = owner;
      }
      // The room of "59 min" is kept from the first paint on, so that the pill does not breathe with its age.
      if (short.length !== shown.length) {
        width = 0;
        words.style.setProperty('--room', `${Math.max(short.length, /\d/.test(short) ? 13 : 0) * 0.52}em`);
      }
      if (short !== shown) words.textContent = short;
      shown = short;
      look = tone;
    },
    keep() {
      if (!place.contains(anchor)) place = placeOf(anchor);
      if (host.parentNode !== place) place.append(host);
      text = plain(anchor.textContent);
    },
    measure() {
      if (!host.isConnected) return () => {};
      if (width === 0) {
        pill.classList.remove('narrow');
        width = pill.offsetWidth;
      }
      const pose = poseOf(anchor, host, width, icon);
      const dark = isDark(place);
      return () => {
        pill.className = `${look}${dark ? ' dark' : ''}${pose ? ' posed' : ''}${pose?.narrow ? ' narrow' : ''}`;
        if (pose) pill.style.transform = `translate(${Math.round(pose.x)}px,${Math.round(pose.y)}px)`;
      };
    },
    doubt() {
      if (plain(anchor.textContent) !== text) pill.className = '';
    },
    remove: () => host.remove(),
  };
}

function picture(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', link);
  svg.append(path);
  return svg;
}
