import { createServer } from 'node:net';
import type { Place } from './place.ts';

/** Throws, in words, when one of the two ports is taken: by Sourcemark itself, started before, or by something else. */
export async function checkPorts(place: Place): Promise<void> {
  const taken = [];
  for (const port of [place.companionPort, place.playgroundPort]) if (!(await isFree(port))) taken.push(port);
  if (taken.length === 0) return;
  const what = (await isReady(place.companionPort))
    ? `Sourcemark runs already: a companion answers on port ${place.companionPort}.`
    : `Port ${taken.join(' and port ')} on this machine is in use by another program.`;
  throw new Error(
    `${what}\nStop that one, or choose other ports:  SOURCEMARK_PORT=${place.companionPort + 100} SOURCEMARK_PLAYGROUND_PORT=${place.playgroundPort + 100} npm start`,
  );
}

/** Whether a companion is there and ready. */
export async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Whether nothing on this machine listens there. */
export function isFree(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const server = createServer();
  server.once('error', () => resolve(false));
  server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  return promise;
}
