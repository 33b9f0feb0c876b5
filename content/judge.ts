import type { SubjectFacts } from '../contract/subjects.ts';
import type { ExplainFacts } from '../locales/explain.ts';
import type { SessionStart } from '../messages/map.ts';
import type { Account, Subject as Owned, Verdict } from '../ownership/actions.ts';
import { type Decision, decide } from '../ownership/decide.ts';
import { foldName } from '../ownership/reserved.ts';
import type { PageAct } from './act.ts';
import { type Knowledge, pick } from './knowledge.ts';
import { rowOf, type Subject } from './scan.ts';

/** What is decided on an act, and the facts that its words speak of. */
export interface Ruling {
  decision: Decision;
  facts: ExplainFacts;
  /** What is known of the subject that decided; null where it is not known. */
  subject: SubjectFacts | null;
}

/** What Okta's pages have taught beside the ids of groups. */
export type Learned = Partial<Pick<SessionStart, 'settings' | 'assigned' | 'members'>>;

const order: readonly Verdict[] = ['allow', 'inform', 'warn', 'block'];

/** The strictest decision over all the subjects that an act touches; null while one of them is not known. */
export function judge(
  act: PageAct,
  account: Account,
  knowledge: Knowledge,
  host: 'okta' | 'spekit',
  all: Iterable<Subject>,
  learned: Learned = {},
): Ruling | null {
  const { action } = act.declared;
  const shown: ExplainFacts = learned.settings ? { settings: learned.settings } : {};
  // Whom it touches is none of this page's knowledge, or it is the account as a whole.
  if (act.subjects.length === 0)
    return {
      decision: decide(action, { kind: 'account' }, account),
      facts: { ...shown, ...(act.unsure && { unsure: true }) },
      subject: null,
    };
  const rulings = act.subjects.map((subject): Ruling | null => {
    const answer = knowledge.about(subject.queries);
    if (!answer) return unasked(act, subject, account);
    const facts = pick(answer, host === 'okta' ? 'idp' : null, rowOf(subject, all));
    const idp = answer.matches.some(({ owner }) => owner === 'idp');
    const spekit = answer.matches.some(({ owner }) => owner === 'spekit');
    return {
      decision: decide(action, owned(act, subject, facts, idp, spekit), account),
      facts: {
        ...shown,
        ...seenOf(subject.name, learned),
        name: subject.name || (facts?.kind === 'team' ? facts.name : facts?.displayName) || '',
        ...(act.newName !== undefined && { newName: act.newName }),
        ...(facts && { known: facts }),
        syncedAt: facts?.sync.lastSyncedAt ? Date.parse(facts.sync.lastSyncedAt) : null,
      },
      subject: facts,
    };
  });
  if (rulings.includes(null)) return null;
  const worst = rulings.reduce((worst, ruling) => (worst && ruling && weigh(ruling) > weigh(worst) ? ruling : worst), rulings[0] ?? null);
  const alike = rulings.flatMap((ruling) => (ruling && ruling.decision.reason === worst?.decision.reason ? [ruling.facts] : []));
  if (!worst || alike.length < 2) return worst;
  return {
    ...worst,
    facts: { ...worst.facts, syncedAt: null, all: alike.map(({ name = '', known }) => ({ name, ...(known && { known }) })) },
  };
}

/** What Okta's pages have shown of a group: its members, and whether it assigns the app. */
function seenOf(name: string, { assigned, members }: Learned): ExplainFacts {
  const folded = foldName(name);
  const [assignedAt, seen] = [assigned?.[folded], members?.[folded]];
  return { ...(assignedAt !== undefined && { assignedAt }), ...(seen && { members: seen }) };
}

/** What is blocked whatever the companion knows (a reserved name) needs no answer of its. */
function unasked(act: PageAct, subject: Subject, account: Account): Ruling | null {
  const decision = decide(act.declared.action, owned(act, subject, null, false, false), account);
  return decision.verdict === 'block' ? { decision, facts: { name: subject.name }, subject: null } : null;
}

function owned(act: PageAct, { kind, name }: Subject, facts: SubjectFacts | null, idp: boolean, spekit: boolean): Owned {
  const { action } = act.declared;
  const owner = facts?.owner ?? 'unknown';
  if (/^okta\.(group|rule)/.test(action))
    return { kind: 'group', name, pushed: idp, spekitTeamOfThatName: spekit, ...(act.newName !== undefined && { newName: act.newName }) };
  if (kind === 'user') return { kind, owner };
  return action === 'spekit.team.create' ? { kind, owner: 'unknown', name, idpTeamOfThatName: idp } : { kind, owner, name };
}

function weigh({ decision }: Ruling): number {
  return order.indexOf(decision.verdict);
}
