import type { z } from 'zod';
import type { Actor } from '../../contract/changes.ts';
import type { MappingRow, MappingRules, MappingStatus, mappingRowsQuery } from '../../contract/mapping.ts';
import type { ImportAnswer, importRequest } from '../../contract/mapping-imports.ts';
import { xlsxType } from '../../contract/mapping-operations.ts';
import type { SheetCheckAnswer } from '../../contract/mapping-sheet.ts';
import type { CheckAnswer, decisionsRequest, previewQuery } from '../../contract/mapping-work.ts';
import type { MergeFacts } from '../../contract/merges.ts';
import type { AnsweredFile } from '../../contract/operations.ts';
import type { Act, Directory } from '../directory/act.ts';
import type { Reads } from '../store/access.ts';
import { account as accountRow } from '../store/reads/accounts.ts';
import { type MergedNameRow, mergedNames } from '../store/reads/mapping.ts';
import type { AccountRow, TeamRow, UserRow } from '../store/rows.ts';
import { setMappingRules } from '../store/writes/mapping.ts';
import { accountOf, linesOf, numbersNow, rowsOf, statusOf } from './answers.ts';
import { type Checked, checkWorkbook } from './check/check.ts';
import { CheckedWorkbook } from './checked-workbook.ts';
import { checkAnswerOf, completeWith } from './completing.ts';
import { keepDecisions, refuseVague } from './decisions.ts';
import { foretell } from './foretold.ts';
import { importFile } from './import-file.ts';
import { forgetImports, ImportSession, importRows } from './imports.ts';
import { teamRow, userRow } from './row.ts';
import { checkSheet, fillSheet, type SentSheet } from './sheet/sheet.ts';
import { type MappingState, MappingStates } from './state.ts';
import { undoFile, undoMapping } from './undo.ts';
import { type Facts, fileName, version } from './workbook/format.ts';
import { writeWorkbook } from './workbook/write.ts';

export type Foretells = (row: UserRow | TeamRow) => Promise<MergeFacts | undefined>;

/** The mapping of an account, as the API and the command line ask for it. `by` is whose token asks. */
export class Mapping {
  readonly #directory: Directory;
  readonly #states: MappingStates;
  readonly #workbook = new CheckedWorkbook();

  constructor(directory: Directory) {
    this.#directory = directory;
    this.#states = new MappingStates(directory.store, directory.account);
  }

  async status(): Promise<MappingStatus> {
    const state = await this.#states.current();
    const { store, account } = this.#directory;
    return store.read(async (reads) => statusOf(reads, account, { ...state, account: await accountRow(reads, account) }, Date.now()));
  }

