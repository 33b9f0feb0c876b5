// app/data/ is what both renderings of the app know and do.
// What may enter: asking the API, the live lists, the acts, routes, and pure functions over them. No markup.
import type { ApiError } from '../../../../contract/api.ts';

/** An answer of the API that is not 2xx; its message is the `detail`, written for the person who reads it. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly reason: string | null;

  constructor(status: number, error: ApiError['error']) {
    super(error.detail);
    this.status = status;
    this.reason = error.reason ?? null;
  }
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** Asks the app's own API under `/api`. Gives null for 204. Throws Refused, also when nothing answers (status 0). */
export async function ask<T>(method: Method, path: string, body?: object): Promise<T> {
  return (await answerOf<T>(method, path, body === undefined ? {} : { body: JSON.stringify(body) })).body;
}

/** The same for a list that is asked for again and again: null where nothing has changed since `etag`. */
export async function askIfChanged<T>(path: string, etag: string | null): Promise<{ body: T; etag: string | null } | null> {
  const answer = await answerOf<T>('GET', path, etag === null ? {} : { headers: { 'if-none-match': etag } });
  return answer.status === 304 ? null : answer;
}

async function answerOf<T>(method: Method, path: string, init: RequestInit): Promise<{ status: number; body: T; etag: string | null }> {
  const headers = { ...(init.body === undefined ? {} : { 'content-type': 'application/json' }), ...init.headers };
  const response = await fetch(`/api${path}`, { ...init, method, headers, cache: 'no-store' }).catch(() => null);
  if (response === null) throw new Refused(0, { code: 'unavailable', detail: 'You seem to be offline. Nothing was changed.' });
  const text = await response.text();
  if (response.status >= 400) throw new Refused(response.status, errorIn(text));
  const body: T = text === '' ? null : JSON.parse(text);
  return { status: response.status, body, etag: response.headers.get('etag') };
}

function errorIn(text: string): ApiError['error'] {
  try {
    const { error } = JSON.parse(text) as ApiError;
    if (typeof error.detail === 'string') return error;
  } catch {
    // Not the API's own words: said below in ours.
  }
  return { code: 'internal', detail: 'Something went wrong. Try again.' };
}
