/** Who may import whom. The picture of it is in ARCHITECTURE.md. */
export interface Room {
  /** Rooms it may import. Its own files are always open to it. */
  imports: readonly string[];
  /** Rooms of which it may import types only. */
  types: readonly string[];
  /** Packages it may import; `node:` stands for Node's own modules. */
  packages: readonly string[];
}

const pure = ['ownership', 'locales'];
/** What a content script carries is bytes in somebody else's page: no React, no zod, no polyfill. */
const inThePage: readonly string[] = [];
const ui = ['react', 'react-dom', 'zustand', 'webextension-polyfill', '@floating-ui/dom', '@floating-ui/react-dom'];
const server = [
  'node:',
  'fastify',
  '@fastify/rate-limit',
  '@fastify/under-pressure',
  'csv-parse',
  'helmet',
  'hucre',
  'pg',
  'pino',
  'prom-client',
  'saxes',
  'swagger-ui-dist',
  'zod',
];

export const rooms: Readonly<Record<string, Room>> = {
  entrypoints: {
    imports: ['components', 'content', 'background', 'stores', 'messages', 'hosts', 'overlay', 'contract', ...pure],
    types: [],
    packages: [...ui, 'wxt'],
  },
  components: { imports: ['stores', 'messages', 'hosts', 'contract', ...pure], types: [], packages: ui },
  content: { imports: ['hosts', 'overlay', 'messages', ...pure], types: ['contract'], packages: inThePage },
  // A notification is the one thing that the worker says to a person itself.
  background: {
    imports: ['messages', 'stores', 'contract', ...pure],
    types: [],
    packages: ['webextension-polyfill', 'zod', 'zustand'],
  },
  stores: { imports: ['contract'], types: [], packages: ['zustand', 'zod', 'webextension-polyfill'] },
  // The decision and the facts of a dialog travel as codes, whose types are these rooms'.
  messages: { imports: [], types: ['contract', ...pure], packages: ['@webext-core/messaging', 'wxt'] },
  // A link is asked for by the code that its words have.
  hosts: { imports: ['ownership'], types: ['overlay', 'contract', 'locales'], packages: [] },
  overlay: { imports: [], types: ['contract'], packages: [] },
  contract: { imports: ['ownership'], types: [], packages: ['zod'] },
  ownership: { imports: [], types: [], packages: [] },
  locales: { imports: ['ownership'], types: [], packages: [] },
  backend: { imports: ['contract', ...pure], types: [], packages: server },
  mocks: {
    imports: ['contract', ...pure],
    types: [],
    packages: ['node:', 'react', 'react-dom', 'zustand', 'zod', 'msw', 'selfsigned', 'esbuild'],
  },
  // A generator asks the declarations, and the replicas what they show already.
  scripts: { imports: ['hosts', 'mocks', 'contract', ...pure], types: [], packages: ['node:', '@playwright/test', '@wxt-dev/i18n'] },
};

/** Spans folders, and may see all of them. So may a test that stands beside what it tests. */
export const openRooms = ['test'];

/** Folders without code of the house. */
export const otherFolders = ['docs', 'public', '.ci', '.github'];
