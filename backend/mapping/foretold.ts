import type { MergeFacts } from '../../contract/merges.ts';
import type { Reads } from '../store/access.ts';
import { teamById, userById } from '../store/reads/subjects.ts';
import type { TeamRow, UserRow } from '../store/rows.ts';
import type { Mapped, MappedTeam, MappedUser } from './mapped.ts';
import { best, type OktaTeam, type OktaUser, type SpekitTeam, type SpekitUser } from './subjects.ts';

type Side = OktaUser | SpekitUser | OktaTeam | SpekitTeam;

/** What becomes of a user or team. Where several may be its counterpart, none is named. */
interface Foretold extends Omit<MergeFacts, 'with'> {
  /** As it was when it was matched. */
  own: Side;
  other: Side | null;
}

/** By kind, owner and id. */
type AllForetold = ReadonlyMap<string, Foretold>;

/** Made once a state, for the first who is looked up, and gone with it. */
const made = new WeakMap<Mapped, AllForetold>();

/** What the mapping will make of a subject, of either side. Undefined: it is not matched yet, or has changed since, or its counterpart has.
 *  @param isCurrent Nothing was written since it was matched: then it is not looked whether anything of it changed. */
export async function foretell(
  reads: Reads,
  account: string,
  mapped: Mapped,
  row: UserRow | TeamRow,
  isCurrent: boolean,
): Promise<MergeFacts | undefined> {
  const kind = 'user_name' in row ? 'user' : 'team';
  const found = foretoldBy(mapped).get(`${kind} ${row.owner} ${row.id}`);
  if (found === undefined) return undefined;
  const { own, other, decision, confidence } = found;
  if (!isCurrent) {
    if (!isStill(own, row)) return undefined;
    const there = other ? await (kind === 'user' ? userById : teamById)(reads, account, other.id) : undefined;
    if (other && (there?.owner === row.owner || !isStill(other, there))) return undefined;
  }
  return { decision, with: other && named(other), confidence };
}

function isStill(side: Side, row: UserRow | TeamRow | undefined): boolean {
  if (row === undefined) return false;
  if (!('user_name' in row)) return side.name === row.name;
  if (!('userName' in side)) return false;
  return side.userName === row.user_name && side.name === row.display_name && side.active === (row.active === 1);
}

function named(side: Side): NonNullable<MergeFacts['with']> {
  return 'userName' in side ? { name: side.name, userName: side.userName } : { name: side.name };
}

function foretoldBy(mapped: Mapped): AllForetold {
  const known = made.get(mapped);
  if (known !== undefined) return known;
  const all = new Map<string, Foretold>();
  for (const one of mapped.users) put(all, 'user', one);
  for (const one of mapped.teams) put(all, 'team', one);
  made.set(mapped, all);
  return all;
}

/** A row of the mapping, from both of its sides. */
function put(all: Map<string, Foretold>, kind: 'user' | 'team', { match: { spekit, candidates }, decided }: MappedUser | MappedTeam): void {
  const { decision } = decided;
  const likely: readonly Side[] = best<OktaUser | OktaTeam>(candidates).map(({ okta }) => okta);
  const others = decision !== null ? [decided.okta].filter((okta) => okta !== null) : likely;
  const confidenceOf = (id: string | undefined) => candidates.find(({ okta }) => okta.id === id)?.confidence ?? 'none';
  const only = others.length === 1 ? (others[0] ?? null) : null;
  const confidence = only ? confidenceOf(only.id) : (candidates[0]?.confidence ?? 'none');
  all.set(`${kind} spekit ${spekit.id}`, { own: spekit, other: only, decision, confidence });
  for (const okta of others) {
    const key = `${kind} idp ${okta.id}`;
    const told = all.get(key);
    const own: Foretold = { own: okta, other: spekit, decision, confidence: confidenceOf(okta.id) };
    if (told === undefined || rank(own) < rank(told)) all.set(key, own);
    else if (decision === null && told.decision === null) all.set(key, { ...told, other: null });
  }
}

/** Of what several of Spekit's own have to do with one of Okta's, what changes most is told. */
function rank({ decision }: Foretold): number {
  return ['merge', null, 'keep-both', 'skip'].indexOf(decision);
}
