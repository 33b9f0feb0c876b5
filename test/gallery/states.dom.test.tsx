import { cleanup, render, screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { ReactElement } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refreshAttention } from '../../background/attention.ts';
import { refresh } from '../../background/freshness.ts';
import { Mapping } from '../../components/mapping/Mapping.tsx';
import { Options } from '../../components/options/Options.tsx';
import { Panel } from '../../components/panel/Panel.tsx';
import { Popup } from '../../components/popup/Popup.tsx';
import { now } from '../../mocks/handlers/companion.ts';
import { knowledge } from '../../stores/knowledge.ts';
import { managedSettings } from '../../stores/settings.ts';
import { connectTo, server, startWorker, stubPermissions } from '../parts/worker-in-process.ts';
import { type GalleryState, slowness, states } from './states.ts';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
});
afterEach(async () => {
  cleanup();
  stop();
  for (const end of hanging.splice(0)) end();
  await refresh();
  await refreshAttention();
  vi.useRealTimers();
});

let stop = (): void => undefined;

/** What is asked of a companion that hangs ends with the test: the worker's one request at a time would keep the next test waiting. */
const hanging: (() => void)[] = [];

/** What a companion in trouble answers. */
const troubles: Readonly<Record<Exclude<GalleryState['trouble'], 'none'>, () => Promise<Response | undefined> | Response>> = {
  // Nothing is answered here: what comes after it answers, late.
  slow: async () => void (await new Promise((resolve) => setTimeout(resolve, slowness))),
  hangs: () => new Promise((resolve) => hanging.push(() => resolve(HttpResponse.error()))),
  fails: () => new HttpResponse('<h1>Hello</h1>', { status: 500, headers: { 'content-type': 'text/html' } }),
  away: () => HttpResponse.error(),
};
const surfaces: Readonly<Record<string, () => ReactElement>> = {
  popup: () => <Popup />,
  options: () => <Options />,
  panel: () => <Panel />,
  mapping: () => <Mapping />,
};

// The dialog's states need a real layout: `gallery.spec.ts` shows them.
const ofReact = states.filter(({ surface }) => surface in surfaces);

test.each(ofReact.map((state) => [`${state.surface}: ${state.name}`, state] as const))('%s', async (_, state) => {
  const companion = await startWorker();
  Object.assign(fakeBrowser.tabs, { getCurrent: async () => undefined });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0', host_permissions: [] }) });
  stubPermissions(['http://127.0.0.1/*']);
  state.seed(companion);
  await fakeBrowser.storage.managed.set({ ...state.managed });
  managedSettings.store.setState({ ready: true, value: await managedSettings.read() });
  location.hash = state.at;
  const begin = (): void => {
    if (state.trouble !== 'none') server.use(http.all('*', troubles[state.trouble]));
  };
  if (!state.remembered) begin();
  stop = knowledge.store.subscribe(() => void refreshAttention().catch(() => undefined));
  if (state.connected) await connectTo({ ...companion, token: 'admin-token' });
  if (state.remembered) await refresh().then(begin);
  const surface = surfaces[state.surface];
  if (surface === undefined) throw new Error('No such surface.');
  render(surface());
  expect((await screen.findAllByText((words) => words.includes(state.shows))).length).toBeGreaterThan(0);
});

test('each surface is shown empty, in trouble where it asks, with much, with long names and from right to left', () => {
  const named = (surface: string) => states.filter((state) => state.surface === surface).map(({ name }) => name);
  for (const surface of ['popup', 'panel', 'mapping'])
    expect(named(surface)).toEqual(expect.arrayContaining(['empty', 'loading', 'away', 'huge', 'long names', 'right to left']));
  expect(named('options')).toEqual(expect.arrayContaining(['empty', 'right to left']));
  expect(named('dialog')).toEqual(expect.arrayContaining(['warning', 'block', 'many', 'long names', 'right to left']));
});
