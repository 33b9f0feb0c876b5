// What Playwright starts in the place of Firefox: it starts the real one, loads the extension into it over WebDriver BiDi, and passes
// everything on. An ESR is a year older than the Playwright that speaks to it: a command of emulation that it does not know yet is answered
// as done.
// Run as `node relay.ts <firefox> <folder of the built extension> …arguments for Firefox`.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type RawData, WebSocket, WebSocketServer } from 'ws';

const [program = '', extension = '', ...args] = process.argv.slice(2);
/** Ids that no client comes to. */
const installing = 1_000_000_000_000;
const waking = installing + 1;
const options = { perMessageDeflate: false, maxPayload: 256 * 1024 * 1024 };

const firefox = spawn(program, args, { stdio: ['ignore', 'inherit', 'pipe'] });
firefox.on('error', (error) => leave(`${program} could not be started: ${error.message}`));
firefox.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => firefox.kill(signal));
createInterface({ input: firefox.stderr }).on('line', (line) => {
  const [, address] = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(line) ?? [];
  if (address === undefined) process.stderr.write(`${line}\n`);
  else listen(address);
});

function listen(address: string): void {
  const server = new WebSocketServer({ ...options, host: '127.0.0.1', port: 0 });
  server.on('connection', (client, { url = '' }) => relay(client, new WebSocket(`${address}${url}`, options)));
  server.on('listening', () => {
    const at = server.address();
    const port = typeof at === 'object' && at !== null ? at.port : 0;
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${port}\n`);
  });
}

interface Message {
  id?: number;
  method?: string;
  type?: string;
  error?: string;
  message?: string;
  params?: { context?: string; url?: string };
}

function relay(client: WebSocket, browser: WebSocket): void {
  const asked = new Map<number, string>();
  /** The tabs whose closing was asked for, by the id of the command. */
  const closing = new Map<number, string>();
  /** Firefox's answer to `session.new`, kept back until the extension is there. */
  let begun: string | null = null;
  const waiting: string[] = [];
  client.on('message', (data) => {
    const text = textOf(data);
    const { id, method, params } = read(text);
    if (id !== undefined && method === 'browsingContext.close' && params?.context !== undefined) closing.set(id, params.context);
    if (id !== undefined && (method === 'session.new' || method?.startsWith('emulation.'))) asked.set(id, method);
    if (browser.readyState === WebSocket.OPEN) browser.send(text);
    else waiting.push(text);
  });
  browser.on('open', () => {
    for (const text of waiting) browser.send(text);
  });
  browser.on('message', (data) => {
    const text = textOf(data);
    const answer = read(text);
    const method = asked.get(answer.id ?? -1);
    if (answer.id !== undefined) asked.delete(answer.id);
    if (answer.id === waking) return;
    if (answer.id === installing) {
      if (answer.type === 'error') return leave(`Firefox does not take the extension: ${answer.message}`);
      // At its first start it opens its options in the empty tab: that must not be one that the client has begun to use.
      if (text.includes('/options.html"') && begun !== null) client.send(begun);
      else browser.send(JSON.stringify({ id: installing, method: 'browsingContext.getTree', params: {} }));
    } else if (method === 'session.new' && answer.type === 'success') {
      begun = text;
      const params = { extensionData: { type: 'path', path: extension } };
      browser.send(JSON.stringify({ id: installing, method: 'webExtension.install', params }));
    } else if (method !== undefined && answer.error === 'unknown command') {
      client.send(JSON.stringify({ type: 'success', id: answer.id, result: {} }));
    } else client.send(text);
    // Of what runs in a page of an extension Firefox says nothing until it is first asked something there.
    if (answer.method === 'browsingContext.navigationCommitted' && answer.params?.url?.startsWith('moz-extension:')) {
      const params = { expression: '0', target: { context: answer.params.context }, awaitPromise: false };
      browser.send(JSON.stringify({ id: waking, method: 'script.evaluate', params }));
    }
    const closed = closing.get(answer.id ?? -1);
    if (closed !== undefined && answer.type === 'success') client.send(gone(closed));
  });
  client.on('close', () => browser.close());
  browser.on('close', () => client.close());
  browser.on('error', (error) => leave(`Firefox could not be spoken to: ${error.message}`));
}

/** Of a tab with a page of an extension Firefox does not say by itself that it is gone. Of another one it is told twice, which nobody minds. */
function gone(context: string): string {
  const params = { context, url: '', children: null, parent: null, userContext: 'default', originalOpener: null, clientWindow: '' };
  return JSON.stringify({ type: 'event', method: 'browsingContext.contextDestroyed', params });
}

function textOf(data: RawData): string {
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)]).toString('utf8');
}

function read(text: string): Message {
  return JSON.parse(text) as Message;
}

function leave(words: string): void {
  process.stderr.write(`${words}\n`);
  firefox.kill('SIGKILL');
  process.exitCode = 1;
}
