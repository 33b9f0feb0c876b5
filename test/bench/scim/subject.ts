import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Companion } from '../../e2e/parts/companion.ts';
import { Program } from '../../e2e/parts/program.ts';
import type { Address } from '../generator/directory.ts';

/** A server that is measured, in a process of its own. */
export interface Subject {
  readonly name: string;
  /** Whether what it has answered is on the disk. */
  readonly isDurable: boolean;
  /** A path that is answered as soon as it serves. */
  readonly ready: string;
  readonly pid: number;
  /** Starts it on what it has kept so far, and gives where it listens. */
  start(): Promise<Address>;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Stops it and takes its files away. */
  remove(): Promise<void>;
}

/** Our own, as its users start it. */
export class CompanionSubject implements Subject {
  readonly name = 'Sourcemark';
  readonly isDurable = true;
  readonly ready = '/readyz';
  readonly #companion: Companion;

  private constructor(companion: Companion) {
    this.#companion = companion;
  }

  static async make(): Promise<CompanionSubject> {
    return new CompanionSubject(await Companion.make());
  }

  get pid(): number {
    return this.#companion.pid;
  }

  async start(): Promise<Address> {
    await this.#companion.start();
    return { port: this.#companion.port, path: '/scim/v2', token: this.#companion.scimToken };
  }

  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    return this.#companion.stop(signal);
  }

  remove(): Promise<void> {
    return this.#companion.remove();
  }
}

interface Described {
  name: string;
  isDurable: boolean;
  /** Its file, from the repository's root. */
  script: string;
}

/** A peer or a floor: a script that says where it listens as `Listening on PORT PATH TOKEN`. */
export class ScriptSubject implements Subject {
  readonly name: string;
  readonly isDurable: boolean;
  readonly ready = '/scim/v2/Users/none';
  readonly #script: string;
  readonly #folder: string;
  #program: Program | null = null;

  private constructor({ name, isDurable, script }: Described, folder: string) {
    this.name = name;
    this.isDurable = isDurable;
    this.#script = script;
    this.#folder = folder;
  }

  static async make(described: Described): Promise<ScriptSubject> {
    return new ScriptSubject(described, await mkdtemp(join(tmpdir(), 'sourcemark-bench-')));
  }

  get pid(): number {
    if (this.#program === null) throw new Error(`${this.name} does not run.`);
    return this.#program.pid;
  }

  async start(): Promise<Address> {
    const database: Record<string, string> = this.isDurable ? { BENCH_DATABASE: join(this.#folder, 'bench.db') } : {};
    this.#program = new Program(this.#script, database);
    const [, port, path = '', token = ''] = await this.#program.said(/Listening on (\d+) (\S+) (\S+)/);
    return { port: Number(port), path, token };
  }

  async stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    await this.#program?.stop(signal);
    this.#program = null;
  }

  async remove(): Promise<void> {
    await this.stop('SIGKILL');
    await rm(this.#folder, { recursive: true, force: true });
  }
}
