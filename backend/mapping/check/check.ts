import { hash } from 'node:crypto';
import type { Reads } from '../../store/access.ts';
import { changedAfter, runOfDigest, standsOtherwiseAfter } from '../../store/reads/mapping.ts';
import type { AccountRow } from '../../store/rows.ts';
import { FileRefused } from '../files/index.ts';
import type { Said } from '../load.ts';
import type { Mapped, Words } from '../mapped.ts';
import { sheetNames, version } from '../workbook/format.ts';
import type { Marked } from '../workbook/write.ts';
import { type ProblemCode, Problems, problem } from './problems.ts';
import { readWorkbook, type WrittenBook } from './read.ts';
import { checkRows, type Known } from './rows.ts';
import { Targets } from './targets.ts';

/** What a workbook that was sent comes to. */
export interface Checked {
  problems: Problems;
  /** Null where it is so wrong that nothing of it can be told. */
  decided: { words: Words; numbers: ReadonlyMap<string, number>; asked: ReadonlySet<string> } | null;
  /** As it was written, for giving it back. */
  written: ReadonlyMap<string, Marked>;
  digest: string;
  alreadyCompleted: boolean;
}

/** The bytes that a workbook consists of tell whether it is the same. */
export function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}

/** Checks a workbook whole, and changes nothing. Who was decided on a page after it was made is as the page says.
 *  @param mapped As it stands without the workbook. */
export async function checkWorkbook(reads: Reads, bytes: Uint8Array, account: AccountRow, mapped: Mapped, said: Said): Promise<Checked> {
  const problems = new Problems();
  const digest = digestOf(bytes);
  const alreadyCompleted = (await runOfDigest(reads, account.id, digest)) !== undefined;
  const book = await readOrTell(bytes, problems);
  if (book === null) return { problems, decided: null, written: new Map(), digest, alreadyCompleted };
  const made = Number(book.facts.seq);
  const stale = await staleness(reads, book, account, made);
  if (stale !== null) problems.add(problem(stale.code, {}, stale.facts));
  if (stale !== null) return { problems, decided: null, written: new Map(), digest, alreadyCompleted };
  const madeAt = Date.parse(book.facts.made);
  const known: Omit<Known, 'okta'> = {
    targets: new Targets(mapped),
    changed: await changedAfter(reads, account.id, made),
    later: new Map([...said.decisions].filter(([, { at }]) => at > madeAt)),
  };
  const users = checkRows(
    'user',
    book.user,
    mapped.users.map(({ match }) => match),
    { ...known, okta: mapped.oktaUsers },
    problems,
  );
  const teams = checkRows(
    'team',
    book.team,
    mapped.teams.map(({ match }) => match),
    { ...known, okta: mapped.oktaTeams },
    problems,
  );
  const numbers = new Map([...users.numbers, ...teams.numbers]);
  const elsewhere = [...said.decisions].filter(([about]) => !numbers.has(about));
  const words = new Map([...elsewhere, ...users.words, ...teams.words]);
  const decided = { words, numbers, asked: new Set([...users.asked, ...teams.asked]) };
  return { problems, decided, written: writtenRows(book, problems), digest, alreadyCompleted };
}

async function readOrTell(bytes: Uint8Array, problems: Problems): Promise<WrittenBook | null> {
  try {
    return await readWorkbook(bytes, problems);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    problems.add({ code: error.code, sheet: null, row: null, column: null, value: null, detail: error.message });
    return null;
  }
}

/** Why the workbook is not about what is to be decided now. */
async function staleness(
  reads: Reads,
  { facts }: WrittenBook,
  account: AccountRow,
  made: number,
): Promise<{ code: ProblemCode; facts: Record<string, string | number> } | null> {
  if (facts.version !== String(version)) return { code: 'version', facts: { found: facts.version, known: version } };
  if (facts.account !== account.id) return { code: 'account', facts: { found: facts.account, known: account.id } };
  const sheet = sheetNames.readMe;
  if (!Number.isSafeInteger(made) || made < 0 || Number.isNaN(Date.parse(facts.made))) return { code: 'not-ours', facts: { sheet } };
  if (made > account.seq) return { code: 'future', facts: {} };
  const since = await standsOtherwiseAfter(reads, account.id, made);
  return since === null ? null : { code: since, facts: {} };
}

/** Every row as it was written, with what is wrong with it. */
function writtenRows({ user, team }: WrittenBook, { rows }: Problems): Map<string, Marked> {
  const all = [...user.map((row) => [`user ${row.key}`, row] as const), ...team.map((row) => [`team ${row.key}`, row] as const)];
  const marked = new Map<string, Marked>(
    all.map(([about, row]) => [about, { decision: row.decision, with: row.with, problem: rows.get(about) ?? '' }]),
  );
  for (const [about, problem] of rows) if (!marked.has(about)) marked.set(about, { decision: '', with: '', problem });
  return marked;
}
