import type { Change } from '../../contract/changes.ts';
import type { SubjectFacts, TeamFacts, UserFacts } from '../../contract/subjects.ts';
import { type LinkTarget, linkTo } from '../../hosts/links.ts';
import { ago } from '../../locales/ago.ts';
import { day, number } from '../../locales/formats.ts';
import { tellChange } from '../../locales/history.ts';
import { clauses } from '../../locales/joined.ts';
import { t } from '../../locales/words.ts';
import type { CardContent } from '../../messages/card.ts';
import { foldName } from '../../ownership/reserved.ts';
import { merging } from '../merging.ts';

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
  const rows: [string, string][] = [[t('card.owner'), t(`card.owners.${facts.owner}`)]];
  if (facts.since) rows.push([t('card.since'), day(facts.since)]);
  if (facts.kind === 'team' && facts.releasedAt) rows.push([t('card.released'), day(facts.releasedAt)]);
  if (facts.owner === 'idp') rows.push([t('card.synced'), lastSyncedAt ? ago(Date.parse(lastSyncedAt), now) : t('card.never')]);
  const merge = merging(facts);
  if (merge) rows.push([t('card.merging.row'), sure(merge.label, facts)]);
  const at = change?.at ?? lastChangedAt;
  if (change) rows.push([t('card.change'), t('card.changed', { what: tellChange(change), ago: ago(Date.parse(change.at), now) })]);
  else if (change === undefined) rows.push([t('card.change'), t('card.looking')]);
  else rows.push([t('card.change'), at ? ago(Date.parse(at), now) : t('card.no-change')]);
  if (facts.kind === 'user' && facts.externalId) rows.push([t('card.okta-user'), facts.externalId]);
  if (facts.kind === 'team' && facts.owner === 'idp') rows.push([t('card.okta-group'), groupId(content) ?? t('card.no-id')]);
  return rows;
}

/** How sure the match is that it rests on. */
function sure(what: string, { mapping }: SubjectFacts): string {
  if (!mapping || mapping.confidence === 'none') return what;
  return clauses(what, t(`card.merging.${mapping.confidence}`));
}

function ofUser({ active, pending, role, teams }: UserFacts): [string, string][] {
  const names = teams.map(({ name }) => name);
  const rest = names.length - most;
  const shown = rest > 0 ? [...names.slice(0, most), t('card.more', { count: rest })] : names;
  return [
    [t('card.account'), active ? (pending ? t('card.pending') : t('card.active')) : t('card.off')],
    [t('card.role'), role],
    [t('card.teams'), shown.length > 0 ? clauses(...shown) : t('card.no-teams')],
  ];
}

function ofTeam({ memberCount }: TeamFacts): [string, string][] {
  return [[t('card.members'), number(memberCount)]];
}

function troubleOf({ answer, facts }: CardContent, now: number): string[] {
  const refusal = facts ? facts.sync.refusal : answer.refusal;
  const lines = refusal ? [t('card.trouble.refused', { ago: ago(Date.parse(refusal.at), now), detail: refusal.detail })] : [];
  if (!facts && answer.matches.length > 1) lines.push(t('card.trouble.unclear', { count: answer.matches.length }));
  if (facts?.kind === 'team' && facts.sameName.idp + facts.sameName.spekit > 0) {
    const { idp, spekit } = facts.sameName;
    lines.push(t('card.trouble.twins', { count: idp + spekit, idp, spekit }));
  }
  if (facts?.kind === 'user' && facts.owner === 'idp' && !facts.active) lines.push(t('card.trouble.off'));
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
  return href && /^https?:/.test(href) ? { href, words: t(`links.${target}`) } : null;
}

function groupId(content: CardContent): string | undefined {
  return content.places.oktaGroups[foldName(nameOf(content))];
}

function nameOf({ facts, name }: CardContent): string {
  return facts?.kind === 'team' ? facts.name : name;
}
