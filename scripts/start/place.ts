import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const defaults = { companion: 4680, playground: 4681 };

/** Where this start puts and finds things. */
export interface Place {
  root: string;
  companionPort: number;
  playgroundPort: number;
  /** Tokens, database, the Okta stand-in's state, logs and browser profile. Each companion port has its own, so two starts never share one. */
  data: string;
}

/** Reads the ports from the environment. Throws, in words, when one of them is no port. */
export function readPlace(environment: Readonly<Record<string, string | undefined>>): Place {
  const companionPort = port(environment, 'SOURCEMARK_PORT', defaults.companion);
  const playgroundPort = port(environment, 'SOURCEMARK_PLAYGROUND_PORT', defaults.playground);
  if (companionPort === playgroundPort) {
    throw new Error(`SOURCEMARK_PORT and SOURCEMARK_PLAYGROUND_PORT are both ${companionPort}: choose two different ports.`);
  }
  const data = companionPort === defaults.companion ? join(root, 'data') : join(root, 'data', `port-${companionPort}`);
  return { root, companionPort, playgroundPort, data };
}

function port(environment: Readonly<Record<string, string | undefined>>, name: string, otherwise: number): number {
  const text = environment[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 65535) throw new Error(`${name} is "${text}": it must be a port from 1 to 65535.`);
  return value;
}
