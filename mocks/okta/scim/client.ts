// scim/ is Okta as a SCIM client: its headers, its order of calls, its bodies and its words for failures.
// What may enter: what Okta is recorded or documented to send. Nothing here knows the org's state or the console's pages.
// Two flavours: apps of the App Integration Wizard update with PUT only, apps of Okta's catalog (OIN) with PATCH.
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { connectionFailure, invalidJson, ScimFailure } from './failures.ts';

export type JsonObject = Record<string, unknown>;

/** Okta closes the socket after 60 s without an answer. */
const patience = 60_000;

export interface ScimClientOptions {
  /** Base URL of the SCIM service, e.g. `http://127.0.0.1:4680/scim/v2`. */
  baseUrl: string;
  token: string;
}

/** One connector: base URL, token and kept-alive connections. */
export class ScimClient {
  readonly baseUrl: URL;
  readonly #token: string;
  readonly #agent: HttpAgent | HttpsAgent;

  constructor(options: ScimClientOptions) {
    this.baseUrl = new URL(options.baseUrl.replace(/\/*$/, '/'));
    this.#token = options.token;
    const kept = { keepAlive: true, maxSockets: 4 };
    this.#agent = this.baseUrl.protocol === 'https:' ? new HttpsAgent(kept) : new HttpAgent(kept);
  }

  /** Sends one call and gives the JSON answered (null for an empty body). `doing` is how Okta calls the step when it fails.
   *  Throws ScimFailure for every answer that is not 2xx, is no JSON, or does not come. */
  async send(method: string, path: string, doing: string, body?: JsonObject): Promise<unknown> {
    const answer = await this.#exchange(method, path, body === undefined ? null : JSON.stringify(body)).catch((error: unknown) => {
      throw new ScimFailure({ doing, ...connectionFailure(error, this.baseUrl) });
    });
    const good = answer.status >= 200 && answer.status < 300;
    const parsed = parse(answer.text);
    if (good && parsed.ok) return parsed.value;
    const detail = parsed.ok ? detailOf(parsed.value) : invalidJson(answer.text);
    throw new ScimFailure({ doing, status: answer.status, detail, retryAfter: answer.retryAfter });
  }

  close(): void {
    this.#agent.destroy();
  }

  async #exchange(method: string, path: string, body: string | null): Promise<{ status: number; text: string; retryAfter: string | null }> {
    const headers: Record<string, string> = {
      'User-Agent': 'Okta SCIM Client 1.0.0',
      Accept: 'application/scim+json',
      'Accept-Charset': 'utf-8',
      'Accept-Encoding': 'gzip,deflate',
      Connection: 'Keep-Alive',
      Authorization: `Bearer ${this.#token}`,
    };
    if (body !== null) {
      headers['Content-Type'] = 'application/scim+json; charset=utf-8';
      headers['Content-Length'] = String(Buffer.byteLength(body));
    }
    const url = new URL(path.replace(/^\//, ''), this.baseUrl);
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string; retryAfter: string | null }>();
    const request = send(url, { method, headers, agent: this.#agent, timeout: patience });
    request.on('response', (response) => {
      read(response).then((text) => {
        resolve({ status: response.statusCode ?? 0, text, retryAfter: response.headers['retry-after'] ?? null });
      }, reject);
    });
    request.on('timeout', () => request.destroy(Object.assign(new Error('Read timed out'), { code: 'ETIMEDOUT' })));
    request.on('error', (error: NodeJS.ErrnoException) => {
      // A kept connection that the server closed meanwhile: nothing was answered on it, so it is sent once more on a new one.
      if (request.reusedSocket && error.code === 'ECONNRESET') this.#exchange(method, path, body).then(resolve, reject);
      else reject(error);
    });
    request.end(body ?? undefined);
    return promise;
  }
}

/** The calls of one job, in order, with Okta's pause between them. */
export class Conversation {
  readonly #client: ScimClient;
  readonly #gap: number;
  #calls = 0;

  /** @param gap Milliseconds between two calls; the recorded push has about 245. */
  constructor(client: ScimClient, gap: number) {
    this.#client = client;
    this.#gap = gap;
  }

  async send(method: string, path: string, doing: string, body?: JsonObject): Promise<unknown> {
    if (this.#calls++ > 0 && this.#gap > 0) await sleep(this.#gap);
    return this.#client.send(method, path, doing, body);
  }
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  switch (response.headers['content-encoding']) {
    case 'gzip':
      return gunzipSync(bytes).toString('utf8');
    case 'deflate':
      return inflateSync(bytes).toString('utf8');
    case 'br':
      return brotliDecompressSync(bytes).toString('utf8');
    default:
      return bytes.toString('utf8');
  }
}

function parse(text: string): { ok: true; value: unknown } | { ok: false } {
  if (text.trim() === '') return { ok: true, value: null };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

function detailOf(body: unknown): string | null {
  if (!isObject(body)) return null;
  return typeof body['detail'] === 'string' && body['detail'] !== '' ? body['detail'] : null;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first resource of a list answer, or null. Okta also reads the list's keys in lower case. */
export function firstResource(list: unknown): JsonObject | null {
  if (!isObject(list)) return null;
  const resources = list['Resources'] ?? list['resources'];
  const first: unknown = Array.isArray(resources) ? resources[0] : undefined;
  return isObject(first) ? first : null;
}

/** The id that the app gave; Okta cannot go on without one. */
export function idOf(resource: unknown, doing: string, kind: 'user' | 'group'): string {
  if (isObject(resource) && typeof resource['id'] === 'string' && resource['id'] !== '') return resource['id'];
  throw new ScimFailure({ doing, status: null, detail: null, said: `Create new ${kind} returned empty ${kind}.`, retryAfter: null });
}
