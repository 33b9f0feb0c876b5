import type { MappingRow, MappingStatus } from '../../contract/mapping.ts';
import type { ImportAnswer } from '../../contract/mapping-imports.ts';
import type { SheetCheckAnswer } from '../../contract/mapping-sheet.ts';
import type { CheckAnswer, MappingNumbers } from '../../contract/mapping-work.ts';
import { now } from './facts.ts';

type Counted = MappingStatus['users'];

/** Nothing is matched, unless told otherwise. */
export function aCount(facts: Partial<Counted> = {}): Counted {
  return { total: 0, undecided: 0, by: {}, confidence: {}, conflicts: {}, decisions: {}, ...facts };
}

/** A production account while staging: Okta has pushed three people and a team, one of Spekit's four users waits for a decision. */
export function aMappingStatus(facts: Partial<MappingStatus> = {}): MappingStatus {
  return {
    account: { id: 'acme', type: 'production', connection: 'staging' },
    push: { lastAt: '2026-11-24T16:20:00.000Z', underWay: false },
    okta: { users: 3, teams: 1 },
    spekit: { users: 4, teams: 1, importedUsers: 0, importedTeams: 0 },
    users: aCount({
      total: 4,
      undecided: 1,
      by: { email: 2, 'similar-name': 1 },
      confidence: { certain: 2, possible: 1, none: 1 },
      conflicts: { 'other-case': 1 },
      decisions: { merge: 2, 'keep-both': 1 },
    }),
    teams: aCount({ total: 1, by: { name: 1 }, confidence: { certain: 1 }, decisions: { merge: 1 } }),
    rules: { aliases: [], domains: [] },
    workbook: { version: 1, fileName: 'sourcemark-mapping-acme.xlsx' },
    lastCompleted: null,
    seq: 42,
    ...facts,
  };
}

/** A mapping that was completed at the facts' instant. */
export function aRun(facts: Partial<NonNullable<MappingStatus['lastCompleted']>> = {}): NonNullable<MappingStatus['lastCompleted']> {
  return { run: 1, at: now, by: 'admin', users: 3, teams: 1, undoUntil: '2026-12-24T16:20:12.000Z', undoneAt: null, ...facts };
}

/** Somebody of Spekit's own who is certainly the same as somebody of Okta's, unless told otherwise. */
export function aMappingRow(facts: Partial<MappingRow> = {}): MappingRow {
  const candidate = { id: 'okta-maya', name: 'Maya Lindqvist', userName: 'maya@acme.example', active: true } as const;
  return {
    kind: 'user',
    id: 'own-maya',
    name: 'Maya Lindqvist',
    userName: 'maya@acme.example',
    email: 'maya@acme.example',
    source: 'direct',
    role: 'Expert',
    active: true,
    members: null,
    candidates: [{ ...candidate, by: ['email'], confidence: 'certain' }],
    confidence: 'certain',
    conflicts: [],
    decision: 'merge',
    with: candidate.id,
    decidedBy: 'match',
    ...facts,
  };
}

/** Somebody whom two of Okta's fit: it waits for a decision. */
export function anOpenRow(facts: Partial<MappingRow> = {}): MappingRow {
  const fits = (id: string, name: string): MappingRow['candidates'][number] => ({
    id,
    name,
    userName: `${id}@acme.example`,
    active: true,
    by: ['similar-name'],
    confidence: 'possible',
  });
  return aMappingRow({
    id: 'own-lucie',
    name: 'Lucie Moreau',
    userName: 'l.moreau@acme.example',
    email: 'l.moreau@acme.example',
    source: 'salesforce',
    role: 'Viewer',
    candidates: [fits('okta-lucie', 'Lucie Moreau'), fits('okta-luc', 'Luc Moreau')],
    confidence: 'possible',
    conflicts: [{ kind: 'several-candidates', blocks: true, detail: 'Several of Okta’s fit: Lucie Moreau, Luc Moreau. Choose one.' }],
    decision: null,
    with: null,
    decidedBy: null,
    ...facts,
  });
}

const none = { added: 0, changed: 0, unchanged: 0, connected: 0 };

/** A file of users, all of them new and none wrong, unless told otherwise. */
export function anImport(facts: Partial<ImportAnswer> = {}): ImportAnswer {
  return {
    users: { ...none, added: 120 },
    teams: none,
    memberships: 240,
    problems: [],
    problemCount: 0,
    columns: [
      { header: 'Email', meaning: 'email' },
      { header: 'Favourite colour', meaning: null },
    ],
    ...facts,
  };
}

export function someNumbers(facts: Partial<MappingNumbers> = {}): MappingNumbers {
  return {
    mergedUsers: 3,
    mergedTeams: 1,
    keptUsers: 1,
    keptTeams: 0,
    newUsers: 0,
    newTeams: 0,
    rolesKept: 1,
    membershipsMoved: 5,
    undecided: 0,
    connects: true,
    ...facts,
  };
}

/** A workbook with nothing wrong, unless told otherwise. */
export function aCheck(facts: Partial<CheckAnswer> = {}): CheckAnswer {
  return { problems: [], problemCount: 0, asked: [], numbers: someNumbers(), digest: 'd1', alreadyCompleted: false, ...facts };
}

/** Spekit's sheet of four people, none filled in yet and nothing wrong, unless told otherwise. */
export function aSheetCheck(facts: Partial<SheetCheckAnswer> = {}): SheetCheckAnswer {
  return {
    sheet: 'Mapping',
    people: 4,
    filled: 0,
    empty: [2, 3, 4, 5],
    emptyCount: 4,
    fillable: 3,
    compared: false,
    problems: [],
    problemCount: 0,
    original: '{"version":1}',
    ...facts,
  };
}
