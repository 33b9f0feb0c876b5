import type { Measured } from '../generator/latencies.ts';
import { median } from '../medians.ts';

/** One service at one operation: its figures, with what is odd about its answers; or why there are none. */
export type Cell = { measured: Measured; odd: string | null } | { none: string };

/** One operation on so many connections, by the names of the services. */
export interface Row {
  operation: string;
  connections: number;
  cells: Record<string, Cell>;
}

/** What the process of a service took. */
export interface Footprint {
  /** Seconds to create all people over SCIM on 16 connections. */
  fill: number;
  /** Resident memory in MB, when all people had been created and at most over the whole load. */
  filled: number;
  most: number;
  /** Milliseconds from the start of the process to its first answer, with what was kept; NaN where it was not measured. */
  start: number;
}

/** All that was measured with so many people in the directory. */
export interface DirectoryResult {
  people: number;
  rows: Row[];
  footprints: Record<string, Footprint>;
}

export interface ScimResults {
  directories: DirectoryResult[];
  /** The directory in which peers and floors were measured too. */
  compared: number;
  /** Services in the order of the tables, ours first. */
  services: { name: string; isDurable: boolean }[];
  floors: string[];
  /** Rows a second that SQLite keeps on the disk: by how many share a commit. */
  inserts: Record<number, number>;
  /** Milliseconds that Node takes to start. */
  node: number;
}

/** The middle of several runs, figure by figure. */
export function middle(runs: readonly Measured[]): Measured {
  return {
    perSecond: median(runs.map((run) => run.perSecond)),
    p50: median(runs.map((run) => run.p50)),
    p99: median(runs.map((run) => run.p99)),
  };
}
