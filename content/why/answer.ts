import { ago } from '../../locales/ago.ts';
import { t } from '../../locales/words.ts';
import type { CardAsk, WhyAnswerer } from '../../messages/card.ts';
import { whyStyle } from '../../overlay/why.css.ts';
import { part } from '../card/part.ts';
import { type Asked, askedOf } from './asked.ts';
import { type ToldStep, type ToldWhy, tellWhy } from './tell.ts';

/** Writes into an element of ours why somebody is not in a team. */
export function createAnswer(into: HTMLElement, mark: HTMLElement, ask: CardAsk): WhyAnswerer {
  const looks = part('style', whyStyle);
  into.append(looks);
  let last = '';
  let newest: Asked | null = null;
  let ages: [place: HTMLElement, at: number][] = [];

  const renew = () => {
    for (const [place, at] of ages) place.textContent = ` · ${ago(at, Date.now())}`;
  };
  const stepOf = ({ state, said, text, at, detail }: ToldStep): HTMLElement => {
    const line = part('li');
    line.dataset['state'] = state;
    line.append(part('span', `${said} `, 'unseen'), text);
    if (at !== null) {
      const age = part('span', '', 'quiet');
      ages.push([age, at]);
      line.append(age);
    }
    if (detail !== null) line.append(part('q', detail));
    return line;
  };
  const draw = ({ title, steps, next, link }: ToldWhy) => {
    ages = [];
    const list = part('ol');
    list.append(...steps.map(stepOf));
    const parts: HTMLElement[] = [part('b', title), list, part('p', next, 'next')];
    if (link) {
      const way = part('a', link.words);
      way.href = link.href;
      way.target = '_blank';
      way.rel = 'noopener';
      way.setAttribute('aria-label', `${link.words} ${t('dialog.new-tab')}`);
      parts.push(way);
    }
    into.replaceChildren(looks, ...parts);
    renew();
  };

  return {
    renew,
    async tell(content, typed) {
      const asked = askedOf(content, typed, mark);
      newest = asked;
      const answer = asked && (await ask('subjects.why', asked.query));
      if (newest !== asked) return;
      const told = asked && answer?.why ? tellWhy(answer.why, asked, content.places, location) : null;
      const now = JSON.stringify([asked, told]);
      // What says the same stays: it may have the focus.
      if (now === last) return;
      last = now;
      if (told) draw(told);
      else into.replaceChildren(...(asked ? [part('p', t('why.failed'), 'quiet')] : []));
    },
  };
}
