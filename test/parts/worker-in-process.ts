import { configure } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { StoreApi } from 'zustand';
import { handlers } from '../../background/handlers.ts';
import { parsers } from '../../background/requests.ts';
import { onMessage, removeAllListeners } from '../../messages/bus.ts';
import type { MessageName } from '../../messages/map.ts';
import { aCompanion, type CompanionState, companionHandlers } from '../../mocks/handlers/companion.ts';
import { allStored } from '../../stores/all.ts';
import { attention } from '../../stores/attention.ts';
import { knowledge } from '../../stores/knowledge.ts';
import { okta } from '../../stores/okta.ts';
import { pages } from '../../stores/pages.ts';
import { managedSettings, settings } from '../../stores/settings.ts';

// A busy machine takes its time.
configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 20_000 });

/** Our own pages ask with this; the check of the sender has tests of its own. */
const ownPage = { from: 'own-page' } as const;

/** The worker's real handlers in the test's own process, before a companion that msw plays. */
export const server = setupServer();

/** Starts them anew with nothing stored, and gives the state of the companion, for the test to change. */
export async function startWorker(): Promise<CompanionState> {
  removeAllListeners();
  fakeBrowser.reset();
  Object.assign(fakeBrowser.windows, { getCurrent: async () => ({ id: 1 }) });
  const state = aCompanion();
  // It speaks plain HTTP alone.
  const secure = http.all(`${state.url.replace('http:', 'https:')}/*`, () => HttpResponse.error());
  server.resetHandlers(...companionHandlers(state), secure);
  for (const name of Object.keys(handlers) as MessageName[]) listen(name);
  // What an earlier test left in the stores of this process.
  forget(managedSettings.store);
  forget(settings.store);
  forget(knowledge.store);
  forget(attention.store);
  forget(okta.store);
  forget(pages.store);
  await Promise.all([...Object.values(allStored).map((stored) => stored.read()), managedSettings.read()]);
  return state;
}

/** As an admin has connected it. */
export function connectTo({ url, token }: CompanionState): Promise<void> {
  return settings.write((old) => ({ ...old, companionUrl: url, token }));
}

function forget<State>(store: StoreApi<State>): void {
  store.setState(store.getInitialState(), true);
}

function listen<Name extends MessageName>(name: Name): void {
  onMessage(name, ({ data }) => handlers[name](parsers[name](data), ownPage));
}

/** The browser lets the extension reach these origins. Asked for more, the admin allows it, unless `answer` is false.
 *  Gives the spy of the question. */
export function stubPermissions(granted: string[], answer = true) {
  const { permissions } = fakeBrowser;
  Object.assign(permissions, {
    contains: vi.fn(async ({ origins = [] }: { origins?: string[] }) => origins.every((origin) => granted.includes(origin))),
    request: vi.fn(async ({ origins = [] }: { origins?: string[] }) => {
      if (answer) granted.push(...origins);
      return answer;
    }),
    onAdded: { addListener: vi.fn(), removeListener: vi.fn() },
    onRemoved: { addListener: vi.fn(), removeListener: vi.fn() },
  });
  return vi.mocked(permissions.request);
}
