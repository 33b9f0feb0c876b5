import { say } from '../../locales/companion.ts';
import { errorBody, ScimError } from '../scim/errors.ts';
import { isObject } from '../scim/value.ts';
import type { Ms } from '../store/rows.ts';

/** Where Spekit's own SCIM is, and how it is asked. */
export interface SpekitAddress {
  /** Without a slash at the end. */
  url: string;
  /** What Spekit gave for Okta's connector. It is sent to that address and stands nowhere else. */
  token: string;
  /** Ms until an answer that does not come is given up. */
  patience: Ms;
}

/** A request as it is passed on. */
export interface Passed {
  method: string;
  /** Below the address, with its query. */
  path: string;
  /** As it came; null: it has none. */
  body: string | null;
  headers: Readonly<Record<string, string>>;
}

export interface SpekitAnswer {
  status: number;
  headers: Headers;
  /** SCIM's JSON; empty where there is none. */
  text: string;
  /** The same, read; null where there is none, or it is no object. */
  body: Record<string, unknown> | null;
  took: Ms;
}

/** Bytes of an answer. A page of a thousand users takes about two million. */
const mostBytes = 64 * 1024 * 1024;

/** Asks Spekit. An answer that Okta can be given comes back, refusals included, in SCIM's JSON. Throws ScimError, with what is wrong and
 *  what to do for whoever reads it in Okta: 502 where Spekit is not reached, not SCIM, or does not take our token, 504 where it is silent. */
export async function askSpekit(address: SpekitAddress, passed: Passed): Promise<SpekitAnswer> {
  const begun = performance.now();
  const { response, text } = await reached(address, passed);
  const { status } = response;
  if (status === 401) throw failed('token-refused', address);
  if (status >= 300 && status < 400 && status !== 304) throw failed('redirected', address);
  const body = parsed(text);
  const refused = status >= 400;
  if (status > 599 || (!refused && text !== '' && body === null)) throw failed('not-scim', address);
  const said = refused && body === null ? JSON.stringify(errorBody(status, null, say('relay.no-reason', { status }))) : text;
  return { status, headers: response.headers, text: said, body, took: Math.round(performance.now() - begun) };
}

async function reached(address: SpekitAddress, { method, path, body, headers }: Passed): Promise<{ response: Response; text: string }> {
  const signal = AbortSignal.timeout(address.patience);
  try {
    const response = await fetch(`${address.url}${path}`, {
      method,
      headers: { ...headers, authorization: `Bearer ${address.token}` },
      ...(body !== null && { body }),
      // The token goes where the admin said, and nowhere that an answer sends us to.
      redirect: 'manual',
      signal,
    });
    return { response, text: withoutToken(await read(response, address), address.token) };
  } catch (error) {
    if (error instanceof ScimError) throw error;
    if (signal.aborted) throw failed('silent', address, { seconds: Math.round(address.patience / 1000) }, 504);
    throw failed('unreachable', address, { reason: codeOf(error) });
  }
}

async function read(response: Response, address: SpekitAddress): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > mostBytes) throw failed('too-large', address);
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

/** Whatever Spekit echoes: its token is none of Okta's business. What is too short for a token could be any word. */
function withoutToken(text: string, token: string): string {
  return token.length < 12 ? text : text.replaceAll(token, '•••');
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

type Failure = 'token-refused' | 'redirected' | 'not-scim' | 'silent' | 'unreachable' | 'too-large';

function failed(failure: Failure, { url }: SpekitAddress, facts: Record<string, string | number> = {}, status = 502): ScimError {
  return new ScimError(status, null, say(`relay.${failure}`, { host: new URL(url).host, ...facts }), `relay.${failure}`);
}

/** `ECONNREFUSED` and the like: what a network's admin looks up. The message may hold more than is anybody's business. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : null;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'error';
}
