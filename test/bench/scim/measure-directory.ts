import { outsiders } from '../generator/groups.ts';
import { changeOf, groupSizes, operations } from '../generator/operations.ts';
import type { Contestant } from './contestant.ts';
import { LoadProcess, TooLong } from './load-process.ts';
import { measureRow, type Pace } from './measure-row.ts';
import type { DirectoryResult, Row } from './results.ts';
import { rowLine } from './tables.ts';

/** Measures everything in a directory of so many people, and of a few more who come and go. */
export async function measureDirectory(people: number, contestants: readonly Contestant[], pace: Pace): Promise<DirectoryResult> {
  const load = new LoadProcess();
  try {
    console.log(`\n${people.toLocaleString('en-US')} people: ${contestants.map(({ name }) => name).join(', ')}`);
    for (const one of contestants) await one.begin(load, people + outsiders);
    const rows: Row[] = [];
    for (const operation of Object.keys(operations)) {
      const size = groupSizes.find((one) => changeOf(one) === operation);
      if ((size ?? 1_000) > people) continue;
      if (size !== undefined) await makeGroups(load, size, contestants);
      const measured = await measureRow(load, operation, pace, contestants);
      for (const row of measured) console.log(`  ${rowLine(row)}`);
      rows.push(...measured);
    }
    const footprints: DirectoryResult['footprints'] = {};
    for (const one of contestants) if (!one.isFloor) footprints[one.name] = await one.end();
    return { people, rows, footprints };
  } finally {
    load.end();
    for (const one of contestants) await one.remove();
  }
}

/** Seconds that it may take to push a group. */
const patience = 40;

async function makeGroups(load: LoadProcess, size: number, contestants: readonly Contestant[]): Promise<void> {
  for (const one of contestants) {
    if (one.isFloor || one.gaveUp !== null) continue;
    try {
      await load.do(one.name, 'group', { size }, patience);
    } catch (error) {
      await one.giveUp(error, error instanceof TooLong ? `not filled in ${patience} s` : 'failed');
    }
  }
}
