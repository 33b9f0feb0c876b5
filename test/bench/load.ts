import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Asked {
  url: string;
  headers: Record<string, string>;
  body: string | null;
}

export interface Measured {
  /** Answers a second, mean over the run. */
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/** Asks one question over `connections` connections for `seconds`, from a process of its own. Throws when an answer is not 2xx. */
export async function load(asked: Asked, { connections, seconds }: { connections: number; seconds: number }): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'sourcemark-bench-'));
  try {
    const args = ['-j', '-n', '-c', String(connections), '-d', String(seconds)];
    for (const [name, value] of Object.entries(asked.headers)) args.push('-H', `${name}=${value}`);
    if (asked.body !== null) {
      await writeFile(join(folder, 'body.json'), asked.body);
      args.push('-m', 'POST', '-i', join(folder, 'body.json'));
    }
    return read(await output(fileURLToPath(import.meta.resolve('autocannon')), [...args, asked.url]));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function output(script: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  await once(child, 'close');
  return text;
}

function read(json: string): Measured {
  const result = JSON.parse(json) as {
    '2xx': number;
    non2xx: number;
    errors: number;
    duration: number;
    latency: { p50: number; p99: number };
  };
  if (result.non2xx + result.errors > 0 || result['2xx'] === 0) {
    throw new Error(
      `${result.non2xx} answers were not 2xx, ${result.errors} requests failed, ${result['2xx']} went well: nothing was measured.`,
    );
  }
  return { perSecond: result['2xx'] / result.duration, p50: result.latency.p50, p99: result.latency.p99 };
}
