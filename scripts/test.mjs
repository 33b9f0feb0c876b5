// `npm test`: installs what is missing, then goes on in `test/main.ts` under the pinned Node. The last line is the count, whatever happens.
import { install, runPinned } from './install.mjs';

try {
  install();
  runPinned('scripts/test/main.ts', process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
