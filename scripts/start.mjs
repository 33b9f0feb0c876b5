// `npm start`: installs what is missing, then goes on in `start/main.ts` under the pinned Node.
import { install, runPinned } from './install.mjs';

try {
  install();
  runPinned('scripts/start/main.ts', process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
