import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { stop } from 'esbuild';
import { OktaOrg } from '../okta/org.ts';
import { createOktaSite } from '../okta/site.ts';
import type { Flavour } from '../okta/state.ts';
import { hosts, makeCertificate } from './certificate.ts';
import { indexPage } from './index-page.ts';
import { keepState, startingState } from './kept-state.ts';
import { readSketches, type Sketch, sketchFor } from './sketches.ts';

export interface PlaygroundOptions {
  /** Origin of a running companion, e.g. `http://127.0.0.1:4680`. */
  companionUrl: string;
  scimToken: string;
  adminToken: string;
  /** 0, the default, takes a free port. */
  port?: number;
  host?: '127.0.0.1';
  /** How Okta's app updates: `put` as apps of the App Integration Wizard do (Spekit's), `patch` as apps of Okta's catalog. */
  flavour?: Flavour;
  /** An empty companion is filled, and its account left on the day before it is connected: for trying the mapping. */
  staging?: boolean;
  /** Milliseconds between two SCIM calls of one job; 245 is Okta's own pace. */
  delayMs?: number;
  /** Keeps the org over restarts. */
  stateFile?: string;
}

export interface Playground {
  port: number;
  okta: OktaOrg;
  close(): Promise<void>;
}

type Site = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Starts both replicas behind one HTTPS server on loopback; the Host header decides. Seeds an empty companion first.
 *  Throws when the port is taken or the companion does not answer. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { state, links } = await startingState(options);
  const okta = new OktaOrg({ companionUrl: options.companionUrl, scimToken: options.scimToken, delayMs: 0, state });
  try {
    await links(okta);
    okta.delayMs = options.delayMs ?? 245;
    if (options.flavour !== undefined) for (const app of state.apps) app.flavour = options.flavour;
    const [certificate, oktaSite, spekitSite, sketches] = await Promise.all([
      makeCertificate(),
      createOktaSite(okta),
      createSpekit(options),
      readSketches(),
    ]);
    // The bundler's own process has done its work: it must not outlive ours when both are ended at once.
    await stop();
    const server = createServer(certificate, (request, response) => {
      void answer(siteFor(request, oktaSite, spekitSite, sketches), request, response);
    });
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const saved = options.stateFile === undefined ? null : keepState(okta, options.stateFile);
    return {
      port: typeof address === 'object' && address !== null ? address.port : 0,
      okta,
      async close() {
        okta.close();
        server.close();
        server.closeAllConnections();
        await once(server, 'close');
        await saved?.end();
      },
    };
  } catch (error) {
    okta.close();
    throw error;
  }
}

const html = { 'content-type': 'text/html; charset=utf-8' };

function siteFor(request: IncomingMessage, okta: Site, spekit: Site, sketches: readonly Sketch[]): Site {
  const name = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const sketch = sketchFor(sketches, name, (request.url ?? '/').replace(/[?#].*$/, ''));
  if (sketch !== undefined) return (_request, response) => void response.writeHead(200, html).end(sketch.html);
  if (hosts.okta.some((host) => host === name)) return okta;
  if (hosts.spekit.some((host) => host === name)) return spekit;
  return (_request, response) => {
    response.writeHead(200, html).end(indexPage(request.socket.localPort ?? 443));
  };
}

/** A fault of a replica is one request's answer, never the end of the server. */
async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await site(request, response);
  } catch (error) {
    console.error(error);
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
    response.end('The playground met a fault; its terminal says which.');
  }
}

async function createSpekit(options: PlaygroundOptions): Promise<Site> {
  const { createSpekitSite } = await import('../spekit/site.ts');
  return createSpekitSite({ companionUrl: options.companionUrl, adminToken: options.adminToken });
}
