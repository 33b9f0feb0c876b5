import type { Measured } from '../generator/latencies.ts';
import type { Tasks } from '../generator/tasks.ts';
import type { Contestant } from './contestant.ts';
import { type LoadProcess, TooLong } from './load-process.ts';
import { type Cell, middle, type Row } from './results.ts';

/** Seconds that a piece of work may take, and all connections' pieces together, before there is no figure. */
const patience = 20;

export interface Pace {
  /** Seconds of one run. */
  seconds: number;
  /** Runs whose middle is told. */
  rounds: number;
  /** Numbers of connections. */
  connections: readonly number[];
}

/** What a service showed before it was put under load, and its runs; or why it is not put under load. */
type Course = { odd: string | null; seconds: number; runs: Measured[] } | { none: string };

/** Measures one operation in all services: each is probed and warmed up, then they take turns, so that what else the machine does meets all. */
export async function measureRow(load: LoadProcess, operation: string, pace: Pace, contestants: readonly Contestant[]): Promise<Row[]> {
  const taking = contestants.filter((one) => one.isAsked(operation));
  const probed: [Contestant, Course][] = [];
  for (const one of taking) probed.push([one, await probe(load, operation, one)]);
  const rows: Row[] = [];
  for (const connections of pace.connections) {
    const courses = probed.map(([one, course]): [Contestant, Course] => [one, begin(course, connections)]);
    for (let round = 0; round < pace.rounds; round++) {
      for (const entry of courses) entry[1] = await take(load, entry, { operation, connections, seconds: pace.seconds });
    }
    const cells = courses.map(([one, course]): [string, Cell] => [one.name, cellOf(course)]);
    rows.push({ operation, connections, cells: Object.fromEntries(cells) });
  }
  return rows;
}

async function probe(load: LoadProcess, operation: string, one: Contestant): Promise<Course> {
  if (one.isFloor) return { odd: null, seconds: 0, runs: [] };
  if (one.gaveUp !== null) return { none: one.gaveUp };
  try {
    const { finding, seconds } = await load.do(one.name, 'probe', { operation }, patience);
    await load.do(one.name, 'tidy', {});
    if (finding === null) return { odd: null, seconds, runs: [] };
    if (one.isOurs) throw new Error(`${operation}: ${finding.words}`);
    return finding.useless ? { none: finding.words } : { odd: finding.words, seconds, runs: [] };
  } catch (error) {
    return { none: await one.giveUp(error, error instanceof TooLong ? `> ${patience} s` : 'failed') };
  }
}

/** A run must end soon: all connections wait for one process, which does one piece after another. */
function begin(course: Course, connections: number): Course {
  if ('none' in course) return course;
  return course.seconds * connections < patience ? { ...course, runs: [] } : { none: `one takes ${course.seconds.toFixed(1)} s` };
}

/** One run, with a warm-up before the first. A service that is busy long after the time is up is run once. */
async function take(load: LoadProcess, [one, course]: [Contestant, Course], run: Tasks['run']['given']): Promise<Course> {
  if (one.gaveUp !== null) return { none: one.gaveUp };
  const isSlow = 'seconds' in course && course.seconds * run.connections > 2 * run.seconds;
  if ('none' in course || (isSlow && course.runs.length > 0)) return course;
  const warm = { ...run, seconds: run.seconds / 4 };
  try {
    if (course.runs.length === 0 && course.seconds < warm.seconds) await runOnce(load, one, warm);
    return { ...course, runs: [...course.runs, await runOnce(load, one, run)] };
  } catch (error) {
    return { none: await one.giveUp(error, 'failed') };
  }
}

/** What was created is deleted, outside of the time. */
async function runOnce(load: LoadProcess, one: Contestant, given: Tasks['run']['given']): Promise<Measured> {
  const measured = await load.do(one.name, 'run', given);
  if (!one.isFloor) await load.do(one.name, 'tidy', {});
  return measured;
}

function cellOf(course: Course): Cell {
  return 'none' in course ? course : { measured: middle(course.runs), odd: course.odd };
}
