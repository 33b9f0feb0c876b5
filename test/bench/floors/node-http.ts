// Node's own HTTP server with one fixed answer. It reads bodies to their end and looks at none.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { oneUser } from './one-user.ts';

const length = Buffer.byteLength(oneUser);
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/scim+json', 'content-length': length });
  response.end(oneUser);
});
server.listen(0, '127.0.0.1', () => console.log(`Listening on ${(server.address() as AddressInfo).port} /scim/v2 none`));
process.once('SIGTERM', () => process.exit());
