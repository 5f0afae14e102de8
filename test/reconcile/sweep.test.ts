import { expect, test } from "@jest/globals";
import { keyText, type IncidentKey } from "../../src/incident/key.ts";
import type { SweptRepository } from "../../src/integrations/github/index.ts";
import { createMemory } from "../../src/reconcile/index.ts";
import { sweep } from "../../src/reconcile/sweep.ts";

const aRepository = (overrides: Partial<SweptRepository> = {}): SweptRepository => ({
  owner: "acme",
  repo: "hubs",
  policyText: null,
  incidents: [],
  recent: [],
  ...overrides,
});
const recent = (number: number, text: string, labels: readonly string[] = []) => ({
  number,
  texts: ["body", text],
  labels,
});

/** What a sweep over these installations wants a look at; an error stands for an installation that fails. */
async function swept(installations: ReadonlyMap<number, readonly SweptRepository[] | Error>) {
  const added: IncidentKey[] = [];
  const memory = createMemory();
  const result = await sweep(0, {
    github: {
      sweep: async (installation: number) => {
        const found = installations.get(installation) ?? [];
        if (found instanceof Error) throw found;
        return found;
      },
    } as never,
    queue: { add: async (key) => void added.push(key) },
    memory,
    installations: async () => [...installations.keys()],
  });
  return { keys: added.map(keyText), added, result, memory };
}

test("labelled issues are looked at, each once", async () => {
  const { keys, result } = await swept(
    new Map([[1, [aRepository({ incidents: [3, 5], recent: [recent(3, "/incident")] })]]]),
  );
  expect(keys).toEqual(["acme/hubs#3", "acme/hubs#5"]);
  expect(result).toEqual({ repositories: 1, incidents: 2, errors: [] });
});

test.each([
  ["a declaring command", recent(4, "so:\n/incident SEV-1"), true],
  ["its alias", recent(4, "/declare"), true],
  ["the label of a phase, its declaring label gone", recent(4, "x", ["Incident: Mitigated"]), true],
  ["a declaring command in code", recent(4, "```\n/incident\n```"), false],
  ["another command", recent(4, "/resolve"), false],
  ["any label", recent(4, "x", ["incident-report"]), false],
])("an unlabelled issue with %s: %#", async (_, issue, isLookedAt) => {
  const { keys } = await swept(new Map([[1, [aRepository({ recent: [issue] })]]]));
  expect(keys).toEqual(isLookedAt ? ["acme/hubs#4"] : []);
});

test("the labels of a repository's policy are remembered for its deliveries", async () => {
  const { memory } = await swept(new Map([[1, [aRepository({ policyText: "labels: [outage]" })]]]));
  expect(memory.labelsOf("ACME", "hubs")).toEqual(["outage"]);
});

test("an installation that fails does not keep the others from being swept", async () => {
  const error = new Error("suspended");
  const { added, result } = await swept(
    new Map<number, readonly SweptRepository[] | Error>([
      [1, error],
      [2, [aRepository({ incidents: [7] })]],
    ]),
  );
  expect(added.map((key) => [key.installation, key.number])).toEqual([[2, 7]]);
  expect(result.errors).toEqual([error]);
});

test("installations that cannot be listed fail the sweep", async () => {
  const options = { github: {} as never, queue: { add: async () => {} }, memory: createMemory() };
  const failing = { ...options, installations: () => Promise.reject(new Error("down")) };
  await expect(sweep(0, failing)).rejects.toThrow("down");
});
