// scim/ measures the companion as a SCIM service, beside peers and floors. It starts them, has the generator put them under load in turns,
// and makes tables of what came out. What may enter: the order of the measurement, the processes measured, and the report.
import type { Options } from '../options.ts';
import type { Report } from '../report.ts';
import { makeContestants } from './contestants.ts';
import { needDisk } from './disk.ts';
import { measureInserts } from './inserts.ts';
import { measureDirectory } from './measure-directory.ts';
import { report } from './report.ts';
import type { ScimResults } from './results.ts';
import { nodeStart } from './start-up.ts';

/** Where peers and floors are measured too, when there is a directory of that size. */
const usual = 10_000;

export async function benchScim({ users, peers, pace }: Options): Promise<Report> {
  const compared = users.includes(usual) ? usual : Math.max(...users);
  needDisk();
  const inserts = await measureInserts(pace);
  const directories: ScimResults['directories'] = [];
  let names: Pick<ScimResults, 'services' | 'floors'> = { services: [], floors: [] };
  for (const people of users) {
    const contestants = await makeContestants(people === compared ? peers : null);
    directories.push(await measureDirectory(people, contestants, pace));
    if (people !== compared) continue;
    names = {
      services: contestants.filter((one) => !one.isFloor).map(({ service }) => service),
      floors: contestants.filter((one) => one.isFloor).map(({ name }) => name),
    };
  }
  return report({ directories, compared, inserts, node: await nodeStart(), ...names }, pace);
}
