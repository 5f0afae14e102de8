/** A binary heap: the item that comes before all others is always on top. Pushing and popping cost the logarithm of its size. */
export class Heap<T> {
  #items: T[] = [];
  readonly #before: (a: T, b: T) => boolean;

  constructor(before: (a: T, b: T) => boolean) {
    this.#before = before;
  }

  get top(): T | undefined {
    return this.#items[0];
  }

  get size(): number {
    return this.#items.length;
  }

  /** Drops all items that are not to be kept. Costs about its size. */
  keep(isKept: (item: T) => boolean): void {
    const kept = this.#items.filter(isKept);
    this.#items = [];
    for (const item of kept) this.push(item);
  }

  push(item: T): void {
    const items = this.#items;
    let here = items.push(item) - 1;
    while (here > 0) {
      const parent = (here - 1) >> 1;
      if (!this.#before(item, items[parent]!)) break;
      items[here] = items[parent]!;
      here = parent;
    }
    items[here] = item;
  }

  pop(): T | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (last !== undefined && items.length > 0) this.#sink(last);
    return top;
  }

  #sink(item: T): void {
    const items = this.#items;
    let here = 0;
    for (;;) {
      let child = 2 * here + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && this.#before(items[child + 1]!, items[child]!)) child++;
      if (!this.#before(items[child]!, item)) break;
      items[here] = items[child]!;
      here = child;
    }
    items[here] = item;
  }
}
