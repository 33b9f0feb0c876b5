import { foldName } from '../../../../ownership/reserved.ts';
import { caseKey } from '../../../scim/case-key.ts';
import type { Field } from './fields.ts';
import type { ExportedTeam, ExportedUser, Fault, RowCode } from './row.ts';

interface Identity {
  field: Field;
  code: RowCode;
  key: string | undefined;
}

/** Remembers what may stand in a file once, and where it stood first. Kept of a row are its keys, not its cells. */
export class Duplicates {
  readonly #rows = new Map<string, string>();

  /** What of a user another row has already. The first one has it. */
  ofUser(user: ExportedUser, at: string): Fault[] {
    return this.#check(at, [
      { field: 'email', code: 'email-twice', key: caseKey(user.email) },
      { field: 'userName', code: 'user-name-twice', key: user.userName && caseKey(user.userName) },
      // Of 18 characters the last three say again how the first are written.
      { field: 'salesforceId', code: 'salesforce-id-twice', key: user.salesforceId?.slice(0, 15) },
      { field: 'federationId', code: 'federation-id-twice', key: user.federationId },
    ]);
  }

  ofTeam(team: ExportedTeam, at: string): Fault[] {
    return this.#check(at, [{ field: 'name', code: 'team-twice', key: foldName(team.name) }]);
  }

  #check(at: string, identities: readonly Identity[]): Fault[] {
    const there = identities.flatMap((one) => (one.key === undefined ? [] : [{ ...one, kept: `${one.field} ${one.key}` }]));
    const faults = there.flatMap(({ field, code, kept }) => {
      const first = this.#rows.get(kept);
      return first === undefined ? [] : [{ field, code, facts: { first } }];
    });
    if (faults.length === 0) for (const { kept } of there) this.#rows.set(kept, at);
    return faults;
  }
}
