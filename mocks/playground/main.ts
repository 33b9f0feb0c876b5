// mocks/playground/ starts the two replicas and fills them with a believable company.
// What may enter: the HTTPS server in front of the sites, the seed, and what reads the environment. No page and no protocol of a replica.
// Run as `node mocks/playground/main.ts` beside a running companion.
import { startPlayground } from './server.ts';

const environment = process.env;
const port = Number(environment['SOURCEMARK_PLAYGROUND_PORT'] ?? '4681');
const companionUrl = `http://127.0.0.1:${environment['SOURCEMARK_PORT'] ?? '4680'}`;
const scimToken = environment['SOURCEMARK_SCIM_TOKEN'];
const adminToken = environment['SOURCEMARK_ADMIN_TOKEN'];

function leave(words: string): never {
  console.error(words);
  process.exit(1);
}

if (!Number.isInteger(port) || port < 0 || port > 65535) leave('SOURCEMARK_PLAYGROUND_PORT must be a port number (0 takes a free one).');
if (scimToken === undefined || adminToken === undefined) {
  leave('Set SOURCEMARK_SCIM_TOKEN and SOURCEMARK_ADMIN_TOKEN to the tokens of the companion, then start the playground again.');
}
const flavour = environment['SOURCEMARK_PLAYGROUND_FLAVOUR'];
if (flavour !== undefined && flavour !== 'put' && flavour !== 'patch') leave('SOURCEMARK_PLAYGROUND_FLAVOUR is put or patch.');
const connection = environment['SOURCEMARK_PLAYGROUND_CONNECTION'];
if (connection !== undefined && connection !== 'connected' && connection !== 'staging')
  leave('SOURCEMARK_PLAYGROUND_CONNECTION is connected or staging.');
const staging = connection === 'staging';

try {
  const stateFile = environment['SOURCEMARK_PLAYGROUND_STATE'] ?? './data/playground.json';
  const playground = await startPlayground({ companionUrl, scimToken, adminToken, port, stateFile, staging, ...(flavour && { flavour }) });
  console.log(`Playground on https://localhost:${playground.port}`);
  console.log(`  Okta admin console  https://acme-admin.okta.localhost:${playground.port}`);
  console.log(`  Spekit              https://app.spekit.localhost:${playground.port}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void playground.close().then(() => process.exit(0)));
  }
} catch (error) {
  leave(wordsFor(error));
}

function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `Port ${port} is in use. Set SOURCEMARK_PLAYGROUND_PORT to another one, or 0 for any free one.`;
  }
  return error.message;
}
