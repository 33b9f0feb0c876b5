import type { ImportAnswer } from '../../contract/mapping-imports.ts';
import type { Act } from '../directory/act.ts';
import { Refused } from '../directory/refused.ts';
import { FileRefused, readSpekitExport } from './files/index.ts';
import { type ImportRow, ImportSession, importRows, rowsInAct, tellProblem } from './imports.ts';

type InAct = (work: (act: Act) => Promise<void>) => Promise<void>;

/** Reads one of Spekit's exports and takes its rows in, some hundreds in an act, so that Okta's requests get their turn in between.
 *  Throws Refused, in words for who chose the file, where it is none; whatever was taken before that stays, and is not taken twice. */
export async function importFile(
  file: Uint8Array,
  { name, signal }: { name: string; signal: AbortSignal },
  inAct: InAct,
): Promise<ImportAnswer> {
  const session = new ImportSession();
  const { answer } = session;
  let users: ImportRow[] = [];
  let teams: ImportRow[] = [];
  const take = async (): Promise<void> => {
    const [some, others] = [users, teams];
    [users, teams] = [[], []];
    if (some.length + others.length > 0) await inAct((act) => importRows(act, some, others, session));
  };
  const onSheet = ({ columns }: { columns: readonly { header: string; field: string | null }[] }): void => {
    answer.columns.push(...columns.map(({ header, field }) => ({ header, meaning: field })));
  };
  try {
    for await (const read of readSpekitExport(file, { name, signal, onSheet })) {
      if ('user' in read) users.push({ row: read.row, value: read.user });
      else if ('team' in read) teams.push({ row: read.row, value: read.team });
      else
        tellProblem(answer, {
          code: read.code,
          sheet: read.sheet,
          row: read.row,
          column: read.column,
          value: read.value,
          detail: read.error,
        });
      if (users.length + teams.length >= rowsInAct) await take();
    }
  } catch (error) {
    throw error instanceof FileRefused ? new Refused('invalid', error.message) : error;
  }
  await take();
  return answer;
}
