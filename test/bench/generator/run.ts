import { Connection } from './connection.ts';
import { type Measured, summarise } from './latencies.ts';

type Work = (connection: Connection) => Promise<void>;

interface Load {
  port: number;
  connections: number;
  seconds: number;
  /** Done over and over. */
  work: Work;
  /** Done at the end, on each connection, and not counted. */
  leave: Work;
}

/** What was begun when the time is up is finished and counted, and so is the time it took. The first failure ends the run and is thrown. */
export async function repeat({ port, connections, seconds, work, leave }: Load): Promise<Measured> {
  const latencies: number[] = [];
  const begin = performance.now();
  const end = begin + seconds * 1000;
  let last = begin;
  await onAll(port, connections, async (connection) => {
    for (let now = performance.now(); now < end; ) {
      await work(connection);
      const after = performance.now();
      latencies.push(after - now);
      now = after;
    }
    last = performance.now();
    await leave(connection);
  });
  return summarise(latencies, (last - begin) / 1000);
}

/** Runs the work once on each of so many connections, and closes them. */
export async function onAll(port: number, connections: number, work: Work): Promise<void> {
  const all = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  try {
    await Promise.all(all.map(work));
  } finally {
    for (const connection of all) connection.close();
  }
}

/** Does the work for each number below `count`, 16 at a time. */
export async function forEach(port: number, count: number, work: (connection: Connection, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  await onAll(port, Math.min(16, count), async (connection) => {
    for (let index = next++; index < count; index = next++) await work(connection, index);
  });
}
