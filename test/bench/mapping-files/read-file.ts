// Reads an export of users and writes what that took, as one line of JSON.
import { readFileSync } from 'node:fs';
import { readSpekitExport } from '../../../backend/mapping/files/index.ts';

export interface ReadFile {
  users: number;
  ms: number;
  /** Bytes of memory at the most, beyond those before. */
  grown: number;
}

const [, , path = ''] = process.argv;
globalThis.gc?.();
const before = process.memoryUsage.rss();
const begin = performance.now();
let users = 0;
let most = before;
for await (const row of readSpekitExport(readFileSync(path), { name: path })) {
  if ('user' in row) users += 1;
  if (users % 500 === 0) most = Math.max(most, process.memoryUsage.rss());
}
const result: ReadFile = { users, ms: performance.now() - begin, grown: most - before };
console.log(JSON.stringify(result));
