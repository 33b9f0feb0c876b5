import type { SubjectFacts } from '../../contract/subjects.ts';
import { t } from '../../locales/words.ts';

/** What is known of a person or team, a line a fact, for a ticket: exact instants, since whoever reads it reads it later. `companion`: whom
 *  it was asked of. `now` in ms since 1970. */
export function evidenceOf(subject: SubjectFacts, companion: string, now: number): string {
  const { sync } = subject;
  const facts: Facts = [
    [t(`search.${subject.kind}`), subject.kind === 'user' ? subject.displayName : subject.name],
    [t('evidence.owner'), t(`owner.${subject.owner}`)],
    ...(subject.kind === 'user' ? ofUser(subject) : ofTeam(subject)),
    [t('evidence.since'), subject.since],
    [t('evidence.synced'), sync.lastSyncedAt ?? t('search.never-synced')],
    [t('search.changed'), sync.lastChangedAt],
    [t('search.refusal'), sync.refusal && `${sync.refusal.at} ${sync.refusal.reason}: ${sync.refusal.detail}`],
    [t('evidence.id'), subject.id],
    [t('evidence.companion'), companion],
    [t('evidence.taken'), new Date(now).toISOString()],
  ];
  return facts.flatMap(([name, value]) => (!value ? [] : [`${name}: ${value}`])).join('\n');
}

type Facts = [name: string, value: string | null | undefined][];

function ofUser({ email, userName, externalId, active, pending, role, teams }: Extract<SubjectFacts, { kind: 'user' }>): Facts {
  return [
    [t('search.email'), email ?? userName],
    [t('evidence.account'), t(`search.${!active ? 'deactivated' : pending ? 'pending' : 'active'}`)],
    [t('search.role'), role],
    [t('search.teams'), teams.map(({ name, owner }) => `${name} (${t(`owner.${owner}`)})`).join(', ') || t('search.no-teams')],
    [t('evidence.okta-id'), externalId],
  ];
}

function ofTeam({ memberCount, sameName, releasedAt }: Extract<SubjectFacts, { kind: 'team' }>): Facts {
  const { idp, spekit } = sameName;
  return [
    [t('search.members'), String(memberCount)],
    [t('evidence.same-name'), idp + spekit === 0 ? null : t('search.same-name', { idp, spekit })],
    [t('evidence.released'), releasedAt],
  ];
}
