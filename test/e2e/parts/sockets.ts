import { connect, type Socket } from 'node:net';

/** Both ends of the connections that something passes on. */
export class Sockets {
  readonly #open = new Set<Socket>();

  /** Passes on what a client sends to a port of this machine, and what comes back, until either end goes.
   *  @param begin What is done once the far end is reached, before anything is passed on. */
  pass(client: Socket, port: number, begin: (far: Socket) => void = () => undefined): void {
    const far = connect(port, '127.0.0.1', () => {
      begin(far);
      far.pipe(client).pipe(far);
    });
    for (const socket of [client, far]) {
      this.#open.add(socket);
      socket.on('close', () => this.#open.delete(socket));
      // Either end may go at any time: so does the other.
      socket.on('error', () => [client, far].map((one) => one.destroy()));
    }
  }

  destroy(): void {
    for (const socket of this.#open) socket.destroy();
  }
}
