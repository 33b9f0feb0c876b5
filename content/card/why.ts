import { t } from '../../locales/words.ts';
import type { CardAsk, CardContent, WhyAnswerer, WhyDoor } from '../../messages/card.ts';
import { bring } from '../bring.ts';
import { part } from './part.ts';

/** The part of a card that says why somebody is not in a team: at once where the page names both, else of whom is typed. */
export interface CardWhy {
  /** In the order that they are read: before the facts, and after the way on. */
  above: HTMLElement;
  below: HTMLElement;
  show(content: CardContent): void;
  /** Something is known anew: asks again what was asked. */
  renew(content: CardContent): Promise<void>;
}

export function createWhy(mark: HTMLElement, ask: CardAsk, grown: () => void): CardWhy {
  const above = part('div');
  const below = part('div', '', 'below');
  const label = part('label');
  const field = part('input');
  const button = part('button', t('why.ask'));
  const line = part('div', '', 'ask');
  const answer = part('div');
  for (const live of [above, answer]) live.setAttribute('aria-live', 'polite');
  label.htmlFor = field.id = 'why';
  field.maxLength = 300;
  field.autocomplete = 'off';
  field.spellcheck = false;
  button.type = 'button';
  line.append(field, button);
  below.append(label, line, answer);
  let typed = '';
  let content: CardContent | null = null;
  let answerer: WhyAnswerer | null = null;

  const renew = async (now: CardContent) => {
    content = now;
    const both = namesBoth(now);
    if (!both && !typed) return;
    answerer ??=
      (await bring<WhyDoor>(Symbol.for('sourcemark.why'), () => ask('why.inject', {})))?.(both ? above : answer, mark, ask) ?? null;
    await answerer?.tell(now, typed);
    grown();
  };
  const start = () => {
    typed = field.value.trim();
    // In a low window the end of the answer, which says what to do, would be out of sight.
    if (typed && content) void renew(content).then(() => answer.scrollIntoView({ block: 'nearest' }));
  };
  button.addEventListener('click', start);
  field.addEventListener('keydown', ({ key, isComposing }) => key === 'Enter' && !isComposing && start());

  return {
    above,
    below,
    renew,
    show(now) {
      const { kind, facts } = now;
      content = now;
      below.hidden = !facts || namesBoth(now);
      label.textContent ||= t(kind === 'user' ? 'why.of-user' : 'why.of-team');
      field.placeholder = t(kind === 'user' ? 'why.team-placeholder' : 'why.user-placeholder');
      answerer?.renew();
    },
  };
}

/** Whether the page names a person and a team. A title that no team has may be no team's name. */
function namesBoth({ kind, page }: CardContent): boolean {
  return page !== null && (kind === 'team' || !!page.facts);
}
