// maintenance/ is what is done with a database beside serving it: `npm run backend -- backup FILE`, `check`,
// `token ROLE` and `mapping …`.
// What may enter: a command a file, and this list of them. They may run while a companion serves the same database.
import { say } from '../../locales/companion.ts';
import { StartRefused } from '../start-refused.ts';
import { backUp } from './backup.ts';
import { checkDatabase } from './check.ts';
import { mappingCommand } from './mapping.ts';
import { makeToken } from './token.ts';

/** Carries out a command of the command line on the database of that address. Gives the exit code: 1 where something was found to be wrong.
 *  Throws StartRefused for what cannot be done. */
export async function maintain(parameters: readonly string[], database: string): Promise<number> {
  const [command, file, ...more] = parameters;
  if (command === 'backup' && file !== undefined && more.length === 0) {
    console.log(say('maintenance.backed-up', await backUp(database, file)));
    return 0;
  }
  if (command === 'check' && file === undefined) {
    const { faults, users, teams, changes } = await checkDatabase(database);
    for (const fault of faults) console.error(fault);
    console.log(say(faults.length === 0 ? 'maintenance.sound' : 'maintenance.unsound', { faults: faults.length, users, teams, changes }));
    return faults.length === 0 ? 0 : 1;
  }
  if (command === 'token' && file !== undefined && more.length === 0) {
    console.log(say('maintenance.token', await makeToken(database, file)));
    return 0;
  }
  if (command === 'mapping') {
    const said = await mappingCommand(database, parameters.slice(1));
    for (const line of said?.lines ?? []) (said?.code === 0 ? console.log : console.error)(line);
    if (said !== null) return said.code;
  }
  throw new StartRefused(say('maintenance.usage'));
}
