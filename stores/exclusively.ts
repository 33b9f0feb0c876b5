/** Acts on a stored key one after another: across all contexts of the extension by the Web Locks API, so that a change that reads first
 *  and writes then loses nobody's fields. Where there is no such API (a DOM played in Node), within this context alone. */
export function exclusively<T>(name: string, act: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = navigator.locks;
  if (locks !== undefined) return locks.request(`sourcemark:${name}`, act);
  const turn = (turns.get(name) ?? Promise.resolve()).then(act, act);
  turns.set(name, turn);
  return turn;
}

const turns = new Map<string, Promise<unknown>>();
