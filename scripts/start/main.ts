// `npm start`: builds the extension, starts companion and playground on loopback, says what to do next, and ends all of it together.
import { request } from 'node:https';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { ensureChromium, findChromium } from '../chromium.mjs';
import { nextSteps, playgroundPages } from './next-steps.ts';
import { type Place, readPlace } from './place.ts';
import { checkPorts, isReady } from './ports.ts';
import { launch, type Running, untilUp } from './programs.ts';
import { keptTokens, type Tokens } from './tokens.ts';

const begun: Running[] = [];
let browser: BrowserContext | null = null;
let stopping: Promise<never> | null = null;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

try {
  await run(readPlace(process.env), process.argv.slice(2));
} catch (error) {
  if (stopping === null) console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function run(place: Place, args: readonly string[]): Promise<void> {
  await checkPorts(place);
  const extension = join(place.root, '.output', 'chrome-mv3-playground');
  await build(place);
  const tokens = keptTokens(join(place.data, 'playground-tokens.json'));
  await startCompanion(place, tokens);
  await startPlayground(place, tokens);
  console.log(nextSteps(place, extension, tokens.admin));
  if (wantsBrowser(args)) await open(place, extension, tokens.admin, args.includes('--open'));
}

async function build(place: Place): Promise<void> {
  console.log('Building the extension.');
  const args = ['node_modules/wxt/bin/wxt.mjs', 'build', '--mode', 'playground', '-b', 'chrome'];
  const building = launch({ name: 'build', args, cwd: place.root, env: { NODE_ENV: 'production' }, log: join(place.data, 'build.log') });
  begun.push(building);
  const outcome = await building.ended;
  if (outcome !== 'ended with 0') throw new Error(`The build ${outcome}:\n${building.lastWords()}`);
}

async function startCompanion(place: Place, tokens: Tokens): Promise<void> {
  console.log(`Starting the companion on port ${place.companionPort}.`);
  const companion = start(place, 'companion', 'backend/main.mjs', {
    SOURCEMARK_HOST: '127.0.0.1',
    SOURCEMARK_PORT: String(place.companionPort),
    // A database of its own: what a companion of one's own has recorded is left alone.
    DATABASE_URL: `sqlite:${join(place.data, 'playground.db')}`,
    SOURCEMARK_SCIM_TOKEN: tokens.scim,
    SOURCEMARK_ADMIN_TOKEN: tokens.admin,
  });
  await untilUp(companion, () => isReady(place.companionPort));
}

async function startPlayground(place: Place, tokens: Tokens): Promise<void> {
  console.log(`Starting the playground on port ${place.playgroundPort}.`);
  const playground = start(place, 'playground', 'mocks/playground/main.ts', {
    SOURCEMARK_PORT: String(place.companionPort),
    SOURCEMARK_PLAYGROUND_PORT: String(place.playgroundPort),
    SOURCEMARK_PLAYGROUND_STATE: join(place.data, 'playground.json'),
    SOURCEMARK_SCIM_TOKEN: tokens.scim,
    SOURCEMARK_ADMIN_TOKEN: tokens.admin,
  });
  await untilUp(playground, () => answersHttps(place.playgroundPort));
}

function start(place: Place, name: string, script: string, env: Record<string, string>): Running {
  const log = join(place.data, `${name}.log`);
  const program = launch({ name, args: [script], cwd: place.root, env, log });
  begun.push(program);
  void program.ended.then((outcome) => {
    if (stopping !== null) return;
    console.error(`The ${name} ${outcome}, so everything stops. Its last words:\n${program.lastWords()}`);
    void stop(1);
  });
  return program;
}

/** `--open` asks for a browser, `--no-open` for none; else one opens where there is a display and a Chromium. */
function wantsBrowser(args: readonly string[]): boolean {
  if (args.includes('--no-open')) return false;
  return args.includes('--open') || (hasDisplay() && findChromium() !== null);
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** A browser that does not open is said, and leaves the rest running. */
async function open(place: Place, extension: string, token: string, asked: boolean): Promise<void> {
  if (!hasDisplay()) return console.error('--open needs a display, and there is none here. Follow the three steps in a browser of yours.');
  try {
    const { openChromium } = await import('./chromium.ts');
    const executablePath = asked ? ensureChromium() : (findChromium() ?? ensureChromium());
    const companionUrl = `http://127.0.0.1:${place.companionPort}`;
    const pages = Object.values(playgroundPages(place));
    browser = await openChromium({
      executablePath,
      extension,
      profile: join(place.data, 'profile'),
      companionUrl,
      token,
      pages,
      headless: false,
    });
    browser.on('close', () => {
      if (stopping === null) console.log('The browser was closed. Companion and playground go on; Ctrl-C stops them.');
    });
    console.log('A Chromium with the extension connected has been opened.');
  } catch (error) {
    if (stopping === null) console.error(`The browser could not be opened: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function answersHttps(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const asking = request({ host: '127.0.0.1', port, path: '/', rejectUnauthorized: false, agent: false, timeout: 2_000 }, (answer) => {
    answer.resume();
    resolve((answer.statusCode ?? 500) < 500);
  });
  asking.on('timeout', () => asking.destroy());
  asking.on('error', () => resolve(false));
  asking.end();
  return promise;
}

/** Ends all that was begun, waits until it is gone, and leaves. Asked again, it goes on with the first asking. */
function stop(code: number): Promise<never> {
  stopping ??= (async () => {
    if (code === 0) console.log('\nStopping.');
    await browser?.close().catch(() => undefined);
    await Promise.all(begun.map((program) => program.stop()));
    process.exit(code);
  })();
  return stopping;
}
