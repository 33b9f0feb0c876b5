import type { z } from 'zod';
import type { CheckAnswer, completeAnswer } from '../../contract/mapping-work.ts';
import { say } from '../../locales/companion.ts';
import type { Act } from '../directory/act.ts';
import { Refused } from '../directory/refused.ts';
import type { Reads } from '../store/access.ts';
import { account as accountRow } from '../store/reads/accounts.ts';
import { runOfDigest } from '../store/reads/mapping.ts';
import { accountOf, completedOf, numbersNow } from './answers.ts';
import { type Checked, checkWorkbook } from './check/check.ts';
import { completeMapping } from './complete.ts';
import type { Read } from './load.ts';
import { decideEverything } from './mapped.ts';
import { teamRow, userRow } from './row.ts';
import { type MappingState, makeState } from './state.ts';

/** Completes the mapping: with a workbook as it says, without one as was decided on the rows. What a workbook did once is not done twice.
 *  Throws Refused as long as anything is wrong or undecided. */
export async function completeWith(act: Act, file: Uint8Array | undefined): Promise<z.input<typeof completeAnswer>> {
  const { account, transaction } = act;
  const read: Read = (work) => work(transaction);
  const { matched, mapped: before, said } = await makeState(read, account.id);
  const checked = file === undefined ? null : await checkWorkbook(transaction, file, account, before, said);
  if (checked?.alreadyCompleted) return already(act, checked.digest);
  if (checked !== null) refuseWrong(checked);
  const words = checked?.decided?.words ?? said.decisions;
  const mapped = await decideEverything(read, account.id, account.connection, matched, words);
  const numbers = await numbersNow(transaction, { mapped, account });
  const run = await completeMapping(act, mapped, checked?.decided?.numbers ?? new Map(), checked?.digest ?? null);
  return { account: accountOf(await accountRow(transaction, account.id)), numbers, run: completedOf(run), already: false };
}

/** Nothing was done now; what was done then is told. */
async function already({ account, transaction }: Act, digest: string): Promise<z.input<typeof completeAnswer>> {
  const run = await runOfDigest(transaction, account.id, digest);
  if (run === undefined) throw new Error('The run is not there.');
  const { mapped } = await makeState((work) => work(transaction), account.id);
  return { account: accountOf(account), numbers: await numbersNow(transaction, { mapped, account }), run: completedOf(run), already: true };
}

const shown = 3;

function refuseWrong({ problems: { told, count } }: Checked): void {
  if (count === 0) return;
  const first = told.slice(0, shown).map(({ sheet, row, column, detail }) => {
    const place = [sheet, `${column ?? ''}${row ?? ''}`].filter((part) => part !== null && part !== '').join(' ');
    return place === '' ? detail : `${place}: ${detail}`;
  });
  throw new Refused('conflict', say('mapping.workbook-wrong', { count, first: first.join(' ') }));
}

/** What the check of a workbook tells. */
export async function checkAnswerOf(reads: Reads, { matched, mapped, account }: MappingState, checked: Checked): Promise<CheckAnswer> {
  const { problems, decided, digest, alreadyCompleted } = checked;
  const after =
    decided === null ? null : await decideEverything((work) => work(reads), account.id, account.connection, matched, decided.words);
  const asked = decided?.asked ?? new Set();
  const users = (after ?? mapped).users.filter(({ match }) => asked.has(`user ${match.spekit.id}`)).map(userRow);
  const teams = (after ?? mapped).teams.filter(({ match }) => asked.has(`team ${match.spekit.id}`)).map(teamRow);
  return {
    problems: problems.told,
    problemCount: problems.count,
    asked: [...users, ...teams],
    numbers: after === null ? null : await numbersNow(reads, { mapped: after, account }),
    digest,
    alreadyCompleted,
  };
}
