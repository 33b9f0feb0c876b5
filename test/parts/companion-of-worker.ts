import { setupServer } from 'msw/node';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aCompanion, type CompanionState, companionHandlers } from '../../mocks/handlers/companion.ts';
import { settings } from '../../stores/settings.ts';

/** Plays the companion for tests of the worker's parts. Listen to it before them, and close it after them. */
export const server = setupServer();

/** Nothing is stored but the connection to a companion, whose state the test may change. The extension is of that release. */
export async function connectAnew(release: string): Promise<CompanionState> {
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: release }) });
  const companion = aCompanion();
  server.resetHandlers(...companionHandlers(companion));
  for (const area of ['local', 'session', 'managed'] as const) await fakeBrowser.storage[area].clear();
  await settings.write((old) => ({ ...old, companionUrl: companion.url, token: companion.token }));
  return companion;
}
