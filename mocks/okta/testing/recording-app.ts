// testing/ is what the stand-in's tests share. What may enter: parts of tests, nothing that runs in the playground.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Call {
  /** Method and path with an id replaced by `{id}` and the filter decoded, e.g. `GET /Users?filter=userName eq "a@b.c"&startIndex=1&count=100`. */
  line: string;
  headers: IncomingMessage['headers'];
  body: unknown;
}

type Resource = Record<string, unknown> & { id: string };
type Fault = (response: ServerResponse) => void;

/** A small SCIM app over real HTTP that remembers every call. It knows just enough to keep Okta going; faults can be set for calls to come. */
export class RecordingApp {
  readonly calls: Call[] = [];
  readonly resources = new Map<string, Resource>();
  readonly #faults: { line: RegExp; fault: Fault }[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  #made = 0;

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Answers the next call whose line matches in another way. */
  failNext(line: RegExp, fault: Fault): void {
    this.#faults.push({ line, fault });
  }

  /** The lines of the calls since the last asking. */
  lines(): string[] {
    return this.calls.splice(0).map((call) => call.line);
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = (await buffer(request)).toString('utf8');
    const body: unknown = text === '' ? null : JSON.parse(text);
    const url = new URL(request.url ?? '/', 'http://app');
    const [, kind = '', id] = /\/scim\/v2\/(\w+)\/?(.*)/.exec(url.pathname) ?? [];
    const line = `${request.method} /${kind}${id === '' ? '' : '/{id}'}${decodeURIComponent(url.search)}`;
    this.calls.push({ line, headers: request.headers, body });
    const index = this.#faults.findIndex((one) => one.line.test(line));
    if (index >= 0) this.#faults.splice(index, 1)[0]?.fault(response);
    else this.#serve(request.method ?? '', kind, id ?? '', url, body, response);
  }

  #serve(method: string, kind: string, id: string, url: URL, body: unknown, response: ServerResponse): void {
    const known = this.resources.get(id);
    if (method === 'GET' && id === '') send(response, 200, list(this.#find(kind, url.searchParams.get('filter'))));
    else if (method === 'POST') send(response, 201, this.#keep(`${kind}-${++this.#made}`, body));
    else if (known === undefined) send(response, 404, error(404, `There is no ${id}.`));
    else if (method === 'GET') send(response, 200, known);
    else if (method === 'PUT') send(response, 200, this.#keep(id, body));
    else if (method === 'PATCH') send(response, 200, known);
    else {
      this.resources.delete(id);
      response.writeHead(204).end();
    }
  }

  #keep(id: string, body: unknown): Resource {
    const resource = { ...(body as Record<string, unknown>), id, meta: { version: 'W/"1"' } };
    this.resources.set(id, resource);
    return resource;
  }

  #find(kind: string, filter: string | null): Resource[] {
    const [, attribute = '', value] = /^(\w+) eq "(.*)"$/.exec(filter ?? '') ?? [];
    return [...this.resources.values()].filter((one) => one.id.startsWith(kind) && (value === undefined || one[attribute] === value));
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/scim+json' }).end(JSON.stringify(body));
}

const list = (Resources: Resource[]): unknown => ({
  totalResults: Resources.length,
  startIndex: 1,
  itemsPerPage: Resources.length,
  Resources,
});
const error = (status: number, detail: string): unknown => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
  status: String(status),
  detail,
});

/** A SCIM error with the given detail and headers. */
export function refusal(status: number, detail: string, headers: Record<string, string> = {}): Fault {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/scim+json', ...headers }).end(JSON.stringify(error(status, detail)));
  };
}
