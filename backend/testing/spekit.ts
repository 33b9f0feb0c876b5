import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { RelayOptions } from '../relay/relay.ts';
import { scimToken, TestCompanion } from './companion.ts';

/** A companion in Spekit's place: SCIM that is really kept. */
export async function startSpekit(): Promise<TestCompanion> {
  const spekit = await TestCompanion.start();
  onTestFinished(() => spekit.end());
  return spekit;
}

/** A companion that passes on what Okta sends. */
export async function startRelay(url: string, options: Partial<RelayOptions> = {}): Promise<TestCompanion> {
  const relay = await TestCompanion.start({ relay: relayTo(url, options) });
  onTestFinished(() => relay.end());
  return relay;
}

export function relayTo(url: string, options: Partial<RelayOptions> = {}): RelayOptions {
  return { url: `${url}/scim/v2`, token: scimToken, deletes: 'refuse', patience: 20_000, ...options };
}

/** What a Spekit that is not a companion was sent. */
export interface Heard {
  method: string;
  /** With its query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A Spekit that answers as a test says. */
export class OddSpekit {
  readonly heard: Heard[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(answer: (heard: Heard, response: ServerResponse) => void): Promise<OddSpekit> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        const heard = { method, path: url.replace('/scim/v2', ''), headers, body: Buffer.concat(parts).toString() };
        odd.heard.push(heard);
        answer(heard, response);
      });
    });
    const odd = new OddSpekit(server);
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening);
    });
    onTestFinished(() => odd.end());
    return odd;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async end(): Promise<void> {
    this.#server.closeAllConnections();
    if (!this.#server.listening) return;
    await new Promise((closed) => {
      this.#server.close(closed);
    });
  }
}

export function answerJson(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/scim+json', ...headers }).end(JSON.stringify(body));
}
