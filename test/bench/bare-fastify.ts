// The floor under the companion: Fastify alone, that parses the same request and answers one fixed body.
import { readFileSync } from 'node:fs';
import fastify from 'fastify';

const body = readFileSync(process.env['BENCH_BODY'] ?? '', 'utf8');
const app = fastify();
app.get('/', (_, reply) => reply.type('application/json').send(body));
app.post('/', (_, reply) => reply.type('application/json').send(body));
const address = await app.listen({ port: 0, host: '127.0.0.1' });
console.log(`Listening on ${address}`);
process.once('SIGTERM', () => void app.close());
