// No TypeScript here: Node reads the first file before the cache of compiled code is open, and for that one file it would load what strips
// types. That takes 20 to 40 ms of each start, and some 20 MB for as long as the companion runs. All other files are in the cache.
import { enableCompileCache } from 'node:module';

enableCompileCache();
// Loaded only now, so that its code is cached as well.
const { run } = await import('./run.ts');
await run(process.argv.slice(2));
