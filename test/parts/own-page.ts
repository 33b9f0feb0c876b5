import { cleanup } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type CompanionState, now } from '../../mocks/handlers/companion.ts';
import { connectTo, server, startWorker } from './worker-in-process.ts';

/** For the tests of a file: each has a worker of its own, connected to a played companion at the instant of its facts, and a page that is no
 *  tab. Only `Date` stands still: what waits goes on. */
export function connectedPage(): { readonly companion: CompanionState } {
  let companion: CompanionState;
  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
  afterAll(() => server.close());
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
    companion = await startWorker();
    Object.assign(fakeBrowser.tabs, { getCurrent: async () => undefined });
    await connectTo(companion);
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  return {
    get companion() {
      return companion;
    },
  };
}
