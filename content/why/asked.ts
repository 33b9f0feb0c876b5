import type { WhyQuery } from '../../contract/why.ts';
import type { CardContent, Paired } from '../../messages/card.ts';
import { rows, textNodes } from '../../overlay/text.ts';

/** Why which person is not in which team. */
export interface Asked {
  query: WhyQuery;
  /** How the page, or whoever asks, calls the two. */
  names: { user: string; team: string };
  /** Okta's page lists the person among the group's members. */
  listed: boolean;
  /** Okta's id of the person, where Spekit or the page knows it. */
  externalId: string | null;
}

const email = /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/i;

/** The question of a card: of whom was typed, else of the two whom the page names. Null: the one is in the other. By what is the most
 *  exact: our id, an address of the row, Okta's id. A name alone may be somebody else's. */
export function askedOf({ kind, facts, name, queries, page }: CardContent, typed: string, mark: HTMLElement): Asked | null {
  const one = { name, facts, queries };
  const other: Paired = typed || !page ? { name: typed, queries: [] } : page;
  const [user, team] = kind === 'user' ? [one, other] : [other, one];
  if (user.facts?.kind === 'user' && user.facts.teams.some(({ id }) => id === team.facts?.id)) return null;
  const row = kind === 'user' && mark.closest(rows);
  // Word by word: what stands in two elements is one word to `textContent`.
  const [address] = row ? [...textNodes(row)].flatMap(({ nodeValue }) => email.exec(nodeValue ?? '') ?? []) : [];
  const [query] = user.queries;
  return {
    query: { user: user.facts?.id || address || query?.externalId || query?.email || user.name, team: team.facts?.id ?? team.name },
    names: { user: user.name, team: team.name },
    listed: other.listed === true,
    externalId: (user.facts?.kind === 'user' && user.facts.externalId) || query?.externalId || null,
  };
}
