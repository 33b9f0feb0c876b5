import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Linux's number for a file system in memory (statfs(2)). */
const tmpfs = 0x01021994;

/** Throws when databases would lie in memory: what is durable must reach a disk to be measured. */
export function needDisk(): void {
  if (statfsSync(tmpdir()).type !== tmpfs) return;
  throw new Error(`${tmpdir()} is in memory. Set TMPDIR to a folder on a disk.`);
}
