import { randomUUID } from 'node:crypto';
import SCIMMY, { type Resource, type Stored } from 'scimmy';

/** Resources in memory, found by id and by their indexed attributes without looking at the others. */
export class ResourceMap {
  readonly #byId = new Map<string, Stored>();
  /** In the order of creation, for pages; rebuilt after one was removed. */
  #list: Stored[] | null = [];
  readonly #places = new Map<string, number>();
  readonly #indexes: Map<string, Map<unknown, Stored>>;
  readonly #unique: string;

  /** The first attribute is unique. */
  constructor(attributes: readonly [string, ...string[]]) {
    this.#indexes = new Map(attributes.map((attribute) => [attribute, new Map()]));
    this.#unique = attributes[0];
  }

  keep({ id }: Resource, instance: object): Stored {
    const given = { ...instance } as Stored;
    const same = this.#indexes.get(this.#unique)?.get(given[this.#unique]);
    if (same !== undefined && same.id !== id) throw new SCIMMY.Types.Error(409, 'uniqueness', `${this.#unique} is taken.`);
    const before = id === undefined ? undefined : this.#get(id);
    const now = new Date().toISOString();
    const stored: Stored = {
      ...given,
      id: before?.id ?? randomUUID(),
      meta: { ...(before?.meta ?? { created: now }), lastModified: now },
    };
    if (before !== undefined) this.#unindex(before);
    this.#byId.set(stored.id, stored);
    for (const [attribute, index] of this.#indexes) index.set(stored[attribute], stored);
    const place = this.#places.get(stored.id);
    if (this.#list !== null && place !== undefined) this.#list[place] = stored;
    else if (this.#list !== null) this.#places.set(stored.id, this.#list.push(stored) - 1);
    return stored;
  }

  find(resource: Resource): Stored | Stored[] {
    if (resource.id !== undefined) return this.#get(resource.id);
    const { filter } = resource;
    if (filter === undefined) return this.#page(resource);
    const [branch] = filter;
    const [attribute, comparison] = Object.entries(branch ?? {})[0] ?? ['', null];
    const index = this.#indexes.get(attribute);
    const isLookUp = filter.length === 1 && Object.keys(branch ?? {}).length === 1 && Array.isArray(comparison) && comparison[0] === 'eq';
    if (index === undefined || !isLookUp) return filter.match([...this.#byId.values()]);
    const found = index.get(comparison[1]);
    return found === undefined ? [] : [found];
  }

  remove({ id }: Resource): void {
    const stored = this.#get(id ?? '');
    this.#unindex(stored);
    this.#byId.delete(stored.id);
    this.#list = null;
  }

  /** A list answer counts what it is given unless it is told a total, and skips only what it was given. */
  #page(resource: Resource): Stored[] {
    const list = this.#inOrder();
    const { startIndex = 1, count = 20 } = resource.constraints ?? {};
    if (startIndex > 1 && startIndex <= count) return list;
    resource.constraints = { ...resource.constraints, totalResults: list.length };
    return list.slice(startIndex - 1, startIndex - 1 + count);
  }

  #inOrder(): Stored[] {
    if (this.#list === null) {
      this.#list = [...this.#byId.values()];
      this.#places.clear();
      this.#list.forEach(({ id }, place) => {
        this.#places.set(id, place);
      });
    }
    return this.#list;
  }

  #get(id: string): Stored {
    const stored = this.#byId.get(id);
    if (stored === undefined) throw new SCIMMY.Types.Error(404, null, `There is no ${id}.`);
    return stored;
  }

  #unindex(stored: Stored): void {
    for (const [attribute, index] of this.#indexes) index.delete(stored[attribute]);
  }
}
