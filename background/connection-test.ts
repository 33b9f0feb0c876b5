import { z } from 'zod';
import { paths } from '../contract/paths.ts';
import { ownRole } from '../contract/tokens.ts';
import type { AnswerOf } from '../messages/receive.ts';
import { ask, askStatus, type Connection } from './companion.ts';
import { isCompanion } from './find-companion.ts';

type Tested = AnswerOf<'connection.test'>;

/** Without a token: a stranger who answers learns nothing. ms. */
const patience = 2_000;

/** What this release asks for every day. */
const needed = Object.values(paths).filter(({ role }) => role === 'viewer');

/** Asks a companion that is to be set, and finds out more than what has become of the question: why nothing came of it, what the token may do,
 *  and what of our API the companion does not know. Never rejects. */
export async function testConnection(connection: Connection): Promise<Tested> {
  const { reach, httpStatus, ...answer } = await askStatus(connection, null);
  const tested = { reach, httpStatus, status: null, cause: null, role: null, lacks: [] };
  if (reach === 'unreachable') return { ...tested, cause: await whyUnreachable(connection.companionUrl) };
  // Who refuses a token without saying that it is a companion is something else, and has just been given one: that is worth knowing.
  if (reach === 'unauthorized') return { ...tested, cause: (await isCompanion(connection.companionUrl)) ? null : 'stranger' };
  if (reach !== 'ok') return tested;
  const [role, lacks] = await Promise.all([roleOf(connection), lackingIn(connection)]);
  return { ...tested, status: ('body' in answer && answer.body) || null, role, lacks };
}

/** Null: the companion does not say, as older ones. */
async function roleOf(connection: Connection): Promise<Tested['role']> {
  const own = await ask(connection, { method: 'GET', path: '/token', answer: ownRole });
  return own.reach === 'ok' ? (own.body?.role ?? null) : null;
}

/** Which requests of ours its OpenAPI document does not name; none where it has no such document. */
async function lackingIn(connection: Connection): Promise<string[]> {
  const answer = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
  const document = await ask(connection, { method: 'GET', path: '/openapi.json', answer });
  if (document.reach !== 'ok' || document.body === null) return [];
  const known = document.body.paths;
  return needed.filter(({ path, method }) => known[path]?.[method.toLowerCase()] === undefined).map(({ path }) => path);
}

/** A browser does not tell a page why nothing came of a request: of a server that speaks no TLS, one that speaks nothing else, and one that
 *  sends the question on, it is found out by asking once more, without the token. */
async function whyUnreachable(address: string): Promise<Tested['cause']> {
  const url = URL.parse(`${address.replace(/\/+$/, '')}/api/v1/status`);
  if (url === null) return null;
  const here = await probe(url, { redirect: 'manual' });
  if (here !== null) return here.type === 'opaqueredirect' || (here.status >= 300 && here.status < 400) ? 'redirected' : null;
  const isSecure = url.protocol === 'https:';
  url.protocol = isSecure ? 'http:' : 'https:';
  const answers = (await probe(url, { mode: 'no-cors' })) !== null;
  if (isSecure) return answers ? 'tls-missing' : 'tls-unsure';
  return answers ? 'tls-needed' : null;
}

async function probe(url: URL, how: RequestInit): Promise<Response | null> {
  return fetch(url, { ...how, credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(patience) }).catch(() => null);
}
