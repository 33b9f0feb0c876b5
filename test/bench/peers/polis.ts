// Polis (@boxyhq/saml-jackson) as its own server uses it: each SCIM request is handed to its request handler. BENCH_DATABASE names a SQLite
// file; without it, everything is kept in memory.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { controllers } from '@boxyhq/saml-jackson';

const url = process.env['BENCH_DATABASE'];
// Pages of 100 are what Okta asks for.
const pageLimit = 100;
const { directorySyncController: sync } = await controllers({
  externalUrl: 'http://127.0.0.1',
  samlPath: '/saml',
  noAnalytics: true,
  db: url === undefined ? { engine: 'mem', pageLimit } : { engine: 'sql', type: 'sqlite', url, pageLimit },
  logger: { info() {} },
});
const { data: directory } = await sync.directories.create({ tenant: 'acme', product: 'benchmark', type: 'okta-scim-v2' });
if (directory === null) throw new Error('No directory could be made.');
const { id: directoryId, scim } = directory;

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500, { 'content-length': 0 }).end();
  });
});
server.listen(0, '127.0.0.1', () => console.log(`Listening on ${(server.address() as AddressInfo).port} /scim/v2 ${scim.secret}`));
process.once('SIGTERM', () => process.exit());

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, , , resourceType = '', resourceId] = pathname.split('/');
  const filter = searchParams.get('filter');
  const { status, data } = await sync.requests.handle({
    method: request.method ?? 'GET',
    resourceType,
    resourceId,
    directoryId,
    apiSecret: request.headers.authorization?.replace(/^Bearer /, '') ?? '',
    body: await bodyOf(request),
    query: {
      startIndex: Number(searchParams.get('startIndex') ?? 1),
      count: Number(searchParams.get('count') ?? pageLimit),
      ...(filter !== null && { filter }),
    },
  });
  const text = JSON.stringify(data ?? {});
  response.writeHead(status, { 'content-type': 'application/scim+json', 'content-length': Buffer.byteLength(text) }).end(text);
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'DELETE') return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}
