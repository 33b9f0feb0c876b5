import type { OperationAnswer } from '../../contract/operations.ts';
import { rules } from '../../ownership/rules.ts';
import type { Reads } from '../store/access.ts';
import { account } from '../store/reads/accounts.ts';
import * as found from '../store/reads/attention.ts';
import { iso } from './facts.ts';

type Attention = OperationAnswer<'attention'>;

/** The longest list. An admin who has more of one kind has one cause to look for. */
const most = 50;

/** What an admin should look at, from one state of the database. */
export async function attention(reads: Reads, id: string): Promise<Attention> {
  const { seq } = await account(reads, id);
  const admins = await found.accountAdmins(reads, id, 2);
  const active = admins.filter((admin) => admin.active === 1);
  const alone = await found.teamsLeftAlone(reads, id, most);
  return {
    refused: byCause(await found.openRefusals(reads, id, most)),
    sameName: (await found.sharedTeamNames(reads, id, most)).map(({ name, idp, spekit }) => ({
      name,
      idp: Number(idp),
      spekit: Number(spekit),
    })),
    lastAdmin:
      admins.length === 0 || active.length > 1
        ? null
        : { active: active.map((admin) => ({ id: admin.id, name: admin.display_name, owner: admin.owner })) },
    leftAlone: alone.map(({ id: teamId, name, members, user_name }) => ({
      team: { id: teamId, name },
      members: Number(members),
      user: user_name,
    })),
    seq,
  };
}

/** One cause is one rule, or one error told in the same words of whomever; the newest comes first. */
function byCause(refusals: readonly found.OpenRefusal[]): Attention['refused'] {
  const causes = new Map<string, Attention['refused'][number]>();
  for (const { kind, id, name, at, reason, detail } of refusals) {
    const key = isRule(reason) ? reason : `${reason}\n${detail.replaceAll(name, '')}`;
    const cause = causes.get(key) ?? { reason, detail, newest: iso(at), subjects: [] };
    cause.subjects.push({ kind, id, name });
    causes.set(key, cause);
  }
  return [...causes.values()];
}

function isRule(reason: string): boolean {
  return rules.some(({ id }) => id === reason);
}
