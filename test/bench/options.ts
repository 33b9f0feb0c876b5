import { parseArgs } from 'node:util';
import { type PeerName, peers } from './scim/contestants.ts';
import type { Pace } from './scim/measure-row.ts';

export interface Options {
  /** Parts to run; none means all. */
  parts: string[];
  /** Sizes of the directories, from small to large. */
  users: number[];
  peers: PeerName[];
  pace: Pace;
  /** A smoke run: short, and its figures are not for the document. */
  quick: boolean;
  /** Where the sections are written. */
  document: string;
}

/** Reads the command line. Throws in words for what cannot be. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      users: { type: 'string' },
      peers: { type: 'string', default: 'all' },
      connections: { type: 'string' },
      seconds: { type: 'string' },
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      document: { type: 'string' },
    },
  });
  const { quick } = values;
  const pace = {
    seconds: numbers(values.seconds ?? (quick ? '0.25' : '2'), 'seconds')[0] ?? 2,
    rounds: numbers(values.rounds ?? (quick ? '1' : '3'), 'rounds')[0] ?? 3,
    connections: numbers(values.connections ?? (quick ? '16' : '1,16'), 'connections'),
  };
  return {
    parts: positionals,
    users: numbers(values.users ?? (quick ? '1000' : '1000,10000,100000'), 'users'),
    peers: readPeers(values.peers),
    pace,
    quick,
    document: values.document ?? (quick ? '.cache/benchmarks.md' : 'docs/benchmarks.md'),
  };
}

function numbers(text: string, name: string): number[] {
  const all = text.split(',').map(Number);
  if (all.some((one) => !(one > 0))) throw new Error(`--${name} takes numbers above 0, separated by commas, not "${text}".`);
  return all.toSorted((a, b) => a - b);
}

function readPeers(text: string): PeerName[] {
  const known = Object.keys(peers) as PeerName[];
  if (text === 'all') return known;
  if (text === 'none') return [];
  return text.split(',').map((name) => {
    const peer = known.find((one) => one === name);
    if (peer === undefined) throw new Error(`--peers takes all, none, or some of ${known.join(', ')}, not "${name}".`);
    return peer;
  });
}
