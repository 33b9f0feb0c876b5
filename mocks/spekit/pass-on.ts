import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiError } from '../../contract/api.ts';
import type { SpekitSiteOptions } from './site.ts';

/** What the app may ask under `/api`, and where the companion has it under `/api/v1`. Nothing else is passed on. */
const routes: readonly { methods: readonly string[]; path: RegExp; at: string }[] = [
  { methods: ['GET'], path: /^\/status$/, at: '' },
  { methods: ['POST'], path: /^\/account\/connection$/, at: '' },
  { methods: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'], path: /^\/(users|teams)(\/[A-Za-z0-9_-]+){0,3}$/, at: '/spekit' },
];
const bodyLimit = 256 * 1024;

interface Answer {
  status: number;
  body: string;
  etag: string | null;
}

/** The app's own API, same-origin. The token is added here and never sent to the page; writes from other sites are refused.
 *  While the companion is away, reads answer what was read last, as a web app's own servers would go on doing. */
export function createApi(options: SpekitSiteOptions) {
  const lastRead = new Map<string, Answer>();
  return async (url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? 'GET';
    const path = url.pathname.slice('/api'.length);
    const route = routes.find((one) => one.path.test(path));
    if (route === undefined) return send(response, problem(404, 'not-found', 'There is nothing at this address.'));
    if (!route.methods.includes(method)) return send(response, problem(405, 'invalid', `This address does not take ${method}.`));
    if (method !== 'GET' && !isOwnPage(request)) return send(response, problem(403, 'unauthorized', 'Only the app itself may ask this.'));
    const body = method === 'GET' ? '' : await readBody(request);
    if (body === null) return send(response, problem(413, 'invalid', 'That is too much at once.'));
    const target = `${route.at}${path}${url.search}`;
    const answer = await askCompanion(options, method, target, body, request.headers['if-none-match']);
    if (answer === null) {
      const kept = method === 'GET' ? lastRead.get(target) : undefined;
      return send(response, kept ?? problem(503, 'unavailable', 'Something went wrong on our side. Nothing was changed: try again soon.'));
    }
    if (method === 'GET' && answer.status === 200) lastRead.set(target, answer);
    send(response, answer);
  };
}

function isOwnPage(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin';
}

/** Null when the companion does not answer. */
async function askCompanion(
  { companionUrl, adminToken }: SpekitSiteOptions,
  method: string,
  target: string,
  body: string,
  ifNoneMatch: string | undefined,
): Promise<Answer | null> {
  const headers: Record<string, string> = { authorization: `Bearer ${adminToken}`, accept: 'application/json' };
  if (body !== '') headers['content-type'] = 'application/json';
  if (ifNoneMatch !== undefined) headers['if-none-match'] = ifNoneMatch;
  const url = `${companionUrl.replace(/\/+$/, '')}/api/v1${target}`;
  try {
    const answer = await fetch(url, {
      method,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
      ...(body === '' ? {} : { body }),
    });
    return { status: answer.status, body: await answer.text(), etag: answer.headers.get('etag') };
  } catch {
    return null;
  }
}

/** Null when it is larger than a form of this app can be. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk as Uint8Array);
    size += part.length;
    if (size > bodyLimit) return null;
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function problem(status: number, code: ApiError['error']['code'], detail: string): Answer {
  const body: ApiError = { error: { code, detail } };
  return { status, body: JSON.stringify(body), etag: null };
}

function send(response: ServerResponse, { status, body, etag }: Answer): void {
  const empty = status === 204 || status === 304;
  response.writeHead(status, {
    'cache-control': 'no-store',
    ...(empty ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...(etag === null ? {} : { etag }),
  });
  response.end(empty ? undefined : body);
}
