import { cpus, totalmem, type } from 'node:os';

/** When and on what it was measured, in one line. */
export function conditions(date: Date): string {
  const all = cpus();
  const model = all[0]?.model.trim().replace(/\s+/g, ' ') ?? 'a processor without a name';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB of memory`;
  return `${date.toISOString().slice(0, 10)} · ${all.length} × ${model} · ${memory} · ${type()} · Node ${process.versions.node}`;
}
