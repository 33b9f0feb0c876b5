import type { WhyAnswer } from '../../contract/why.ts';
import { type LinkTarget, linkTo } from '../../hosts/links.ts';
import { stepTargets } from '../../hosts/why.ts';
import { t } from '../../locales/words.ts';
import type { SessionStart } from '../../messages/map.ts';
import type { Asked } from './asked.ts';

/** Why somebody is not in a team, in the order it is read. */
export interface ToldWhy {
  title: string;
  steps: ToldStep[];
  /** The one thing to do next. */
  next: string;
  link: { href: string; words: string } | null;
}

export interface ToldStep {
  state: 'yes' | 'no' | 'unknown';
  /** The state as a word, for who does not see its sign. */
  said: string;
  text: string;
  /** From when that is, in ms since 1970. */
  at: number | null;
  /** What Okta was answered, where a refusal decided it. */
  detail: string | null;
}

/** The words of an answer. Whom Okta's page lists in the group is in it: then nothing is to be added, and what is left is to wait or push again. */
export function tellWhy(
  { user, team, steps, next }: WhyAnswer,
  { names, listed, externalId }: Omit<Asked, 'query'>,
  places: SessionStart,
  at: Pick<Location, 'host' | 'protocol' | 'href'>,
): ToldWhy {
  const facts = { user: user?.displayName || user?.userName || names.user, team: team?.name ?? names.team };
  const told = steps.map(({ check, state, at: since, detail }) => ({
    ...{ state, detail, said: t(`why.${state}`), at: since === null ? null : Date.parse(since) },
    text: t(`why.check.${check}.${state}`, facts),
  }));
  const after = steps.findIndex(({ check, state }) => check === 'active' && state === 'yes') + 1;
  if (listed && after > 0)
    told.splice(after, 0, { state: 'yes', said: t('why.yes'), text: t('causes.listed', facts), at: null, detail: null });
  const waits = listed && next === 'add-to-group';
  const person = user ?? { kind: 'user' as const, externalId };
  const linkOf = (target: LinkTarget) => {
    const href = linkTo(target, target === 'okta.user' ? person : team, facts.team, { ...places, here: at });
    return href && /^https?:/.test(href) ? { href, words: t(`links.${target}`) } : null;
  };
  const target = waits ? 'okta.push-groups' : stepTargets[next];
  // Where the app's pages are is not known before one of them was open; the person's own page leads to their apps.
  const link = target && (linkOf(target) ?? (target === 'okta.assignments' ? linkOf('okta.user') : null));
  return {
    title: t('causes.title', facts),
    steps: told,
    next: waits ? t('causes.pending', facts) : t(`why.next.${next}`, facts),
    // What leads to the page that one is on leads nowhere.
    link: link?.href === at.href.split('#')[0] ? null : link,
  };
}
