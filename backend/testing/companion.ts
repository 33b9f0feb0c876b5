// testing/ is what the companion's tests share: a real companion on a database of its own, Okta's headers, and what Okta was
// recorded to send (`recorded/`, from real organizations and from Okta's documentation; each file says where it is from).
// What may enter: parts of tests. Nothing here runs in a companion.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { type Companion, type CompanionOptions, startCompanion } from '../companion.ts';
import { makeDatabase, type TestDatabase } from './database.ts';

/** A real companion on a real disk, beside whatever else the machine does. */
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

export type Json = Record<string, unknown>;

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body; an empty object where there is none. */
  body: Json;
}

export const scimToken = 'scim-token-of-the-tests';
export const adminToken = 'admin-token-of-the-tests';

/** As recorded: Okta's client sends these with every call (User-Agent and the rest), a type with every body. */
const oktaHeaders = {
  'User-Agent': 'Okta SCIM Client 1.0.0',
  Accept: 'application/scim+json',
  'Accept-Charset': 'utf-8',
  'Accept-Encoding': 'gzip,deflate',
  Authorization: `Bearer ${scimToken}`,
};

/** A companion over real HTTP on a real database. */
export class TestCompanion {
  readonly database: TestDatabase;
  /** For what a test keeps beside the database; goes with it. */
  readonly folder: string;
  #companion: Companion;
  #options: CompanionOptions;

  private constructor(database: TestDatabase, folder: string, companion: Companion, options: CompanionOptions) {
    this.database = database;
    this.folder = folder;
    this.#companion = companion;
    this.#options = options;
  }

  static async start(options: CompanionOptions = {}): Promise<TestCompanion> {
    const database = await makeDatabase({ filled: true });
    const all = { scimToken, adminToken, logLevel: 'silent', database: database.url, ...options } as const;
    const folder = await mkdtemp(join(tmpdir(), 'sourcemark-companion-'));
    return new TestCompanion(database, folder, await startCompanion(all), all);
  }

  get url(): string {
    return this.#companion.url;
  }

  /** Asks another companion on the same database, which somebody else ends. */
  at(url: string): TestCompanion {
    return new TestCompanion(this.database, this.folder, { ...this.#companion, url }, this.#options);
  }

  /** Ends it and starts it anew on the same database. */
  async restart(options: CompanionOptions = {}): Promise<void> {
    await this.#companion.close();
    this.#options = { ...this.#options, ...options };
    this.#companion = await startCompanion(this.#options);
  }

  async end(): Promise<void> {
    await this.#companion.close();
    await this.database.remove();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** One call as Okta makes it. A body that is a string is sent as it stands. */
  scim(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const typed = body === undefined ? {} : { 'Content-Type': 'application/scim+json; charset=utf-8' };
    return this.send(method, `/scim/v2${path}`, body, { ...oktaHeaders, ...typed, ...headers });
  }

  /** One call to the hints API as the extension makes it. */
  api(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const typed = body === undefined ? {} : { 'Content-Type': 'application/json' };
    return this.send(method, `/api/v1${path}`, body, { Authorization: `Bearer ${adminToken}`, ...typed, ...headers });
  }

  /** One call to the hints API with a file as its body, answered with bytes. */
  async file(
    method: string,
    path: string,
    file?: Uint8Array,
  ): Promise<{ status: number; headers: Headers; bytes: Uint8Array<ArrayBuffer> }> {
    const typed = file === undefined ? {} : { 'Content-Type': 'application/octet-stream' };
    const sent = file === undefined ? {} : { body: new Uint8Array(file) };
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${adminToken}`, ...typed },
      ...sent,
    });
    return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  async send(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await fetch(`${this.url}${path}`, { method, headers, ...sent });
    const text = await response.text();
    const json = text !== '' && /[/+]json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, body: json ? (JSON.parse(text) as Json) : {} };
  }
}

export const userUrn = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const groupUrn = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const patchUrn = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** The body with which Okta creates a person, as its documentation prints it. */
export function oktaUser(login: string, more: Json = {}): Json {
  const [name = login] = login.split('@');
  return {
    schemas: [userUrn],
    userName: login,
    name: { givenName: name, familyName: 'Doe' },
    emails: [{ primary: true, value: login, type: 'work' }],
    displayName: `${name} Doe`,
    locale: 'en-US',
    externalId: `00u${name}`,
    groups: [],
    password: '1mz050nq',
    active: true,
    ...more,
  };
}

export function oktaGroup(displayName: string, members: string[] = []): Json {
  return { schemas: [groupUrn], displayName, members: members.map((value) => ({ value, display: `${value}@okta.local` })) };
}

export function patchOf(...Operations: Json[]): Json {
  return { schemas: [patchUrn], Operations };
}

/** Creates it and gives its id; fails where it is not created. */
export async function created(companion: TestCompanion, path: '/Users' | '/Groups', body: Json): Promise<string> {
  const answer = await companion.scim('POST', path, body);
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return idOf(answer);
}

export function idOf(answer: Answer): string {
  const { id } = answer.body;
  if (typeof id !== 'string') throw new Error(`No id in ${answer.text}`);
  return id;
}

/** The resources of a list answer, or what stands under another name in any answer. */
export function listOf(answer: Answer, name = 'Resources'): Json[] {
  const list = answer.body[name];
  if (!Array.isArray(list)) throw new Error(`No ${name} in ${answer.text}`);
  return list as Json[];
}
