import type { Backlog, FieldTrouble } from "../../src/effects/backlog.ts";

/** A backlog in memory, of one project; ids count from 1. */
export interface FakeBacklog extends Backlog {
  /** The fields of each item, by name, as the policy has their values. */
  items(): readonly Readonly<Record<string, string | number>>[];
  /** What was asked of it, oldest first. */
  readonly calls: string[];
  /** The next call of this name fails, before it does anything. */
  failNext(call: "find" | "add" | "set", error: Error): void;
  /** The field cannot be set, and why; null: it can. */
  lack(field: string, why: string | null): void;
}

/** An empty one. */
export function createFakeBacklog(): FakeBacklog {
  const kept = new Map<
    number,
    { readonly nodeId: string; fields: Record<string, string | number> }
  >();
  const calls: string[] = [];
  const failing = new Map<string, Error>();
  const lacking = new Map<string, string>();
  function called(name: string, what = name): void {
    calls.push(what);
    const error = failing.get(name);
    failing.delete(name);
    if (error !== undefined) throw error;
  }
  return {
    calls,
    items: () => [...kept.values()].map(({ fields }) => fields),
    failNext: (call, error) => void failing.set(call, error),
    lack: (field, why) => void (why === null ? lacking.delete(field) : lacking.set(field, why)),
    find: async (_project, { nodeId }) => {
      called("find");
      return [...kept].find(([, item]) => item.nodeId === nodeId)?.[0] ?? null;
    },
    add: async (_project, { nodeId }) => {
      called("add");
      const id = kept.size + 1;
      kept.set(id, { nodeId, fields: {} });
      return id;
    },
    set: async (_project, id, wanted) => {
      called("set", `set ${wanted.map(({ field }) => field).join(", ")}`);
      const item = kept.get(id);
      if (item === undefined) return "gone";
      const settable = wanted.filter(({ field }) => !lacking.has(field));
      for (const { field, value } of settable) item.fields[field] = value;
      return wanted.flatMap(({ field }): readonly FieldTrouble[] => {
        const why = lacking.get(field);
        return why === undefined ? [] : [{ field, why }];
      });
    },
  };
}
