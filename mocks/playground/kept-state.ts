import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { OktaOrg } from '../okta/org.ts';
import type { OrgState } from '../okta/state.ts';
import { seedState } from './company.ts';
import { companionIsEmpty, relink, seed } from './seed.ts';
import type { PlaygroundOptions } from './server.ts';

/** The org to begin with, and what connects it to the companion as it is: an empty one is seeded; one that knows people already keeps them,
 *  and the org takes up where its kept state, or failing that the companion's own, says. */
export async function startingState(options: PlaygroundOptions): Promise<{ state: OrgState; links: (org: OktaOrg) => Promise<void> }> {
  if (await companionIsEmpty(options)) return { state: seedState(), links: (org) => seed(org, options, options.staging) };
  const kept = options.stateFile === undefined ? null : await readState(options.stateFile);
  if (kept !== null) return { state: kept, links: () => Promise.resolve() };
  return { state: seedState(), links: (org) => relink(org, options) };
}

async function readState(file: string): Promise<OrgState | null> {
  try {
    const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isState(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** Only this program writes the file; the check is against a file of another version. */
function isState(value: unknown): value is OrgState {
  if (typeof value !== 'object' || value === null) return false;
  return ['people', 'groups', 'apps', 'tasks'].every((key) => key in value && Array.isArray(Reflect.get(value, key)));
}

/** Writes the org's state after each change, whole and by renaming, so that a stop in between leaves the last one readable.
 *  Once it has ended nothing is written any more, whatever a job that was under way still comes to. */
export function keepState(org: OktaOrg, file: string): { end(): Promise<void> } {
  let writing = Promise.resolve();
  let due = false;
  let ended = false;
  const write = async (): Promise<void> => {
    due = false;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify(org.state));
    await rename(`${file}.new`, file);
  };
  const later = (): void => {
    if (due || ended) return;
    due = true;
    writing = writing.then(write).catch((error: unknown) => console.error(`The playground's state could not be kept: ${String(error)}`));
  };
  org.onChange(later);
  later();
  return {
    end() {
      ended = true;
      return writing;
    },
  };
}
