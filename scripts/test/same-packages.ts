import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { type Ending, runProgram } from './program.ts';

const folder = '.output';

/** Makes the stores' packages twice: who builds one from the sources must get the very bytes that a store has. */
export async function packTwice(): Promise<Ending> {
  const made: string[] = [];
  for (const _ of ['once', 'again']) {
    for (const name of packages()) rmSync(`${folder}/${name}`);
    for (const browser of ['chrome', 'firefox']) {
      const ending = await runProgram('wxt', ['zip', '-b', browser], 3);
      if (!ending.ok) return ending;
    }
    made.push(hashes());
  }
  const [once, again] = made;
  console.log(again);
  const ok = once === again && packages().length === 3;
  return { ok, why: ok ? '' : `The packages differ from one build to the next, or one is missing:\n${once}\n${again}` };
}

function packages(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.zip'));
}

function hashes(): string {
  const hash = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(`${folder}/${name}`))
      .digest('hex');
  return packages()
    .map((name) => `${hash(name)}  ${name}`)
    .join('\n');
}
