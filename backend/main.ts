import { enableCompileCache } from 'node:module';

enableCompileCache();
// Loaded only now, so that its code is cached as well.
const { run } = await import('./run.ts');
await run(process.argv.slice(2));
