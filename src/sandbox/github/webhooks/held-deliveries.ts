import type { ReorderedGroup } from "../delivery-faults.ts";

/** Deliveries that faults keep back. What is taken out is to be sent in that order. */
export interface HeldDeliveries<T> {
  /** Keeps one until an instant (ms since 1970). */
  delay(delivery: T, until: number): void;
  /** Keeps one until its group is complete; then returns the whole group in reverse order, else nothing. */
  collect(delivery: T, group: ReorderedGroup): readonly T[];
  /** Takes those whose time has come, the earliest first. */
  takeDue(now: number): readonly T[];
  /** Takes all: delayed ones by their time, then what there is of each group, in reverse order. */
  takeAll(): readonly T[];
}

/** Nothing is kept back yet. */
export function createHeldDeliveries<T>(): HeldDeliveries<T> {
  let delayed: { readonly delivery: T; readonly until: number }[] = [];
  const groups = new Map<ReorderedGroup, T[]>();
  const takeDue = (now: number): readonly T[] => {
    const due = delayed.filter(({ until }) => until <= now);
    delayed = delayed.filter(({ until }) => until > now);
    return due.toSorted((a, b) => a.until - b.until).map(({ delivery }) => delivery);
  };
  return {
    delay: (delivery, until) => void delayed.push({ delivery, until }),
    collect: (delivery, group) => {
      const members = [...(groups.get(group) ?? []), delivery];
      groups.set(group, members);
      if (members.length < group.size) return [];
      groups.delete(group);
      return members.toReversed();
    },
    takeDue,
    takeAll: () => {
      const rest = [...groups.values()].flatMap((members) => members.toReversed());
      groups.clear();
      return [...takeDue(Infinity), ...rest];
    },
  };
}
