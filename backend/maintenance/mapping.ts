import { existsSync } from 'node:fs';
import type { MappingStatus } from '../../contract/mapping.ts';
import { say } from '../../locales/companion.ts';
import { databaseAddress } from '../config.ts';
import { accountId } from '../connection/account-id.ts';
import { Directory } from '../directory/act.ts';
import { Freshness } from '../directory/freshness.ts';
import { Refused } from '../directory/refused.ts';
import { Mapping } from '../mapping/mapping.ts';
import { StartRefused } from '../start-refused.ts';
import { openStore } from '../store/open-store.ts';
import { keptTokens } from '../store/reads/accounts.ts';
import { contentOf, problemLine, refuseTaken, writeWhole } from './mapping-files.ts';
import { sheetCommand } from './mapping-sheet.ts';

/** What a command of the mapping says, a line each, and its exit code. */
export interface Said {
  lines: string[];
  code: 0 | 1;
}

const by = 'command-line';

/** Carries out `mapping status`, `workbook FILE`, `check FILE`, `complete [FILE]`, `undo`, or `sheet …` on a database, which a companion may be serving.
 *  Null where there is no such command. Throws StartRefused for what cannot be done, in the words of the API. */
export async function mappingCommand(database: string, words: readonly string[]): Promise<Said | null> {
  const [command, file, ...more] = words;
  if (command === 'sheet') {
    const work = sheetCommand(words.slice(1));
    return work === null ? null : withMapping(database, work);
  }
  if (more.length > 0) return null;
  if (command === 'status' && file === undefined)
    return withMapping(database, async (mapping) => told(statusLines(await mapping.status())));
  if (command === 'workbook' && file !== undefined) return withMapping(database, (mapping) => writeWorkbook(mapping, file));
  if (command === 'check' && file !== undefined) return withMapping(database, (mapping) => check(mapping, contentOf(file)));
  if (command === 'complete')
    return withMapping(database, (mapping) => complete(mapping, file === undefined ? undefined : contentOf(file)));
  if (command === 'undo' && file === undefined) {
    return withMapping(database, async (mapping) => {
      const { users, teams } = await mapping.undo(by);
      return told([say('mapping-command.undone', { users, teams })]);
    });
  }
  return null;
}

async function withMapping(database: string, work: (mapping: Mapping) => Promise<Said>): Promise<Said> {
  const address = databaseAddress(database);
  if (address.kind === 'sqlite' && !existsSync(address.path))
    throw new StartRefused(say('maintenance.no-database', { path: address.path }));
  const store = await openStore(address);
  try {
    const kept = await store.read((reads) => keptTokens(reads, accountId));
    if (kept.length === 0) throw new StartRefused(say('maintenance.no-tables'));
    return await work(new Mapping(new Directory(store, accountId, new Freshness(store, accountId))));
  } catch (error) {
    throw error instanceof Refused ? new StartRefused(error.message) : error;
  } finally {
    await store.close();
  }
}

async function writeWorkbook(mapping: Mapping, file: string): Promise<Said> {
  refuseTaken(file);
  await writeWhole(file, (await mapping.workbook()).content);
  return told([say('mapping-command.written', { file })]);
}

async function check(mapping: Mapping, file: Uint8Array): Promise<Said> {
  const answer = await mapping.checked(file);
  if (answer.problemCount === 0) return told([say('mapping-command.sound', { ...answer.numbers, connects: '' })]);
  return { lines: [...answer.problems.map(problemLine), say('mapping-command.unsound', { count: answer.problemCount })], code: 1 };
}

async function complete(mapping: Mapping, file: Uint8Array | undefined): Promise<Said> {
  const { numbers, run, already } = await mapping.complete(file, by);
  if (already) return told([say('mapping-command.already', { run: run.run, at: run.at })]);
  return told([say('mapping-command.completed', { users: run.users, teams: run.teams, kept: numbers.keptUsers, until: run.undoUntil })]);
}

function statusLines({ account, okta, spekit, users, teams, lastCompleted }: MappingStatus): string[] {
  const counted = (what: 'users' | 'teams', { total, undecided, confidence }: MappingStatus['users']): string => {
    const { certain = 0, likely = 0, possible = 0, none = 0 } = confidence;
    return say(`mapping-command.${what}`, { total, undecided, certain, likely, possible, none });
  };
  return [
    say('mapping-command.account', { connection: say(`mapping-command.${account.connection}`), type: account.type }),
    say('mapping-command.sides', { oktaUsers: okta.users, oktaTeams: okta.teams, users: spekit.users, teams: spekit.teams }),
    counted('users', users),
    counted('teams', teams),
    ...(lastCompleted === null || lastCompleted.undoneAt !== null
      ? []
      : [say('mapping-command.last', { at: lastCompleted.at, until: lastCompleted.undoUntil })]),
  ];
}

function told(lines: string[]): Said {
  return { lines, code: 0 };
}
