import { type Playground, startPlayground } from '../../../mocks/playground/server.ts';
import type { Companion } from './companion.ts';

/** Starts a playground on a free port beside a companion, in this process: it bundles the replicas once for all the stories of a worker.
 *  @param flavour How the Okta stand-in updates: PUT as Spekit's own app does, PATCH as apps of Okta's catalog do.
 *  @param connection Where an empty companion's account is left. */
export function openPlayground(
  companion: Companion,
  flavour: 'put' | 'patch',
  connection: 'connected' | 'staging' = 'connected',
): Promise<Playground> {
  return startPlayground({
    companionUrl: companion.url,
    scimToken: companion.scimToken,
    adminToken: companion.adminToken,
    stateFile: `${companion.folder}/playground.json`,
    flavour,
    staging: connection === 'staging',
  });
}
