import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Place } from './place.ts';
import { checkPorts } from './ports.ts';

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await close(server);
});

async function close(server: Server | undefined): Promise<void> {
  if (server === undefined) return;
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}

async function listening(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const port = await listening(() => undefined);
  await close(servers.pop());
  return port;
}

const place = (companionPort: number, playgroundPort: number): Place => ({ root: '/', data: '/', companionPort, playgroundPort });

test('two free ports are fine', async () => {
  await expect(checkPorts(place(await freePort(), await freePort()))).resolves.toBeUndefined();
});

test('a companion on the port means that Sourcemark runs already', async () => {
  const port = await listening((_, answer) => answer.end('{"status":"ok"}'));
  await expect(checkPorts(place(port, await freePort()))).rejects.toThrow(
    new RegExp(`runs already: a companion answers on port ${port}\\..*\\n.*SOURCEMARK_PORT=${port + 100}`),
  );
});

test('another program on the playground’s port is named by its port', async () => {
  const port = await listening((_, answer) => answer.writeHead(404).end());
  await expect(checkPorts(place(await freePort(), port))).rejects.toThrow(new RegExp(`^Port ${port} on this machine is in use by another`));
});