  async rows(query: z.output<typeof mappingRowsQuery>): Promise<ReturnType<typeof rowsOf>> {
    return rowsOf(await this.#states.current(), query);
  }

  /** What it will make of a user or team, for look-ups while staging: from what is matched already. Null: nothing is.
   *  @param seq Of the directory as `reads` shows it. */
  async foretold(reads: Reads, seq: number): Promise<Foretells | null> {
    const kept = await this.#states.kept(reads, seq);
    return kept && ((row) => foretell(reads, this.#directory.account, kept.mapped, row, kept.isCurrent));
  }

  async setRules(rules: MappingRules): Promise<MappingRules> {
    const { store, account } = this.#directory;
    await store.write((transaction) => setMappingRules(transaction, account, JSON.stringify(rules)));
    return rules;
  }

  /** @param dry Says what would be taken and what is wrong, and takes nothing. */
  async importRows({ users, teams, firstRow }: z.output<typeof importRequest>, dry: boolean, by: Actor): Promise<ImportAnswer> {
    const session = new ImportSession();
    const numbered = (rows: readonly unknown[]) => rows.map((value, index) => ({ row: firstRow + index, value }));
    await this.#tried(dry, by, (act) => importRows(act, numbered(users), numbered(teams), session));
    return session.answer;
  }

  /** One of Spekit's own exports. What was taken before `signal` ends it stays; the same file takes nothing twice. */
  importFile(file: Uint8Array, options: { name: string; dry: boolean; by: Actor; signal: AbortSignal }): Promise<ImportAnswer> {
    return importFile(file, options, (work) => this.#tried(options.dry, options.by, work));
  }

  forgetImports(by: Actor): Promise<{ users: number; teams: number; kept: number }> {
    return this.#act(forgetImports, by);
  }

  async decide(said: z.output<typeof decisionsRequest>['decisions'], by: Actor): Promise<{ rows: MappingRow[] }> {
    refuseVague(said, await this.#states.current(true));
    await this.#act((act) => keepDecisions(act, said), by);
    const { mapped } = await this.#states.current(true);
    const ids = new Set(said.map(({ kind, id }) => `${kind} ${id}`));
    const users = mapped.users.filter(({ match }) => ids.has(`user ${match.spekit.id}`)).map(userRow);
    const teams = mapped.teams.filter(({ match }) => ids.has(`team ${match.spekit.id}`)).map(teamRow);
    return { rows: [...users, ...teams] };
  }

  /** What completing comes to, as decided on the rows, or by the workbook that was checked last. Throws Refused where that is another one. */
  async preview({ workbook, ...query }: z.output<typeof previewQuery>) {
    const { store } = this.#directory;
    const now = await this.#states.current();
    const state = workbook === undefined ? now : await this.#workbook.applied((work) => store.read(work), now, workbook);
    const numbers = await store.read((reads) => numbersNow(reads, state));
    return { numbers, ...linesOf(state, query), seq: state.seq };
  }

  /** The workbook of how the mapping stands now, in pieces. */
  async workbook(): Promise<AnsweredFile> {
    const { mapped, account, seq } = await this.#states.current(true);
    return { name: fileName(account.id, seq), type: xlsxType, content: writeWorkbook(mapped, factsOf(account)) };
  }

  /** What a workbook comes to; nothing changes. */
  async checked(file: Uint8Array): Promise<CheckAnswer> {
    const { state, checked } = await this.#check(file);
    if (checked.decided !== null) this.#workbook.remember(checked.digest, state, checked.decided.words);
    return this.#directory.store.read((reads) => checkAnswerOf(reads, state, checked));
  }

  /** The workbook with what was written into it and what is wrong with that, as of now. */
  async marked(file: Uint8Array): Promise<AnsweredFile> {
    const { state, checked } = await this.#check(file);
    const { mapped, account } = state;
    const marks = { rows: checked.written, whole: checked.problems.whole };
    return {
      name: `checked-${fileName(account.id, account.seq)}`,
      type: xlsxType,
      content: writeWorkbook(mapped, factsOf(account), marks),
    };
  }

  async #check(file: Uint8Array): Promise<{ state: MappingState; checked: Checked }> {
    const state = await this.#states.current(true);
    const { mapped, account, said } = state;
    return { state, checked: await this.#directory.store.read((reads) => checkWorkbook(reads, file, account, mapped, said)) };
  }

  /** What is wrong with the sheet that Spekit gives at connection. */
  async checkedSheet(sent: SentSheet, signal?: AbortSignal): Promise<SheetCheckAnswer> {
    return checkSheet(sent, await this.#states.current(true), await this.#merged(), signal);
  }

  /** The same sheet with the addresses that are known. */
  async filledSheet(sheet: Uint8Array, signal?: AbortSignal) {
    return fillSheet(sheet, await this.#states.current(true), await this.#merged(), signal);
  }

  #merged(): Promise<MergedNameRow[]> {
    return this.#directory.store.read((reads) => mergedNames(reads, this.#directory.account));
  }

  /** With a workbook as it says, without one as was decided on the rows. */
  complete(file: Uint8Array | undefined, by: Actor) {
    return this.#act((act) => completeWith(act, file), by);
  }

  async undoFile() {
    return { type: 'application/x-ndjson', ...(await undoFile(this.#directory.store, this.#directory.account)) };
  }

  undo(by: Actor): Promise<{ account: MappingStatus['account']; users: number; teams: number }> {
    return this.#act(async (act) => {
      const undone = await undoMapping(act);
      return { account: accountOf(await accountRow(act.transaction, act.account.id)), ...undone };
    }, by);
  }

  #act<T>(work: (act: Act) => Promise<T>, by: Actor): Promise<T> {
    return this.#directory.act('spekit', work, by);
  }

  /** Carries the work out, and where it is only tried, undoes it. */
  async #tried(dry: boolean, by: Actor, work: (act: Act) => Promise<void>): Promise<void> {
    const undone = new Error('It was only tried.');
    try {
      await this.#act(async (act) => {
        await work(act);
        if (dry) throw undone;
      }, by);
    } catch (error) {
      if (error !== undone) throw error;
    }
  }
}

function factsOf({ id, seq }: AccountRow): Facts {
  return { version: String(version), account: id, seq: String(seq), made: new Date().toISOString() };
}
