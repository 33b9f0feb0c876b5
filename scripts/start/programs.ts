import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

interface Launch {
  name: string;
  /** A script for this Node, with its arguments. */
  args: readonly string[];
  cwd: string;
  env: Record<string, string>;
  /** What the program prints goes here. */
  log: string;
}

/** A program begun by this start, and gone with it. */
export interface Running {
  name: string;
  /** Resolves with what became of it; never rejects. */
  ended: Promise<string>;
  /** Null while it runs. */
  outcome(): string | null;
  lastWords(): string;
  stop(): Promise<void>;
}

/** Seconds for a program to finish what it has begun, before it is ended by force. */
const grace = 16;

/** Starts a program in this process's own group: Ctrl-C in the terminal reaches both. */
export function launch({ name, args, cwd, env, log }: Launch): Running {
  mkdirSync(dirname(log), { recursive: true, mode: 0o700 });
  const file = openSync(log, 'w', 0o600);
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', file, file] });
  closeSync(file);
  const { promise: ended, resolve } = Promise.withResolvers<string>();
  let outcome: string | null = null;
  const done = (words: string): void => {
    outcome = words;
    resolve(words);
  };
  child.once('error', (error) => done(`could not be started: ${error.message}`));
  child.once('exit', (code, signal) => done(`ended with ${code ?? signal}`));
  return { name, ended, outcome: () => outcome, lastWords: () => tail(log), stop: () => stop(child, ended, () => outcome !== null) };
}

async function stop(child: ChildProcess, ended: Promise<string>, isOver: () => boolean): Promise<void> {
  if (isOver()) return;
  child.kill('SIGTERM');
  const limit = new AbortController();
  await Promise.race([ended, after(grace * 1_000, undefined, { signal: limit.signal }).catch(() => undefined)]);
  limit.abort();
  if (!isOver()) child.kill('SIGKILL');
  await ended;
}

/** Asks `isUp` again and again until it says yes. Throws, with the program's own last words, when it ends first or a minute has passed. */
export async function untilUp(program: Running, isUp: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + 60_000;
  while (!(await isUp())) {
    const outcome = program.outcome();
    if (outcome !== null) throw new Error(`The ${program.name} ${outcome}:\n${program.lastWords()}`);
    if (Date.now() > limit) throw new Error(`The ${program.name} was not ready after a minute:\n${program.lastWords()}`);
    await after(50);
  }
}

function tail(log: string): string {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
  } catch {
    return '';
  }
}
