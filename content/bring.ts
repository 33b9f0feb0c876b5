/** How long the worker may take to bring a bundle, in ms. */
const patience = 3_000;

/** What a bundle of its own offers in this tab under its symbol. `inject` asks the worker to bring it, where it is not there yet.
 *  Null: it did not come. */
export async function bring<Door>(symbol: symbol, inject: () => Promise<unknown>): Promise<Door | null> {
  const doors = globalThis as unknown as Record<symbol, Door | undefined>;
  if (!doors[symbol]) await Promise.race([inject(), new Promise((resolve) => setTimeout(resolve, patience))]);
  return doors[symbol] ?? null;
}
