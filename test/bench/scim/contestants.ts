import { installPeers } from '../peers/install.ts';
import { Contestant } from './contestant.ts';
import { CompanionSubject, ScriptSubject } from './subject.ts';

/** The peers by the names that `--peers` takes. */
export const peers = {
  scimmy: { name: 'SCIMMY', isDurable: false, script: 'test/bench/peers/scimmy.ts' },
  'polis-memory': { name: 'Polis in memory', isDurable: false, script: 'test/bench/peers/polis.ts' },
  'polis-sqlite': { name: 'Polis on SQLite', isDurable: true, script: 'test/bench/peers/polis.ts' },
} as const;

const floors = [
  { name: 'bare node:http', isDurable: false, script: 'test/bench/floors/node-http.ts' },
  { name: 'bare Fastify', isDurable: false, script: 'test/bench/floors/fastify.ts' },
] as const;

export type PeerName = keyof typeof peers;

/** Ourselves; with the named peers and the floors where they are compared. */
export async function makeContestants(compared: readonly PeerName[] | null): Promise<Contestant[]> {
  const all = [new Contestant(await CompanionSubject.make(), 'ours')];
  if (compared === null) return all;
  if (compared.length > 0) installPeers();
  for (const name of compared) all.push(new Contestant(await ScriptSubject.make(peers[name]), 'peer'));
  for (const floor of floors) all.push(new Contestant(await ScriptSubject.make(floor), 'floor'));
  return all;
}
