/** An `orderBy` argument. */
export interface Order {
  readonly field: string;
  readonly direction: "ASC" | "DESC";
}

/** The items in the order asked for, by the key that belongs to its field; as they are when none is asked for. */
export function sorted<T>(
  items: readonly T[],
  order: Order | null | undefined,
  keys: Readonly<Record<string, (item: T) => string | number>>,
): readonly T[] {
  const key = order == null ? undefined : keys[order.field];
  if (order == null || key === undefined) return items;
  const compare = (a: T, b: T): number => {
    const [left, right] = [key(a), key(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };
  return order.direction === "ASC"
    ? items.toSorted(compare)
    : items.toReversed().toSorted((a, b) => compare(b, a));
}
