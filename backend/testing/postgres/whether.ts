import { canInstall, findBinaries, noPostgres } from './binaries.ts';
import { serverIdentity } from './identity.ts';

/** Whether the companion's tests are to run over PostgreSQL too. Where no server can be had they are left out, which is said; on a build
 *  server they never are, but fail. */
export function runsOverPostgres(): boolean {
  if (process.env['CI'] || canInstall() || findBinaries(serverIdentity()) !== null) return true;
  console.warn(`${noPostgres} The companion's tests over PostgreSQL are left out.`);
  return false;
}
