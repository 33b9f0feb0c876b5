import { get } from 'node:http';
import { Program } from '../../e2e/parts/program.ts';
import { median } from '../medians.ts';
import type { Subject } from './subject.ts';

const runs = 5;

/** Milliseconds from the start of its process to its first answer, the median of several. It ends stopped. */
export async function startUp(subject: Subject): Promise<number> {
  await subject.stop();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const begin = performance.now();
    const { port } = await subject.start();
    await answered(`http://127.0.0.1:${port}${subject.ready}`);
    times.push(performance.now() - begin);
    await subject.stop();
  }
  return median(times);
}

/** Milliseconds until Node runs a script that does nothing, the median of several. */
export async function nodeStart(): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const begin = performance.now();
    const program = new Program('test/bench/floors/nothing.mjs', {});
    await program.said(/Listening/);
    times.push(performance.now() - begin);
    await program.ended();
  }
  return median(times);
}

/** Resolves when the server answers, whatever it says: a peer that refuses who has no token serves already. */
function answered(url: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  get(url, { agent: false }, (response) => {
    response.resume();
    response.once('end', resolve);
  }).once('error', reject);
  return promise;
}
