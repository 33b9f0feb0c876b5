import { caseKey } from '../scim/case-key.ts';
import { Found } from './found.ts';
import { addressKey, salesforceKey } from './keys.ts';
import type { OktaUser } from './subjects.ts';

/** Okta's users by all that tells exactly who somebody is. One table holds all of it, since nearly all of it is the address over again. */
export class OktaUsers {
  readonly #known = new Found<OktaUser>();
  readonly #salesforce = new Found<OktaUser>();

  add(user: OktaUser): void {
    this.#known.put(caseKey(user.userName.trim()), user);
    for (const address of user.addresses) this.#known.put(caseKey(address.trim()), user);
    for (const id of user.identifiers) this.#known.put(caseKey(id.trim()), user);
    for (const id of user.identifiers) this.#salesforce.put(salesforceKey(id) ?? '', user);
  }

  withAddress(key: string): readonly OktaUser[] {
    return this.#known.get(key).filter(({ addresses }) => addresses.some((address) => addressKey(address) === key));
  }

  withUserName(userName: string): readonly OktaUser[] {
    const key = caseKey(userName.trim());
    return this.#known.get(key).filter((user) => caseKey(user.userName.trim()) === key);
  }

  withIdentifier(text: string): readonly OktaUser[] {
    return this.#known.get(caseKey(text.trim()));
  }

  withSalesforceId(id: string | null): readonly OktaUser[] {
    return id === null ? [] : this.#salesforce.get(salesforceKey(id) ?? '');
  }
}
