import type { Decision } from '../ownership/decide.ts';
import { ago } from './ago.ts';
import { listed } from './listed.ts';
import type { ExplainFacts } from './phrase.ts';
import { t } from './words.ts';

/** What the companion knows of a subject, as far as what is expected of an act depends on it. */
export type Known =
  | { kind: 'team'; memberCount: number; sameName: { idp: number; spekit: number } }
  | { kind: 'user'; active: boolean; teams: readonly { name: string; owner: 'idp' | 'spekit' | 'unknown' }[] };

/** What is expected of an act: short lines, at most three, under a title that says how old their facts are. */
export interface Foretold {
  title: string;
  lines: string[];
}

/** What an act in Okta is expected to come to in Spekit, or null where nothing is foretold. An expectation, never a promise: what the
 *  companion does not know, and what Okta may or may not send, is said to be not known, and why. */
export function foretell({ reason }: Decision, facts: ExplainFacts, now: number): Foretold | null {
  const { asOf } = facts;
  const title = asOf === undefined ? t('expected.as-of-unknown') : t('expected.as-of', { ago: ago(asOf, now) });
  switch (reason) {
    case 'group-unlink-team-stays':
      return { title, lines: ofTeams(facts, t('expected.team.unlinked'), t('expected.team.unlinked-all')) };
    case 'group-delete-team-stays':
      return { title, lines: ofTeams(facts, t('expected.team.gone'), t('expected.team.gone')) };
    case 'group-pause-freezes-team':
      return { title, lines: ofTeams(facts, t('expected.team.frozen'), t('expected.team.frozen-all')) };
    case 'rule-delete-teams-stay':
      return {
        title,
        lines: facts.name
          ? ofTeams(facts, t('expected.team.unlinked'), t('expected.team.unlinked-all'))
          : [t('expected.rule.unknown'), t('expected.team.unlinked-all')],
      };
    case 'group-push-creates-team':
    case 'group-push-same-name':
      return { title, lines: ofPush(facts, now) };
    case 'group-unassign-deactivates':
      return { title, lines: [ofUnassigned(facts, now)] };
    case 'unassign-deactivates':
    case 'deactivate-deactivates':
      return { title, lines: ofUser(facts, now) };
    case 'suspend-changes-nothing':
      return { title, lines: [ofKept(facts.known, t('expected.user.suspended'))] };
    case 'delete-account-stays':
      return { title, lines: [ofKept(facts.known, t('expected.user.kept'))] };
    default:
      return null;
  }
}

/** The blast radius over all that the act touches: one team, or the sum of several. */
function ofTeams(facts: ExplainFacts, one: string, all: string): string[] {
  const touched = facts.all ?? [];
  if (touched.length < 2) return ofTeam(facts.known, one);
  const counts = touched.flatMap(({ known }) => (known?.kind === 'team' && known.sameName.idp === 0 ? [known.memberCount] : []));
  const count = counts.reduce((sum, members) => sum + members, 0);
  const unknown = touched.length - counts.length;
  return [unknown === 0 ? t('expected.members.sum', { count }) : t('expected.members.part', { count, unknown }), all];
}

/** Guide: "Teams can only be removed via the Spekit app." So the team and its members stay. `owner` says whose it is then: a DELETE of the
 *  group makes it Spekit's own; *Leave the group in the target app* sends nothing, and of a deleted group Okta's pages promise nothing. */
function ofTeam(known: Known | undefined, owner: string): string[] {
  if (known?.kind !== 'team') return [t('expected.team.unknown'), owner];
  const { memberCount: count, sameName } = known;
  const members = sameName.idp > 0 ? t('expected.members.two', { count: sameName.idp + 1 }) : t('expected.members.stay', { count });
  return [members, owner, ...(sameName.spekit > 0 ? [t('expected.team.twins', { count: sameName.spekit })] : [])];
}

/** Okta Help, "Group Push prerequisites": members are pushed who are provisioned and assigned to the app; "App assignments and Group Push":
 *  "Okta doesn't support using the same group for app assignment and Group Push." */
function ofPush({ members, assignedAt }: ExplainFacts, now: number): string[] {
  const seen = members && t(`expected.push.${members.missing === 0 ? 'all' : 'some'}`, { ...members, ago: ago(members.at, now) });
  return [
    seen ?? t('expected.push.unknown'),
    ...(assignedAt === undefined ? [] : [t('expected.push.assigned', { ago: ago(assignedAt, now) })]),
  ];
}

/** Who has the app by a group is Okta's alone to know: SCIM sends persons. */
function ofUnassigned({ known, members }: ExplainFacts, now: number): string {
  if (members) return t('expected.unassign.some', { seen: members.seen, here: members.seen - members.missing, ago: ago(members.at, now) });
  return known?.kind === 'team' ? t('expected.unassign.pushed', { count: known.memberCount }) : t('expected.unassign.unknown');
}

/** Who is deleted in Okta was deactivated before, which Spekit may not have heard of (*Deactivate Users* off, a failed request). */
function ofKept(known: Known | undefined, active: string): string {
  if (known?.kind !== 'user') return t('expected.user.kept-unknown');
  return known.active ? active : t('expected.user.kept-off');
}

/** Okta, "Group Push": members are pushed who are in the group and assigned to the app. So an unassigned person leaves a pushed team with
 *  the group's next push, whenever something makes Okta push it; teams of Spekit's own are none of Okta's business. */
function ofUser({ known, settings }: ExplainFacts, now: number): string[] {
  const set = settings?.['deactivate-users'];
  const account = set ? t(`expected.user.${set.on ? 'off-known' : 'stays'}`, { ago: ago(set.at, now) }) : t('expected.user.off');
  if (known?.kind !== 'user') return [account, t('expected.user.unknown')];
  const pushed = known.teams.filter(({ owner }) => owner === 'idp');
  const own = known.teams.filter(({ owner }) => owner !== 'idp');
  return [
    known.active ? account : t('expected.user.already'),
    t('expected.user.leaves', { count: pushed.length, teams: listed(pushed) }),
    ...(own.length > 0 ? [t('expected.user.keeps', { teams: listed(own) })] : []),
  ];
}
