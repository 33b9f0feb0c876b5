import { getResponse } from 'msw';
import { createRoot } from 'react-dom/client';
import browser from 'webextension-polyfill';
import { refreshAttention } from '../../background/attention.ts';
import { refresh } from '../../background/freshness.ts';
import { handlers } from '../../background/handlers.ts';
import { parsers } from '../../background/requests.ts';
import { openDialog } from '../../components/dialog/open.tsx';
import { Mapping } from '../../components/mapping/Mapping.tsx';
import { Options } from '../../components/options/Options.tsx';
import { Panel } from '../../components/panel/Panel.tsx';
import { Popup } from '../../components/popup/Popup.tsx';
import { onMessage } from '../../messages/bus.ts';
import type { MessageName } from '../../messages/map.ts';
import { aCompanion, companionHandlers, now } from '../../mocks/handlers/companion.ts';
import { allStored } from '../../stores/all.ts';
import { knowledge } from '../../stores/knowledge.ts';
import { managedSettings, settings } from '../../stores/settings.ts';
import { type GalleryState, slowness, states, type Trouble } from './states.ts';

/** The facts are told from an instant: ages are true at it, whenever the gallery is opened. */
const since = Date.parse(now) - Date.now();
const real = Date.now.bind(Date);
Date.now = () => real() + since;

// Among others a frame must not pull the page to itself, only because a field of it has the focus.
if (window.parent !== window) {
  const focus = HTMLElement.prototype.focus;
  HTMLElement.prototype.focus = function quietly(options) {
    focus.call(this, { ...options, preventScroll: true });
  };
}

const state = states[Number(new URLSearchParams(location.search).get('state'))];
if (state !== undefined) void show(state);

async function show(state: GalleryState): Promise<void> {
  const companion = aCompanion();
  state.seed(companion);
  let trouble: Trouble = state.remembered ? 'none' : state.trouble;
  globalThis.fetch = (input, init) => answer(new Request(input, init), trouble);
  const played = companionHandlers(companion);
  for (const name of Object.keys(handlers) as MessageName[]) listen(name);
  await browser.storage.managed.set({ ...state.managed });
  managedSettings.store.setState({ ready: true, value: await managedSettings.read() });
  if (state.at !== '') history.replaceState(null, '', state.at);
  await Promise.all(Object.values(allStored).map((stored) => stored.read()));
  // As the worker does (`background/start.ts`), without its toolbar.
  knowledge.store.subscribe(() => void refreshAttention().catch(() => undefined));
  if (state.connected) await settings.write((old) => ({ ...old, companionUrl: companion.url, token: 'admin-token' }));
  if (state.remembered) await refresh();
  trouble = state.trouble;
  document.documentElement.lang = 'en';
  document.documentElement.dir = state.rtl ? 'rtl' : 'ltr';
  if (state.told !== null) return tell(state);
  const surface = { popup: <Popup />, options: <Options />, panel: <Panel />, mapping: <Mapping />, dialog: null }[state.surface];
  const root = document.createElement('div');
  root.id = 'root';
  document.body.append(root);
  createRoot(root).render(surface);

  async function answer(request: Request, trouble: Trouble): Promise<Response> {
    if (trouble === 'hangs') return new Promise(() => undefined);
    if (trouble === 'slow') await new Promise((resolve) => setTimeout(resolve, slowness));
    if (trouble === 'away') throw new TypeError('Failed to fetch');
    if (trouble === 'fails') return new Response('<h1>Hello</h1>', { status: 500, headers: { 'content-type': 'text/html' } });
    return (await getResponse(played, request)) ?? new Response(null, { status: 404 });
  }
}

function tell({ told }: GalleryState): void {
  if (told === null) return;
  const facts = { ...told.facts, syncedAt: Date.now() - 12_000, asOf: Date.now() - 3_000 };
  const { signal } = new AbortController();
  void openDialog({ ...told, facts, action: 'okta.group.unlink', within: null, signal });
}

function listen<Name extends MessageName>(name: Name): void {
  onMessage(name, ({ data }) => handlers[name](parsers[name](data), { from: 'own-page' }));
}

// The fake has to be there before anything of ours asks for it.
void browser;
