import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface Tunnel {
  port: number;
  close(): Promise<void>;
}

/** A proxy by which every HTTPS host is the server on that port of this machine: Firefox has no `--host-resolver-rules`. */
export async function openTunnel(target: number): Promise<Tunnel> {
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connect', (_request, client: Socket, first: Buffer) => {
    const far = connect(target, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      far.write(first);
      far.pipe(client).pipe(far);
    });
    for (const socket of [client, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      // Either end may go at any time: so does the other.
      socket.on('error', () => [client, far].map((one) => one.destroy()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of sockets) socket.destroy();
      }),
  };
}
