import pg from 'pg';
import { StoreUnavailable } from '../access.ts';

/** Classes and codes with which PostgreSQL says that it cannot do now what it could do otherwise
 *  (https://www.postgresql.org/docs/current/errcodes-appendix.html): the connection is lost, the server ends or has not begun, is a
 *  standby, has no place left, or somebody waited too long. */
const passing = /^(08|53|57|58)|^(25006|25P03|40001|40P01|55P03)$/;

/** The error to be thrown for one of `pg`: StoreUnavailable where the statement was not at fault. */
export function faultOf(error: unknown): unknown {
  if (error instanceof StoreUnavailable || error instanceof TypeError) return error;
  const saidByServer = error instanceof pg.DatabaseError;
  if (saidByServer && !passing.test(error.code ?? '')) return error;
  return new StoreUnavailable('The database cannot be reached.', { cause: error });
}
