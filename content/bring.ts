/** After so many ms the worker is asked again: Firefox ends one that idles, and with it what was just on its way there. */
const patience = 1_000;
/** Then it is done without. */
const tries = 3;

/** What a bundle of its own offers in this tab under its symbol. `inject` asks the worker to bring it, where it is not there yet.
 *  Null: it did not come, however often and long it was asked for. */
export async function bring<Door>(symbol: symbol, inject: () => Promise<unknown>): Promise<Door | null> {
  const doors = globalThis as unknown as Record<symbol, Door | undefined>;
  for (let tried = 0; !doors[symbol] && tried < tries; tried += 1) await inPatience(inject());
  return doors[symbol] ?? null;
}

/** What the worker answers; undefined where it does not in time: the answer may be lost. */
export function inPatience<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  return Promise.race([answer, new Promise<undefined>((resolve) => setTimeout(resolve, patience))]);
}
