import type { Directory } from '../directory/act.ts';
import { takeGroup, takeUser } from '../directory/relayed.ts';
import { deleteGroup } from '../directory/scim-groups.ts';
import { removeUser } from '../directory/scim-users.ts';
import { nobody } from '../exchanges/record.ts';
import { checkResource } from '../scim/check-resource.ts';
import { ScimError } from '../scim/errors.ts';
import type { MemberEdit } from '../scim/patch/member-edits.ts';
import { groupType, userType } from '../scim/schemas/resource-types.ts';
import type { ScimObject } from '../scim/value.ts';
import { idpTeamNamed, idpUserNamed, isIdpUser } from '../store/reads/subjects.ts';
import { isPathPart } from './addresses.ts';
import { membersIn, nameAttribute, resourceIn } from './answered.ts';
import type { Asked } from './caught.ts';
import type { Turns } from './turns.ts';

type Asks = (path: string) => Promise<Record<string, unknown> | null>;

/** So many are asked for at once: Spekit has others to answer. */
const atOnce = 8;

/** Spekit had users and teams before anything was passed on. Whom Okta speaks of, and who is not known here, is asked of Spekit then.
 *  Nothing but a name is learned of a subject out of its turn in `keeping`: what Spekit said before it did something must not be kept after
 *  that. */
export class Learned {
  readonly #directory: Directory;
  /** For those of whom the request itself does not speak. Neither what Okta sent nor how long Spekit took is theirs. */
  readonly #others: Directory;
  readonly #keeping: Turns;
  readonly #ask: Asks;
  readonly #freeing = new Set<string>();

  /** @param ask A resource of Spekit's by its path; null: there is none. Throws ScimError where that cannot be asked. */
  constructor(directory: Directory, keeping: Turns, ask: Asks) {
    this.#directory = directory;
    this.#others = directory.telling(nobody);
    this.#keeping = keeping;
    this.#ask = ask;
  }

  /** Takes over the subject whose turn it is as Spekit has it. Gives whether Spekit has it. */
  async subject(kind: Asked['kind'], id: string): Promise<boolean> {
    const resource = await this.#found(kind, id);
    if (resource !== null) await this.#take(this.#directory, kind, id, resource);
    return resource !== null;
  }

  /** The same edits, without those whom Spekit does not know as users either; the others are known from then on. */
  async members(edits: readonly MemberEdit[]): Promise<MemberEdit[]> {
    const named = edits.flatMap((edit) => (edit.kind === 'add' || edit.kind === 'set' ? edit.ids : []));
    const unknown = await this.#unknown(named);
    for (let begin = 0; begin < unknown.length; begin += atOnce) {
      await Promise.all(unknown.slice(begin, begin + atOnce).map((id) => this.#member(id)));
    }
    const missing = new Set(await this.#unknown(unknown));
    const withoutMissing = (ids: string[]): string[] => ids.filter((id) => !missing.has(id));
    return edits.map((edit) => (edit.kind === 'remove-where' ? edit : { ...edit, ids: withoutMissing(edit.ids) }));
  }

  /** Does what needs a name. Where somebody else has it here, Spekit is asked who has it there: that one was renamed or removed without us. */
  async withFreeName(kind: Asked['kind'], work: () => Promise<void>, name: string): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ScimError && error.scimType === 'uniqueness')) throw error;
      await this.#askAgain(kind, name);
      await work();
    }
  }

  async #member(id: string): Promise<void> {
    await this.#keeping.take(`user ${id}`, async () => {
      if ((await this.#unknown([id])).length === 0) return;
      const resource = await this.#found('user', id);
      if (resource !== null) await this.#take(this.#others, 'user', id, resource);
    });
  }

  /** It is not in its own turn, and waiting for that could go round in a circle: whoever has changed it meanwhile knows better. */
  async #askAgain(kind: Asked['kind'], name: string): Promise<void> {
    const { store, account } = this.#directory;
    const found = kind === 'user' ? idpUserNamed : idpTeamNamed;
    const other = await store.read<{ id: string; resource: string } | undefined>((reads) => found(reads, account, name));
    if (other === undefined || this.#freeing.has(other.id)) return;
    this.#freeing.add(other.id);
    try {
      const resource = await this.#found(kind, other.id);
      if (resource !== null) await this.#take(this.#others, kind, other.id, resource, other.resource);
      else await (kind === 'user' ? removeUser(this.#others, other.id, null) : deleteGroup(this.#others, other.id, null));
    } finally {
      this.#freeing.delete(other.id);
    }
  }

  async #found(kind: Asked['kind'], id: string): Promise<Record<string, unknown> | null> {
    return isPathPart(id) ? this.#ask(`${kind === 'user' ? '/Users' : '/Groups'}/${encodeURIComponent(id)}`) : null;
  }

  /** @param before For its name alone, and only where it still is that here. */
  async #take(
    directory: Directory,
    kind: Asked['kind'],
    id: string,
    answered: Record<string, unknown>,
    before: string | null = null,
  ): Promise<void> {
    const type = kind === 'user' ? userType : groupType;
    const resource = resourceIn(type, answered);
    const resourceOf = (old: ScimObject | null): ScimObject =>
      before !== null && old !== null && JSON.stringify(old) !== before ? old : checkResource(type, resource);
    const edits = kind === 'user' || before !== null ? [] : await this.members([{ kind: 'set' as const, ids: membersIn(answered) ?? [] }]);
    const take = (): Promise<void> =>
      kind === 'user' ? takeUser(directory, id, resourceOf, false) : takeGroup(directory, id, resourceOf, edits, false);
    await this.withFreeName(kind, take, String(resource[nameAttribute(type)]));
  }

  /** So many at once: a database at the other end of a wire is waited for once for all of them. */
  #unknown(ids: readonly string[]): Promise<string[]> {
    const { store, account } = this.#directory;
    return store.read(async (reads) => {
      const unknown: string[] = [];
      for (let begin = 0; begin < ids.length; begin += 200) {
        const some = ids.slice(begin, begin + 200);
        const known = await Promise.all(some.map((id) => isIdpUser(reads, account, id)));
        unknown.push(...some.filter((_, index) => known[index] === false));
      }
      return unknown;
    });
  }
}
