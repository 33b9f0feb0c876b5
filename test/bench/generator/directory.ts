import type { Connection } from './connection.ts';

/** Where a SCIM service is, on this machine. */
export interface Address {
  port: number;
  /** What stands before `/Users`, e.g. `/scim/v2`. */
  path: string;
  token: string;
}

/** What a request of that method is answered with, by one service or another, when it was carried out. */
const good: Readonly<Record<Method, readonly number[]>> = { GET: [200], POST: [201], PUT: [200], PATCH: [200, 204], DELETE: [204, 200] };
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Person {
  id: string;
  userName: string;
  externalId: string;
  active: boolean;
}

/** A service under load, and what its client has learned of it. */
export class Directory {
  readonly port: number;
  readonly people: Person[] = [];
  /** Ids of groups, by how many members they have. */
  readonly groups = new Map<number, string>();
  /** Paths of what a run created, to be deleted after it. */
  readonly made: string[] = [];
  readonly #name: string;
  readonly #path: string;
  readonly #headers: string;
  #turn = 0;

  constructor(name: string, { port, path, token }: Address) {
    this.#name = name;
    this.port = port;
    this.#path = path;
    // As recorded from Okta's client; no server here compresses, and a compressed answer would be found out by its probe.
    const headers = {
      Host: `127.0.0.1:${port}`,
      'User-Agent': 'Okta SCIM Client 1.0.0',
      Accept: 'application/scim+json',
      'Accept-Charset': 'utf-8',
      'Accept-Encoding': 'gzip,deflate',
      Connection: 'Keep-Alive',
      Authorization: `Bearer ${token}`,
    };
    this.#headers = Object.entries(headers)
      .map(([header, value]) => `${header}: ${value}\r\n`)
      .join('');
  }

  /** One request; gives the body of the answer. Throws with the answer's words when it was not carried out. */
  async ask(connection: Connection, method: Method, path: string, body?: string): Promise<Buffer> {
    const head = `${method} ${this.#path}${path} HTTP/1.1\r\n${this.#headers}`;
    const content = `Content-Type: application/scim+json; charset=utf-8\r\nContent-Length: ${body?.length}\r\n\r\n`;
    const answer = await connection.ask(body === undefined ? `${head}\r\n` : `${head}${content}${body}`);
    if (good[method].includes(answer.status)) return answer.body;
    throw new Error(`${this.#name} answered ${answer.status} to ${method} ${path}: ${answer.body.toString('utf8', 0, 500)}`);
  }

  /** The same, for an answer that is looked into. */
  async json(connection: Connection, method: Method, path: string, body?: string): Promise<Record<string, unknown>> {
    return JSON.parse((await this.ask(connection, method, path, body)).toString('utf8'));
  }

  /** Another number at each call, in ever the same order. */
  turn(): number {
    return this.#turn++;
  }

  /** Another person at each call, far from the last one. */
  nextPerson(): Person {
    return this.person(this.turn() * 7_919);
  }

  person(index: number): Person {
    const person = this.people[index % this.people.length];
    if (person === undefined) throw new Error(`${this.#name} has nobody yet.`);
    return person;
  }
}
