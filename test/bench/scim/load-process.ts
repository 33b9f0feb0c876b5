import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Done, TaskName, Tasks } from '../generator/tasks.ts';

const program = fileURLToPath(new URL('../generator/program.ts', import.meta.url));

/** A task took longer than it was given. What it asked for may still be under way. */
export class TooLong extends Error {
  override name = 'TooLong';
  readonly seconds: number;

  constructor(seconds: number) {
    super(`It took more than ${seconds} s.`);
    this.seconds = seconds;
  }
}

/** The generator, in its process. */
export class LoadProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  #sent = 0;

  constructor() {
    this.#child = spawn(process.execPath, [program], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#child.on('message', (done: Done) => {
      const waiting = this.#waiting.get(done.number);
      this.#waiting.delete(done.number);
      if ('failure' in done) waiting?.reject(new Error(done.failure));
      else waiting?.resolve(done.result);
    });
    this.#child.on('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The load generator ended.'));
    });
  }

  /** Has a task done. Throws what failed there, and TooLong when it takes longer than `seconds`. */
  async do<Name extends TaskName>(
    subject: string,
    name: Name,
    given: Tasks[Name]['given'],
    seconds = Number.POSITIVE_INFINITY,
  ): Promise<Tasks[Name]['gives']> {
    const number = this.#sent++;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(number, { resolve, reject });
    const timer = Number.isFinite(seconds) ? setTimeout(() => reject(new TooLong(seconds)), seconds * 1000) : undefined;
    this.#child.send({ number, subject, name, given });
    try {
      return (await promise) as Tasks[Name]['gives'];
    } finally {
      clearTimeout(timer);
    }
  }

  end(): void {
    this.#child.kill();
  }
}
