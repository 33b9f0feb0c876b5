import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import { adminToken, scimToken } from './companion.ts';

const folder = new URL('../', import.meta.url);

/** The companion as its users start it: a process told everything by its environment. */
export class CompanionProgram {
  readonly child: ChildProcess;
  output = '';
  errors = '';

  /** Variables of the companion's that this process has are not handed on. */
  constructor(environment: Record<string, string>, parameters: readonly string[] = [], entry = 'main.mjs') {
    const inherited = Object.entries(process.env).filter(([name]) => !/^SOURCEMARK_|^DATABASE_URL$|^NODE_OPTIONS$/.test(name));
    this.child = spawn(process.execPath, [fileURLToPath(new URL(entry, folder)), ...parameters], {
      env: { ...Object.fromEntries(inherited), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (chunk: Buffer) => {
      this.output += chunk.toString();
    });
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.errors += chunk.toString();
    });
  }

  /** The address that it says it listens on. */
  async listening(): Promise<string> {
    while (this.child.exitCode === null) {
      const url = /http:\/\/\S+/.exec(this.output)?.[0];
      if (url !== undefined) return url;
      await Promise.race([once(this.child.stdout ?? this.child, 'data'), once(this.child, 'exit')]);
    }
    throw new Error(`It ended with ${this.child.exitCode}: ${this.errors}`);
  }

  /** Waits until it is gone; gives its exit code, or the signal that ended it. */
  async ended(): Promise<number | string | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close');
    return this.child.exitCode ?? this.child.signalCode;
  }

  async end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL' = 'SIGTERM'): Promise<number | string | null> {
    this.child.kill(signal);
    return this.ended();
  }
}

/** The one line that a companion says which cannot start in this environment. */
export async function refusedStart(environment: Record<string, string>): Promise<string> {
  const program = new CompanionProgram(environment);
  onTestFinished(async () => void (await program.end('SIGKILL')));
  expect(await program.ended()).toBe(1);
  expect(program.output).toBe('');
  expect(program.errors.trim().split('\n')).toHaveLength(1);
  return program.errors.trim();
}

/** Tokens of the tests, a free port, a quiet log, and this database.
 *  @param database As `DATABASE_URL` has it. */
export function environmentFor(database: string): Record<string, string> {
  return {
    SOURCEMARK_PORT: '0',
    DATABASE_URL: database,
    SOURCEMARK_SCIM_TOKEN: scimToken,
    SOURCEMARK_ADMIN_TOKEN: adminToken,
    SOURCEMARK_LOG_LEVEL: 'error',
  };
}
