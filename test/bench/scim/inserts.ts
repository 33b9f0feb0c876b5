import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program } from '../../e2e/parts/program.ts';
import { median } from '../medians.ts';
import type { Pace } from './measure-row.ts';

/** Rows a second that SQLite alone keeps durably, by how many of them share a commit. */
export async function measureInserts({ seconds, rounds }: Pace): Promise<Record<number, number>> {
  const runs: Record<number, number[]> = { 1: [], 16: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [rows, figures] of Object.entries(runs)) figures.push(await insertOnce(rows, seconds));
  }
  return Object.fromEntries(Object.entries(runs).map(([rows, figures]) => [rows, median(figures)]));
}

async function insertOnce(rows: string, seconds: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'sourcemark-bench-'));
  try {
    const environment = { BENCH_DATABASE: join(folder, 'bench.db'), BENCH_SECONDS: String(seconds), BENCH_ROWS: rows };
    const [, figure] = await new Program('test/bench/floors/durable-inserts.ts', environment).said(/([\d.]+) rows a second/);
    return Number(figure);
  } finally {
    await rm(folder, { recursive: true });
  }
}
