import { flushCompileCache } from 'node:module';
import { say } from '../locales/companion.ts';
import { startCompanion } from './companion.ts';
import { readEnvironment } from './config.ts';
import { StartRefused } from './start-refused.ts';
import { StoreRefused } from './store/access.ts';
import { holdYoungGeneration } from './young-generation.ts';

/** How long the requests under way may take at the end. */
const patience = 15_000;

/** The command: serves, or does what the arguments name, each by the environment. */
export async function run(parameters: readonly string[]): Promise<void> {
  if (parameters.length === 0) return serve();
  process.exitCode = await orRefuse(async () => {
    const { maintain } = await import('./maintenance/command.ts');
    return maintain(parameters, readEnvironment(process.env).database);
  });
}

/** Starts, says where it listens, and ends in order on SIGTERM and SIGINT. */
async function serve(): Promise<void> {
  holdYoungGeneration();
  const companion = await orRefuse(() => startCompanion(readEnvironment(process.env)));
  // Before it is said: whoever reads it may end the companion at once.
  const end = async (): Promise<void> => {
    setTimeout(() => process.exit(1), patience).unref();
    await companion.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end());
  console.log(say('start.listening', { url: companion.url }));
  if (companion.relaysTo !== null) console.log(say('start.relaying', { url: companion.relaysTo }));
  if (companion.made.scim !== undefined) console.log(say('start.scim-token', { token: companion.made.scim }));
  if (companion.made.viewer !== undefined) console.log(say('start.viewer-token', { token: companion.made.viewer }));
  if (companion.made.admin !== undefined) console.log(say('start.admin-token', { token: companion.made.admin }));
  if (Object.keys(companion.made).length > 0) console.log(say('start.shown-once'));
  // Node writes it when it ends, and one that is killed never would: each start would be as slow as the first.
  flushCompileCache();
}

/** What cannot be done as it was asked is one line, and exit code 1. */
async function orRefuse<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    console.error(error instanceof StartRefused || error instanceof StoreRefused ? error.message : error);
    process.exit(1);
  }
}
