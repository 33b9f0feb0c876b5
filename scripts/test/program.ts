import { type ChildProcess, spawn } from 'node:child_process';

const windows = process.platform === 'win32';
const running = new Set<ChildProcess>();

export interface Ending {
  ok: boolean;
  /** Why it is not ok, for a person. */
  why: string;
}

/** Runs one program of `node_modules/.bin` with its output on the terminal. Never throws; a program that hangs is ended after `minutes`. */
export function runProgram(command: string, args: readonly string[], minutes: number, env: Record<string, string> = {}): Promise<Ending> {
  const { promise, resolve } = Promise.withResolvers<Ending>();
  // A group of its own, so that what it started ends with it.
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    detached: !windows,
    shell: windows,
  });
  running.add(child);
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    end(child, 'SIGKILL');
  }, minutes * 60_000);
  const done = (ending: Ending): void => {
    clearTimeout(limit);
    running.delete(child);
    resolve(ending);
  };
  child.on('error', (error) => done({ ok: false, why: `${command} could not be started: ${error.message}` }));
  child.on('exit', (code, signal) => {
    if (late) done({ ok: false, why: `${command} was ended after ${minutes} minutes` });
    else done({ ok: code === 0, why: code === 0 ? '' : `${command} ended with ${code ?? signal}` });
  });
  return promise;
}

/** Ends what is running now, with all that it started. */
export function endPrograms(signal: NodeJS.Signals): void {
  for (const child of running) end(child, signal);
}

function end(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (windows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself in between.
  }
}
