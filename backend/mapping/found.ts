/** Things by keys of which nearly each is one thing's alone: then it is kept without a list around it. An empty key is no key. */
export class Found<Thing extends object> {
  readonly #things = new Map<string, Thing | Thing[]>();

  put(key: string, thing: Thing): void {
    if (key === '') return;
    const there = this.#things.get(key);
    if (there === undefined) this.#things.set(key, thing);
    else if (!Array.isArray(there)) {
      if (there !== thing) this.#things.set(key, [there, thing]);
    } else if (!there.includes(thing)) there.push(thing);
  }

  get(key: string): readonly Thing[] {
    const there = this.#things.get(key);
    return there === undefined ? [] : Array.isArray(there) ? there : [there];
  }
}
