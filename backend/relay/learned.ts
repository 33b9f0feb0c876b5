import type { Directory } from '../directory/act.ts';
import { takeGroup, takeUser } from '../directory/relayed.ts';
import { deleteGroup } from '../directory/scim-groups.ts';
import { removeUser } from '../directory/scim-users.ts';
import { checkResource } from '../scim/check-resource.ts';
import { ScimError } from '../scim/errors.ts';
import { type MemberEdit, memberIds } from '../scim/patch/member-edits.ts';
import { groupType, userType } from '../scim/schemas/resource-types.ts';
import { ownProperty, type ScimObject } from '../scim/value.ts';
import { idpTeamNamed, idpUserNamed, isIdpUser } from '../store/reads/subjects.ts';

type Asks = (path: string) => Promise<Record<string, unknown> | null>;

/** So many are asked for at once: Spekit has others to answer. */
const atOnce = 8;

/** Spekit had users and teams before anything was passed on. Whom Okta speaks of, and who is not known here, is asked of Spekit then. */
export class Learned {
  readonly #directory: Directory;
  readonly #ask: Asks;

  /** @param ask A resource of Spekit's by its path; null: there is none. Throws ScimError where that cannot be asked. */
  constructor(directory: Directory, ask: Asks) {
    this.#directory = directory;
    this.#ask = ask;
  }

  async user(id: string): Promise<void> {
    const resource = await this.#ask(`/Users/${encodeURIComponent(id)}`);
    if (resource === null) return;
    await takeUser(this.#directory, id, () => checkResource(userType, resource), false);
  }

  async team(id: string): Promise<void> {
    const resource = await this.#ask(`/Groups/${encodeURIComponent(id)}`);
    if (resource === null) return;
    const edits = await this.members([{ kind: 'set', ids: memberIds(ownProperty(resource, 'members') ?? []) }]);
    await takeGroup(this.#directory, id, () => withoutMembers(resource), edits, false);
  }

  /** The same edits, without those whom Spekit does not know as users either; the others are known from then on. */
  async members(edits: readonly MemberEdit[]): Promise<MemberEdit[]> {
    const named = edits.flatMap((edit) => (edit.kind === 'add' || edit.kind === 'set' ? edit.ids : []));
    const unknown = await this.#unknown(named);
    for (let begin = 0; begin < unknown.length; begin += atOnce) {
      await Promise.all(unknown.slice(begin, begin + atOnce).map((id) => this.user(id)));
    }
    const missing = new Set(await this.#unknown(unknown));
    const withoutMissing = (ids: string[]): string[] => ids.filter((id) => !missing.has(id));
    return edits.map((edit) => (edit.kind === 'remove-where' ? edit : { ...edit, ids: withoutMissing(edit.ids) }));
  }

  /** Does what needs a name. Where somebody else has it here, Spekit is asked who has it there: that one was renamed or removed without us. */
  async withFreeName(kind: 'user' | 'team', work: () => Promise<void>, name: string): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ScimError && error.scimType === 'uniqueness')) throw error;
      await this.#askAgain(kind, name);
      await work();
    }
  }

  async #askAgain(kind: 'user' | 'team', name: string): Promise<void> {
    const { store, account } = this.#directory;
    const found = kind === 'user' ? idpUserNamed : idpTeamNamed;
    const other = await store.read<{ id: string } | undefined>((reads) => found(reads, account, name));
    if (other === undefined) return;
    const path = `${kind === 'user' ? '/Users' : '/Groups'}/${encodeURIComponent(other.id)}`;
    if ((await this.#ask(path)) !== null) return kind === 'user' ? this.user(other.id) : this.team(other.id);
    await (kind === 'user' ? removeUser(this.#directory, other.id, null) : deleteGroup(this.#directory, other.id, null));
  }

  #unknown(ids: readonly string[]): Promise<string[]> {
    const { store, account } = this.#directory;
    return store.read(async (reads) => {
      const unknown: string[] = [];
      for (const id of ids) if (!(await isIdpUser(reads, account, id))) unknown.push(id);
      return unknown;
    });
  }
}

function withoutMembers(resource: Record<string, unknown>): ScimObject {
  const { members, ...rest } = checkResource(groupType, resource);
  return rest;
}
