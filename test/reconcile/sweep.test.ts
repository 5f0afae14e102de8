import { expect, test } from "@jest/globals";
import { keyText, type LookKey } from "../../src/incident/key.ts";
import { PHASE_LABELS } from "../../src/incident/phases.ts";
import type { SweptRepository } from "../../src/integrations/github/index.ts";
import { createMemory } from "../../src/reconcile/index.ts";
import { SPREAD_MS, sweep } from "../../src/reconcile/sweep.ts";

const aRepository = (overrides: Partial<SweptRepository> = {}): SweptRepository => ({
  owner: "acme",
  repo: "hubs",
  labels: ["incident"],
  phases: PHASE_LABELS,
  incidents: [],
  closed: [],
  recent: [],
  ...overrides,
});
const recent = (number: number, text: string, labels: readonly string[] = []) => ({
  number,
  texts: ["body", text],
  labels,
});

const followed = (number: number) => ({ number, labels: ["incident", "incident: resolved"] });
const TIMES = { now: 1000, spanOf: () => ({ since: 0, closedSince: null }) };

/** What a sweep over these installations wants a look at; an error stands for an installation that fails. */
async function swept(installations: ReadonlyMap<number, readonly SweptRepository[] | Error>) {
  const added: LookKey[] = [];
  const at: (number | undefined)[] = [];
  const memory = createMemory();
  const result = await sweep(TIMES, {
    github: {
      sweep: async (installation: number) => {
        const found = installations.get(installation) ?? [];
        if (found instanceof Error) throw found;
        return found;
      },
    } as never,
    queue: {
      add: async (key, wanted) => {
        added.push(key);
        at.push(wanted);
      },
    },
    memory,
    installations: async () => [...installations.keys()],
  });
  return { keys: added.map(keyText), added, at, result, memory };
}

test("labelled issues are looked at, each once", async () => {
  const { keys, result } = await swept(
    new Map([[1, [aRepository({ incidents: [3, 5], recent: [recent(3, "/incident")] })]]]),
  );
  expect(keys).toEqual(["acme/hubs#3", "acme/hubs#5"]);
  expect(result).toEqual({ installations: [1], repositories: 1, incidents: 2, errors: [] });
});

test.each([
  ["a declaring command", recent(4, "so:\n/incident SEV-1"), true],
  ["its alias", recent(4, "/declare"), true],
  ["the label of a phase, its declaring label gone", recent(4, "x", ["Incident: Mitigated"]), true],
  [
    "Sitrep's section, its labels lost in a transfer",
    { ...recent(4, "x"), texts: ["x\n<!-- sitrep:section status=IC_1 -->\n"] },
    true,
  ],
  ["a declaring command in code", recent(4, "```\n/incident\n```"), false],
  ["another command", recent(4, "/resolve"), false],
  ["any label", recent(4, "x", ["incident-report"]), false],
])("an unlabelled issue with %s: %#", async (_, issue, isLookedAt) => {
  const { keys } = await swept(new Map([[1, [aRepository({ recent: [issue] })]]]));
  expect(keys).toEqual(isLookedAt ? ["acme/hubs#4"] : []);
});

test("incidents that were closed long ago are looked at one after the other, those of each installation by themselves", async () => {
  const { keys, at, result } = await swept(
    new Map([
      [1, [aRepository({ incidents: [3], closed: [followed(1), followed(2)] })]],
      [2, [aRepository({ repo: "other", closed: [followed(7)] })]],
    ]),
  );
  const wanted = keys.map((key, index) => [key, at[index]]);
  expect(wanted).toContainEqual(["acme/hubs#3", undefined]);
  expect(wanted).toContainEqual(["acme/hubs#1", 1000]);
  expect(wanted).toContainEqual(["acme/hubs#2", 1000 + SPREAD_MS]);
  expect(wanted).toContainEqual(["acme/other#7", 1000]);
  expect(result).toMatchObject({ incidents: 4 });
});

test("incidents are known by the phases' labels that the policy has", async () => {
  const phases = { ...PHASE_LABELS, resolved: "state: over" };
  const found = aRepository({
    phases,
    recent: [recent(4, "x", ["State: Over"]), recent(5, "x", ["state: other"])],
    closed: [{ number: 6, labels: ["incident", "state: over"] }],
  });
  const { keys, memory } = await swept(new Map([[1, [found]]]));
  expect(keys).toEqual(["acme/hubs#4", "acme/hubs#6"]);
  expect(memory.labelsOf("acme", "hubs")).toContain("state: over");
});

test("what was closed before Sitrep came is left alone", async () => {
  const { keys } = await swept(
    new Map([[1, [aRepository({ closed: [{ number: 1, labels: ["incident", "bug"] }] })]]]),
  );
  expect(keys).toEqual([]);
});

test("the labels of a repository's policy are remembered for its deliveries", async () => {
  const { memory } = await swept(new Map([[1, [aRepository({ labels: ["outage"] })]]]));
  expect(memory.labelsOf("ACME", "hubs")).toEqual(["outage", ...Object.values(PHASE_LABELS)]);
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
  expect(result).toMatchObject({ installations: [2], errors: [error] });
});

test("installations that cannot be listed fail the sweep", async () => {
  const options = { github: {} as never, queue: { add: async () => {} }, memory: createMemory() };
  const failing = { ...options, installations: () => Promise.reject(new Error("down")) };
  await expect(sweep(TIMES, failing)).rejects.toThrow("down");
});
