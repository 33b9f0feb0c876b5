/** Things by keys of which nearly each is one thing's alone: then it is kept without a list around it. An empty key is no key.
 *
 *  A Map that is asked for a text has V8 keep that text, among the names of properties, until it next looks through all of its memory; whether
 *  it is there or not. Most keys are made to be asked for once, and are not there: that is told by a bit, which some share with another. */
export class Found<Thing extends object> {
  readonly #things = new Map<string, Thing | Thing[]>();
  readonly #sieve = new Uint8Array(bits / 8);

  put(key: string, thing: Thing): void {
    if (key === '') return;
    const bit = bitOf(key);
    this.#sieve[bit >> 3] = byteWith(this.#sieve, bit);
    const there = this.#things.get(key);
    if (there === undefined) this.#things.set(key, thing);
    else if (!Array.isArray(there)) {
      if (there !== thing) this.#things.set(key, [there, thing]);
    } else if (!there.includes(thing)) there.push(thing);
  }

  get(key: string): readonly Thing[] {
    const bit = bitOf(key);
    if (this.#sieve[bit >> 3] !== byteWith(this.#sieve, bit)) return none;
    const there = this.#things.get(key);
    return there === undefined ? none : Array.isArray(there) ? there : [there];
  }
}

const none: readonly never[] = [];
/** Of fifty thousand keys a tenth of those that are not there pass. */
const bits = 2 ** 19;

/** FNV-1a. */
function bitOf(key: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) sum = Math.imul(sum ^ key.charCodeAt(at), 0x01000193);
  return (sum >>> 0) % bits;
}

function byteWith(sieve: Uint8Array, bit: number): number {
  return (sieve[bit >> 3] ?? 0) | (1 << (bit & 7));
}
