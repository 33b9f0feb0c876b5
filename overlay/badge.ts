import { badgeStyle } from './badge.css.ts';
import { arranges, type Form, placeOf, poseOf } from './place.ts';
import { own, plain } from './text.ts';
import { isDark } from './theme.ts';

/** What a mark says. No sentence is made here. */
export interface BadgeContent {
  owner: 'idp' | 'spekit' | 'unknown';
  tone: 'calm' | 'alert' | 'quiet';
  /** Its accessible name. */
  label: string;
  /** The few words that are seen, and those of them that stay where there is little room. */
  short: string;
  brief: string;
}

/** A mark in the page. Two steps, so that many can be measured before the first of them is moved. */
export interface Badge {
  anchor: Element;
  /** Tells whether its words now take another room, so that it must be measured again. */
  show(content: BadgeContent): boolean;
  /** Reads where it belongs; the answer moves it there. */
  measure(): () => void;
  /** Puts the mark into the page if the page has thrown it out. */
  keep(): void;
  /** Hides itself when its words are no longer those that it was shown for (a list reuses its rows). */
  doubt(): void;
  /** Whether it stands outside of the flow, where it may not scroll with its row. */
  drifts(): boolean;
  remove(): void;
}

const icon = 18;
/** What stands around the words in the pill: borders, padding, the picture and the gap behind it, in px. */
const around = 28;
const link = 'M6.5 9.5a3 3 0 0 0 4.2 0l2-2a3 3 0 0 0-4.2-4.2l-.8.8M9.5 6.5a3 3 0 0 0-4.2 0l-2 2a3 3 0 0 0 4.2 4.2l.8-.8';

/** Makes a mark for the words of `anchor`: one element, appended at the end of an element that is no control, empty but for its shadow. */
export function createBadge(anchor: Element): Badge {
  const host = document.createElement('span');
  host.setAttribute(own, 'badge');
  host.setAttribute('role', 'img');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = badgeStyle;
  const pill = document.createElement('b');
  const words = document.createElement('u');
  const fewer = document.createElement('i');
  pill.append(picture(), words, fewer);
  root.append(style, pill);
  let place = placeOf(anchor);
  let text = '';
  let widths: Record<Form, number> = { full: icon, short: icon, icon };
  let look = '';
  let x = 0;
  let y = 0;

  return {
    anchor,
    show({ owner, tone, label, short, brief }) {
      if (host.getAttribute('aria-label') !== label) {
        host.setAttribute('aria-label', label);
        pill.title = label;
        host.dataset['owner'] = owner;
      }
      look = tone;
      if (words.textContent === short) return false;
      words.textContent = short;
      fewer.textContent = brief;
      const before = widths.full;
      widths = { full: around + roomFor(short), short: around + roomFor(brief), icon };
      return widths.full !== before;
    },
    keep() {
      if (!place.contains(anchor)) place = placeOf(anchor);
      if (host.parentNode !== place) {
        host.toggleAttribute('data-out', arranges(place));
        place.append(host);
      }
      text = plain(anchor.textContent);
    },
    measure() {
      if (!host.isConnected) return () => {};
      const pose = poseOf(anchor, host, widths);
      const dark = isDark(place);
      return () => {
        pill.className = `${look} ${pose?.form ?? ''}${dark ? ' dark' : ''}`;
        host.toggleAttribute('data-posed', pose !== null);
        if (!pose) return;
        // The pose is told from where the host lies now, moved as it already is.
        x += Math.round(pose.x);
        y += Math.round(pose.y - icon / 2);
        for (const [name, value] of [
          ['--x', x],
          ['--y', y],
          ['--w', widths[pose.form]],
        ] as const)
          host.style.setProperty(name, `${value}px`);
      };
    },
    doubt() {
      if (plain(anchor.textContent) !== text) host.removeAttribute('data-posed');
    },
    drifts: () => host.hasAttribute('data-out'),
    remove: () => host.remove(),
  };
}

const rooms = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

/** The room that words take, in px. An age's is that of two digits, so that the pill does not breathe while it counts up.
 *  Measured on a canvas: the page is not laid out for it. */
function roomFor(words: string): number {
  const widest = words.replace(/\d/g, '8').replace(/(?<!8)8(?!8)/, '88');
  let room = rooms.get(widest);
  if (room === undefined) {
    pen ??= document.createElement('canvas').getContext('2d');
    if (pen) pen.font = '500 11px system-ui, sans-serif';
    room = Math.ceil(pen?.measureText(widest).width ?? widest.length * 6) + 1;
    rooms.set(widest, room);
  }
  return room;
}

function picture(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', link);
  svg.append(path);
  return svg;
}
