import { say } from '../locales/companion.ts';
import { type Companion, startCompanion } from './companion.ts';
import { readEnvironment } from './config.ts';
import { StartRefused } from './start-refused.ts';

/** How long the requests under way may take at the end. */
const patience = 15_000;

/** The command: starts by the environment, says where it listens, and ends in order on SIGTERM and SIGINT. */
export async function run(): Promise<void> {
  const companion = await start();
  // Before it is said: whoever reads it may end the companion at once.
  const end = async (): Promise<void> => {
    setTimeout(() => process.exit(1), patience).unref();
    await companion.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end());
  console.log(say('start.listening', { url: companion.url }));
  if (companion.made.scim !== undefined) console.log(say('start.scim-token', { token: companion.made.scim }));
  if (companion.made.admin !== undefined) console.log(say('start.admin-token', { token: companion.made.admin }));
  if (companion.made.scim !== undefined || companion.made.admin !== undefined) console.log(say('start.shown-once'));
}

async function start(): Promise<Companion> {
  try {
    return await startCompanion(readEnvironment(process.env));
  } catch (error) {
    console.error(error instanceof StartRefused ? error.message : error);
    process.exit(1);
  }
}
