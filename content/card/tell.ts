import type { Change } from '../../contract/changes.ts';
import type { SubjectFacts, TeamFacts, UserFacts } from '../../contract/subjects.ts';
import { type LinkTarget, linkTo } from '../../hosts/links.ts';
import { ago } from '../../locales/ago.ts';
import { card, links } from '../../locales/en.json';
import { fill } from '../../locales/fill.ts';
import { tellChange } from '../../locales/history.ts';
import type { CardContent } from '../../messages/card.ts';
import { foldName } from '../../ownership/reserved.ts';

/** What a card says, in the order it is read. */
export interface Told {
  /** What needs attention, each in a sentence. */
  trouble: string[];
  rows: [name: string, value: string][];
  link: { href: string; words: string } | null;
}

/** So many teams are named. */
const most = 3;

/** The words of a card. `change`: the subject's last one; null: none is known; undefined: not answered yet. */
export function tell(content: CardContent, change: Change | null | undefined, now: number): Told {
  const { facts } = content;
  return {
    trouble: troubleOf(content, now),
    rows: facts ? [...ownership(facts, content, change, now), ...(facts.kind === 'user' ? ofUser(facts) : ofTeam(facts))] : [],
    link: linkOf(content),
  };
}

function ownership(facts: SubjectFacts, content: CardContent, change: Change | null | undefined, now: number): [string, string][] {
  const { lastSyncedAt, lastChangedAt } = facts.sync;
  const rows: [string, string][] = [[card.owner, card.owners[facts.owner]]];
  if (facts.since) rows.push([card.since, day(facts.since)]);
  if (facts.kind === 'team' && facts.releasedAt) rows.push([card.released, day(facts.releasedAt)]);
  if (facts.owner === 'idp') rows.push([card.synced, lastSyncedAt ? ago(Date.parse(lastSyncedAt), now) : card.never]);
  const at = change?.at ?? lastChangedAt;
  if (change) rows.push([card.change, fill(card.changed, { what: tellChange(change), ago: ago(Date.parse(change.at), now) })]);
  else if (change === undefined) rows.push([card.change, card.looking]);
  else rows.push([card.change, at ? ago(Date.parse(at), now) : card['no-change']]);
  if (facts.kind === 'user' && facts.externalId) rows.push([card['okta-user'], facts.externalId]);
  if (facts.kind === 'team' && facts.owner === 'idp') rows.push([card['okta-group'], groupId(content) ?? card['no-id']]);
  return rows;
}

function ofUser({ active, pending, role, teams }: UserFacts): [string, string][] {
  const names = teams.map(({ name }) => name);
  const rest = names.length - most;
  const shown = rest > 0 ? [...names.slice(0, most), fill(card.more, { count: rest })] : names;
  return [
    [card.account, active ? (pending ? card.pending : card.active) : card.off],
    [card.role, role],
    [card.teams, shown.length > 0 ? shown.join(', ') : card['no-teams']],
  ];
}

function ofTeam({ memberCount }: TeamFacts): [string, string][] {
  return [[card.members, memberCount.toLocaleString('en')]];
}

function troubleOf({ answer, facts }: CardContent, now: number): string[] {
  const { refused, twins, unclear, off } = card.trouble;
  const refusal = facts ? facts.sync.refusal : answer.refusal;
  const lines = refusal ? [fill(refused, { ago: ago(Date.parse(refusal.at), now), detail: refusal.detail })] : [];
  if (!facts && answer.matches.length > 1) lines.push(fill(unclear, { count: answer.matches.length }));
  if (facts?.kind === 'team' && facts.sameName.idp + facts.sameName.spekit > 0) {
    const { idp, spekit } = facts.sameName;
    lines.push(fill(twins, { count: idp + spekit, idp, spekit }));
  }
  if (facts?.kind === 'user' && facts.owner === 'idp' && !facts.active) lines.push(off);
  return lines;
}

/** To the subject in the other console: to that very user or group, or the page that leads there. */
function linkOf(content: CardContent): Told['link'] {
  const { host, kind, facts, places } = content;
  const target: LinkTarget =
    host === 'okta'
      ? kind === 'user'
        ? 'spekit.manage-users'
        : 'spekit.manage-teams'
      : kind === 'user'
        ? 'okta.user'
        : groupId(content)
          ? 'okta.group'
          : 'okta.push-groups';
  if (!facts || (host === 'spekit' && facts.owner !== 'idp')) return null;
  const href = linkTo(target, facts, nameOf(content), { ...places, here: location });
  return href && /^https?:/.test(href) ? { href, words: links[target] } : null;
}

function groupId(content: CardContent): string | undefined {
  return content.places.oktaGroups[foldName(nameOf(content))];
}

function nameOf({ facts, name }: CardContent): string {
  return facts?.kind === 'team' ? facts.name : name;
}

function day(instant: string): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(new Date(instant));
}
