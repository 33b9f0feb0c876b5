import type { SubjectAnswer, SubjectFacts, SubjectQuery } from '../../contract/subjects.ts';
import type { Foretells } from '../mapping/mapping.ts';
import type { Reads } from '../store/access.ts';
import {
  refusedCreation,
  teamById,
  teamsByName,
  userById,
  usersByDisplayName,
  usersByEmail,
  usersByExternalId,
} from '../store/reads/subjects.ts';
import type { TeamRow, UserRow } from '../store/rows.ts';
import { eachOf, refusalFacts, teamFacts, userFacts } from './facts.ts';

/** Who is meant by what a page shows. The most exact field that is given decides: id, then externalId, email, name.
 *  @param foretells What the mapping will make of whom is found; null: nothing, or it is not known. */
export async function lookUp(reads: Reads, account: string, query: SubjectQuery, foretells: Foretells | null): Promise<SubjectAnswer> {
  const { key } = query;
  if (query.kind === 'user') {
    const rows = await usersMeant(reads, account, query);
    const matches = await eachOf(rows, async (row) => foretold(await userFacts(reads, account, row), row, foretells));
    return { key, matches, refusal: await refusal(reads, account, 'user', query.email, rows) };
  }
  const rows = await teamsMeant(reads, account, query);
  const matches = await eachOf(rows, async (row) => foretold(await teamFacts(reads, account, row), row, foretells));
  return { key, matches, refusal: await refusal(reads, account, 'team', query.name, rows) };
}

async function foretold<Facts extends SubjectFacts>(facts: Facts, row: UserRow | TeamRow, foretells: Foretells | null): Promise<Facts> {
  const mapping = foretells ? await foretells(row) : undefined;
  return mapping ? { ...facts, mapping } : facts;
}

async function usersMeant(reads: Reads, account: string, query: SubjectQuery): Promise<UserRow[]> {
  if (query.id !== undefined) return listOf(await userById(reads, account, query.id));
  if (query.externalId !== undefined) return usersByExternalId(reads, account, query.externalId);
  if (query.email !== undefined) return usersByEmail(reads, account, query.email);
  return query.name === undefined ? [] : usersByDisplayName(reads, account, query.name);
}

async function teamsMeant(reads: Reads, account: string, query: SubjectQuery): Promise<TeamRow[]> {
  if (query.id !== undefined) return listOf(await teamById(reads, account, query.id));
  return query.name === undefined ? [] : teamsByName(reads, account, query.name);
}

/** A refused creation of that name, until Okta has sent somebody or something of the name with success. */
async function refusal(
  reads: Reads,
  account: string,
  kind: 'user' | 'team',
  name: string | undefined,
  rows: readonly (UserRow | TeamRow)[],
): Promise<SubjectAnswer['refusal']> {
  if (name === undefined) return null;
  const found = await refusedCreation(reads, account, kind, name);
  const solved = found !== undefined && rows.some((row) => row.owner === 'idp' && (row.synced_at ?? 0) > found.at);
  return solved ? null : refusalFacts(found);
}

function listOf<Row>(row: Row | undefined): Row[] {
  return row === undefined ? [] : [row];
}
