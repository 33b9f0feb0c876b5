/** All of a kind, of which one is found by its id. */
export type ById<One> = Pick<ReadonlyMap<string, One>, 'get' | 'size' | 'values'>;

/** The table is made when the first is asked for by its id: what is neither decided by hand nor checked asks for none. */
export function byId<One extends { id: string }>(all: readonly One[]): ById<One> {
  let table: Map<string, One> | null = null;
  return {
    get(id) {
      table ??= new Map(all.map((one) => [one.id, one]));
      return table.get(id);
    },
    size: all.length,
    values: () => all.values(),
  };
}
