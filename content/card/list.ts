import { language } from '../../locales/spoken.ts';
import { t } from '../../locales/words.ts';
import type { ListedSubject, ListFilter, ListRequest, OpenedCard } from '../../messages/card.ts';
import { createCard } from '../../overlay/card.ts';
import { sayIn } from '../../overlay/language.ts';
import { own } from '../../overlay/text.ts';
import { part } from './part.ts';

const filters: readonly ListFilter[] = ['all', 'managed', 'attention', 'others'];
/** So many lines are shown; of the others the number is told. */
const most = 100;

/** The list behind a strip: what the page's list holds, as many as match the chosen *show only…*. It is ours, and the page's own list stays
 *  as the page has it: hiding its rows would be an edit of the page. Each line leads to its row there. */
export function listOf({ strip: anchor, label, read, left }: ListRequest): OpenedCard | null {
  const over = new AbortController();
  sayIn(language());
  const card = createCard(anchor, label);
  card.host.style.setProperty('--room', '360px');
  card.host.style.setProperty('--tall', '60vh');
  const title = part('strong', label);
  const acts = part('div', '', 'acts');
  acts.setAttribute('role', 'group');
  acts.setAttribute('aria-label', t('strip.only'));
  const rows = part('ul', '', 'rows');
  const rest = part('p', '', 'quiet');
  card.body.append(title, acts, rows, rest);
  let all = read();
  let chosen: ListFilter = all.some(({ as }) => as.includes('attention')) ? 'attention' : 'managed';

  const close = () => {
    over.abort();
    card.remove();
  };
  const leave = () => {
    close();
    left();
  };
  const buttons = filters.map((filter) => {
    const button = part('button');
    button.type = 'button';
    button.addEventListener('click', () => {
      chosen = filter;
      all = read();
      draw();
    });
    return { filter, button };
  });
  acts.append(...buttons.map(({ button }) => button));

  const lineOf = (subject: ListedSubject) => {
    const button = part('button', subject.name);
    button.type = 'button';
    button.append(part('small', subject.label, 'quiet'));
    button.addEventListener('click', () => {
      leave();
      subject.show();
    });
    const line = part('li');
    line.append(button);
    return line;
  };
  const draw = () => {
    for (const { filter, button } of buttons) {
      const count = all.filter(({ as }) => as.includes(filter)).length;
      button.textContent = t(`strip.filter.${filter}`, { count });
      button.setAttribute('aria-pressed', String(filter === chosen));
    }
    const shown = all.filter(({ as }) => as.includes(chosen));
    rows.replaceChildren(...shown.slice(0, most).map(lineOf));
    rest.textContent = shown.length === 0 ? t('strip.none') : shown.length > most ? t('strip.more', { count: shown.length - most }) : '';
    rest.hidden = rest.textContent === '';
  };
  draw();
  if (!card.place()) {
    close();
    return null;
  }
  // The strip itself opens and closes it.
  const isOurs = (target: EventTarget | null) =>
    target instanceof Element && [card.host, anchor].some((one) => target.closest(`[${own}]`) === one);
  const listen = { capture: true, signal: over.signal };
  addEventListener('pointerdown', ({ target }) => !isOurs(target) && leave(), listen);
  addEventListener('focusin', ({ target }) => !isOurs(target) && leave(), listen);
  addEventListener(
    'keydown',
    (event) => {
      const last = event.key === 'Tab' && !event.shiftKey && card.atEdge('last');
      const first = event.key === 'Tab' && event.shiftKey && card.atEdge('first');
      if (event.key !== 'Escape' && !(document.activeElement === card.host && (first || last))) return;
      // Back to the strip; Tab at the end goes on from there.
      anchor.focus({ preventScroll: true });
      if (event.key === 'Escape') leave();
      if (last) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    listen,
  );
  const move = () => card.place() || leave();
  for (const type of ['scroll', 'resize']) addEventListener(type, move, { ...listen, passive: true });
  return { host: card.host, enter: card.enter, atEdge: card.atEdge, close };
}
