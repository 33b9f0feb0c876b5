// Fastify with one fixed answer. It parses the bodies that it is sent.
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { oneUser } from './one-user.ts';

const app = fastify();
app.addContentTypeParser('application/scim+json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
app.get('/scim/v2/Users/:id', (_, reply) => reply.type('application/scim+json').send(oneUser));
app.patch('/scim/v2/Users/:id', (_, reply) => reply.type('application/scim+json').send(oneUser));
app.post('/scim/v2/Users', (_, reply) => reply.code(201).type('application/scim+json').send(oneUser));
await app.listen({ port: 0, host: '127.0.0.1' });
console.log(`Listening on ${(app.server.address() as AddressInfo).port} /scim/v2 none`);
process.once('SIGTERM', () => void app.close());
