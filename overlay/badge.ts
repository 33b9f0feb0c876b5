import { createPill, type PillKind } from './pill.ts';
import { arranges, type Form, placeOf, poseOf, put } from './place.ts';
import { plain } from './text.ts';
import { isDark } from './theme.ts';

/** What a mark says. No sentence is made here. */
export interface BadgeContent {
  /** Null for what is said of no subject. */
  owner: 'idp' | 'spekit' | 'unknown' | null;
  tone: 'calm' | 'alert' | 'quiet';
  /** Its accessible name. */
  label: string;
  /** Its accessible description: what one who asks is told besides. */
  more?: string;
  /** The few words that are seen, and those of them that stay where there is little room. */
  short: string;
  brief: string;
}

/** A mark in the page. What reads the page and what writes it are two steps, so that many are read before the first of them is written. */
export interface Badge {
  anchor: Element;
  host: HTMLElement;
  /** What it stands in, whose size says how much room there is. */
  row: Element;
  show(content: BadgeContent): void;
  /** Reads where in the page it belongs; the answer puts it there, where the page has thrown it out too. */
  keep(): () => void;
  /** Reads where it stands; the answer moves it there. */
  measure(grounds: Map<Element, boolean>): () => void;
  /** Hides itself when its words are no longer those that it was shown for (a list reuses its rows). */
  doubt(): void;
  /** Whether it stands outside of the flow, where it may not scroll with its row. */
  drifts(): boolean;
  remove(): void;
}

const icon = 18;
/** What stands around the words in the pill: borders, padding, the picture and the gap behind it, in px. */
const around = 28;

/** Moves marks to where they belong, all at once: the page is laid out at most once for it. */
export function measure(badges: readonly Badge[]): void {
  const grounds = new Map<Element, boolean>();
  for (const move of badges.map((badge) => badge.measure(grounds))) move();
}

/** Makes a mark for the words of `anchor`: one element, appended at the end of an element that is no control, empty but for its shadow. */
export function createBadge(anchor: Element, kind: PillKind = 'badge'): Badge {
  const { host, pill, words, fewer } = createPill(kind);
  let place: Element | null = null;
  let text = '';
  let widths: Record<Form, number> = { full: icon, short: icon, icon };
  let look = '';
  let x = 0;
  let y = 0;

  return {
    anchor,
    host,
    row: anchor.parentElement ?? anchor,
    show(content) {
      const { owner, tone, label, more = '', short, brief } = content;
      if (host.getAttribute('aria-label') !== label || (host.getAttribute('aria-description') ?? '') !== more) {
        host.setAttribute('aria-label', label);
        if (more) host.setAttribute('aria-description', more);
        else host.removeAttribute('aria-description');
        // A line each: which sign ends a sentence is a matter of the language.
        pill.title = more ? `${label}\n${more}` : '';
        if (owner) host.dataset['owner'] = owner;
      }
      look = tone;
      if (words.textContent === short) return;
      words.textContent = short;
      fewer.textContent = brief;
      widths = widthsOf(content);
    },
    keep() {
      const at = place?.contains(anchor) ? place : placeOf(anchor);
      const out = host.parentNode === at ? null : arranges(at);
      const now = plain(anchor.textContent);
      return () => {
        text = now;
        place = at;
        if (out === null) return;
        host.toggleAttribute('data-out', out);
        // Its likely width before it is laid out first: the page is not laid out again for it.
        if (!host.hasAttribute('style')) put(host, 'w', widths.full);
        at.append(host);
      };
    },
    measure(grounds) {
      if (!host.isConnected || !place) return () => {};
      const pose = poseOf(anchor, host, widths);
      const dark = isDark(place, grounds);
      return () => {
        const looks = `${look} ${pose?.form ?? ''}${dark ? ' dark' : ''}`;
        if (pill.className !== looks) pill.className = looks;
        host.toggleAttribute('data-posed', pose !== null);
        if (!pose) return;
        // The pose is told from where the host lies now, moved as it already is.
        x += Math.round(pose.x);
        y += Math.round(pose.y - icon / 2);
        put(host, 'x', x);
        put(host, 'y', y);
        put(host, 'w', widths[pose.form]);
      };
    },
    doubt() {
      if (plain(anchor.textContent) !== text) host.removeAttribute('data-posed');
    },
    drifts: () => host.hasAttribute('data-out'),
    remove: () => host.remove(),
  };
}

function widthsOf({ short, brief }: BadgeContent): Record<Form, number> {
  return { full: around + roomFor(short), short: around + roomFor(brief), icon };
}

/** How much would be seen of a mark that said this beside the words of `anchor`. */
export function formOf(anchor: Element, content: BadgeContent): Form | undefined {
  return poseOf(anchor, anchor, widthsOf(content))?.form;
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
