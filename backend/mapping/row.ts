import type { MappingRow } from '../../contract/mapping.ts';
import { say } from '../../locales/companion.ts';
import type { MappedTeam, MappedUser } from './mapped.ts';
import type { Candidate, Conflict } from './subjects.ts';

// What an admin is told of a row.

export function userRow({ match: { spekit, candidates }, decided, conflicts }: MappedUser): MappingRow {
  return {
    kind: 'user',
    id: spekit.id,
    name: spekit.name,
    userName: spekit.userName,
    email: spekit.email,
    source: spekit.source,
    role: spekit.role,
    active: spekit.active,
    members: null,
    candidates: candidates.map((candidate) => told(candidate, candidate.okta.userName, candidate.okta.active)),
    confidence: candidates[0]?.confidence ?? 'none',
    conflicts: conflicts.map(toldConflict),
    decision: decided.decision,
    with: decided.okta?.id ?? null,
    decidedBy: decided.by,
  };
}

export function teamRow({ match: { spekit, candidates }, decided, conflicts }: MappedTeam): MappingRow {
  return {
    kind: 'team',
    id: spekit.id,
    name: spekit.name,
    userName: spekit.name,
    email: null,
    source: null,
    role: null,
    active: true,
    members: spekit.members,
    candidates: candidates.map((candidate) => told(candidate, candidate.okta.name, true)),
    confidence: candidates[0]?.confidence ?? 'none',
    conflicts: conflicts.map(toldConflict),
    decision: decided.decision,
    with: decided.okta?.id ?? null,
    decidedBy: decided.by,
  };
}

function told<Okta extends { id: string; name: string }>(
  { okta, by, confidence }: Candidate<Okta>,
  userName: string,
  active: boolean,
): MappingRow['candidates'][number] {
  return { id: okta.id, name: okta.name, userName, active, by: [...by], confidence };
}

function toldConflict({ kind, blocks, others }: Conflict): MappingRow['conflicts'][number] {
  return { kind, blocks, detail: say(`conflicts.${kind}`, { others: others.slice(0, 5).join(', '), count: others.length }) };
}
