// background/ is the worker: what answers the messages, and the companion's only client.
// What may enter: handlers, requests, batching, freshness, injection, the toolbar. Nothing that must outlive the worker stays in its memory:
// it dies when it likes, so state goes to `stores/`, and a variable here holds what is under way and no more.
import browser from 'webextension-polyfill';
import { type ZodType, z } from 'zod';
import { type ApiError, apiError, apiVersion, type StatusAnswer, statusAnswer } from '../contract/api.ts';
import type { Reach } from '../contract/reach.ts';

/** Where the companion is (its origin, with or without a path before `/api/v1`), and the admin token. */
export interface Connection {
  companionUrl: string;
  token: string;
}

export interface Question<T> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api/v1`, e.g. `/status`. */
  path: string;
  answer: ZodType<T>;
  body?: object;
  /** Sent instead of JSON. */
  file?: Blob;
  /** Files that go together. */
  form?: FormData;
  /** Tag of the answer that is known. Where nothing has changed, `body` is null. */
  etag?: string | null;
  /** ms, until the whole answer has been read. */
  timeout?: number;
  /** Ends the request before. */
  signal?: AbortSignal;
}

export type Answer<T> =
  | { reach: 'ok'; httpStatus: number; etag: string | null; body: T | null }
  /** `refusal`: what the companion said, where it did. */
  | { reach: Exclude<Reach, 'ok'>; httpStatus: number | null; refusal?: ApiError['error'] };

const timeout = 5_000;

/** Asks the companion. Never rejects: what is wrong is the answer's `reach`. */
export function ask<T>(connection: Connection, question: Question<T>): Promise<Answer<T>> {
  return exchange(connection, question, (response) => read(response, question));
}

/** Asks for a file, of which nothing is kept in memory: `keep` is given the response as it comes. As `ask`, it never rejects; `body` is null where
 *  the file could not be kept whole. */
export function askForFile(
  connection: Connection,
  question: Omit<Question<string>, 'answer'>,
  keep: (response: Response) => Promise<string>,
) {
  return exchange(connection, question, async (response): Promise<Answer<string>> => {
    if (!response.ok) return failed(response);
    // It answered: that the file broke off, or that there is no room for it, is not to be told as its silence.
    return { reach: 'ok', httpStatus: response.status, etag: null, body: await keep(response).catch(() => null) };
  });
}

async function exchange<T>(
  connection: Connection,
  question: Omit<Question<T>, 'answer'>,
  take: (response: Response) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  if (connection.companionUrl === '' || connection.token === '') return { reach: 'not-set-up', httpStatus: null };
  const url = urlOf(connection.companionUrl, question.path);
  if (url === null) return { reach: 'unreachable', httpStatus: null };
  try {
    return await take(await fetch(url, requestOf(connection.token, question)));
  } catch {
    // Nothing listens, the name is unknown, the time is over, a redirect, or the browser did not let the request out.
    return { reach: (await mayReach(url)) ? 'unreachable' : 'no-permission', httpStatus: null };
  }
}

/** The status, by which everything begins. A companion that speaks an older API is `too-old` before its answer is read. */
export async function askStatus(connection: Connection, etag: string | null): Promise<Answer<StatusAnswer>> {
  const answered = await ask(connection, { method: 'GET', path: '/status', answer: z.looseObject({ api: z.int() }), etag });
  if (answered.reach !== 'ok') return answered;
  if (answered.body === null) return { ...answered, body: null };
  if (answered.body.api < apiVersion) return { reach: 'too-old', httpStatus: answered.httpStatus };
  const status = statusAnswer.safeParse(answered.body);
  return status.success ? { ...answered, body: status.data } : { reach: 'failing', httpStatus: answered.httpStatus };
}

function urlOf(companionUrl: string, path: string): URL | null {
  const base = URL.parse(companionUrl);
  if (base === null || !/^https?:$/.test(base.protocol) || base.username !== '' || base.password !== '') return null;
  return new URL(`${base.origin}${base.pathname.replace(/\/+$/, '')}/api/v1${path}`);
}

function requestOf<T>(token: string, question: Omit<Question<T>, 'answer'>): RequestInit {
  const { method, body, file, form, etag, timeout: patience = timeout, signal } = question;
  const over = AbortSignal.timeout(patience);
  return {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
      // What a browser takes a file for depends on what is installed: the companion looks at its name and content.
      ...(file && { 'content-type': 'application/octet-stream' }),
      ...(etag && { 'if-none-match': etag }),
    },
    ...(body && { body: JSON.stringify(body) }),
    ...(file && { body: file }),
    ...(form && { body: form }),
    // The token goes to the companion that was set, and to nobody whom it names.
    redirect: 'error',
    credentials: 'omit',
    // The browser's own cache would answer 200 where the companion has said 304.
    cache: 'no-store',
    signal: signal ? AbortSignal.any([signal, over]) : over,
  };
}

async function read<T>(response: Response, { answer, etag }: Question<T>): Promise<Answer<T>> {
  const httpStatus = response.status;
  if (httpStatus === 304 && etag) return { reach: 'ok', httpStatus, etag, body: null };
  if (!response.ok) return failed(response);
  const text = await response.text();
  const parsed = answer.safeParse(parseJson(text));
  return parsed.success
    ? { reach: 'ok', httpStatus, etag: response.headers.get('etag'), body: parsed.data }
    : { reach: 'failing', httpStatus };
}

async function failed(response: Response): Promise<Answer<never>> {
  const { status: httpStatus } = response;
  const told = apiError.safeParse(parseJson(await response.text().catch(() => '')));
  const reach = httpStatus === 401 || httpStatus === 403 ? 'unauthorized' : 'failing';
  return { reach, httpStatus, ...(told.success && { refusal: told.data.error }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether the browser lets the extension reach that host. Asked only after a failure, since every other request tells by itself. */
async function mayReach(url: URL): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins: [`${url.protocol}//${url.hostname}/*`] });
  } catch {
    // An address that no match pattern can express, such as an IPv6 one in Firefox.
    return true;
  }
}
