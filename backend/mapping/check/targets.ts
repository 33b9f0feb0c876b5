import { foldName } from '../../../ownership/reserved.ts';
import { caseKey } from '../../scim/case-key.ts';
import { addressKey } from '../keys.ts';
import type { Matched } from '../mapped.ts';

/** Whom an admin means by what they wrote: `several` where it fits more than one. */
export type Target = { id: string; name: string } | 'several' | null;

/** Okta's users by user name, or else by address; Okta's teams by name. In any case, for so Okta takes them. */
export class Targets {
  readonly #users = new Map<string, Target>();
  readonly #addresses = new Map<string, Target>();
  readonly #teams = new Map<string, Target>();

  constructor({ oktaUsers, oktaTeams }: Pick<Matched, 'oktaUsers' | 'oktaTeams'>) {
    for (const { id, userName, addresses } of oktaUsers.values()) {
      this.#users.set(caseKey(userName.trim()), { id, name: userName });
      for (const address of new Set(addresses.map(addressKey))) if (address !== null) put(this.#addresses, address, { id, name: userName });
    }
    for (const { id, name } of oktaTeams.values()) put(this.#teams, foldName(name), { id, name });
  }

  find(kind: 'user' | 'team', written: string): Target {
    if (kind === 'team') return this.#teams.get(foldName(written)) ?? null;
    const key = caseKey(written.trim());
    return this.#users.get(key) ?? this.#addresses.get(key) ?? null;
  }
}

function put(map: Map<string, Target>, key: string, target: Target): void {
  map.set(key, map.has(key) ? 'several' : target);
}
