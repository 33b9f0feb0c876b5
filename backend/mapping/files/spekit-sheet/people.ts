import type { UserField } from '../../../../contract/spekit-export.ts';
import { taken } from '../spekit-export/columns.ts';
import { userWordOf } from '../spekit-export/fields.ts';
import type { SpekitSheet } from './open.ts';

/** A person of Spekit's sheet, with all that it says of who that is. */
export interface Person {
  row: number;
  /** In "IDP Email", as it stands there. */
  address: string;
  /** In Spekit. */
  email: string | null;
  userName: string | null;
  name: string;
  salesforceId: string | null;
  federationId: string | null;
}

/** Who stands in the sheet. Columns are known by the headers of Spekit's exports; where none is headed as the address, one of the first two is
 *  it. Other columns may be about somebody else, such as a manager, and are not looked at. */
export function peopleOf({ headers, people }: SpekitSheet): Person[] {
  const columns = taken(headers, userWordOf);
  return people.map(({ row, key, address, cells }) => {
    const said = (field: UserField): string | null => {
      const column = columns.get(field);
      return (column === undefined ? '' : (cells[column] ?? '')).trim() || null;
    };
    const named = said('displayName') ?? [said('firstName'), said('lastName')].filter((part) => part !== null).join(' ');
    return {
      row,
      address,
      email: said('email') ?? key.map((text) => text.trim()).find((text) => /^[^@\s]+@[^@\s]+$/.test(text)) ?? null,
      userName: said('userName'),
      name: named,
      salesforceId: said('salesforceId'),
      federationId: said('federationId'),
    };
  });
}
