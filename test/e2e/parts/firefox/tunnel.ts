import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Sockets } from '../sockets.ts';

export interface Tunnel {
  port: number;
  close(): Promise<void>;
}

/** A proxy by which every HTTPS host is the server on that port of this machine: Firefox has no `--host-resolver-rules`. */
export async function openTunnel(target: number): Promise<Tunnel> {
  const sockets = new Sockets();
  const server = createServer();
  server.on('connect', (_request, client: Socket, first: Buffer) =>
    sockets.pass(client, target, (far) => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      far.write(first);
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        sockets.destroy();
      }),
  };
}
