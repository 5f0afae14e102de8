import { describe, expect, it } from "@jest/globals";
import type { Incident } from "../../src/incident/incident.ts";
import { keyText, type LookKey } from "../../src/incident/key.ts";
import type { DebtRow } from "../../src/incident/report-debt.ts";
import { createMemory } from "../../src/reconcile/index.ts";
import { noteDebt, noteNoDebt } from "../../src/reconcile/note-debt.ts";
import type { LookOptions, Sight } from "../../src/reconcile/sight.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { aSnapshot } from "../support/snapshot.ts";

const SNAPSHOT = aSnapshot();
const REPOSITORY = { ...SNAPSHOT.key, number: null } as const;
const OWING: Partial<Incident> = { phase: "resolved", phaseSince: after(1) };

/** A process that has looked at nothing, and what it wants to look at. */
function aProcess() {
  const memory = createMemory();
  const wanted: string[] = [];
  const queue = {
    add: async (key: LookKey, at: number) =>
      void wanted.push(`${keyText(key)} in ${(at - after(5)) / 1000} s`),
  };
  const options = { memory, queue, now: () => after(5) } as unknown as LookOptions;
  const debt = memory.debtOf(REPOSITORY);
  const look = async (
    incident: Partial<Incident>,
    {
      isNew = false,
      debt: kept = "issue",
      title = SNAPSHOT.title,
      again = null as number | null,
    } = {},
  ): Promise<readonly string[]> => {
    const policy = { ...POLICY, report: { ...POLICY.report, debt: kept } };
    const record = { incident: anIncident(incident) };
    const given = { snapshot: { ...SNAPSHOT, title }, policy };
    const sight = { given, decision: { record }, report: null } as unknown as Sight;
    await noteDebt(sight, { isNew, again }, options);
    return wanted.splice(0);
  };
  const gone = async (): Promise<readonly string[]> => {
    await noteNoDebt(SNAPSHOT.key, options);
    return wanted.splice(0);
  };
  /** The repository's look put the rows that are known into the issue. */
  const keep = (): void => {
    const rows = [...debt.looked].flatMap(([number, row]) => (row ? [[number, row] as const] : []));
    debt.recorded = new Map<number, DebtRow>(rows);
  };
  return { look, gone, keep, debt };
}

const WANTS = ["acme/hubs in 2 s"];

describe("a look at an incident wants one at the list of owed reports", () => {
  it("when it owes one, and not again while that stands there", async () => {
    const { look, keep } = aProcess();
    expect(await look(OWING)).toEqual(WANTS);
    keep();
    expect(await look(OWING)).toEqual([]);
    expect(await look(OWING, { title: "Another" })).toEqual(WANTS);
  });

  it("later, where the next look at it comes at once", async () => {
    const { look, debt } = aProcess();
    expect(await look(OWING, { again: after(5) })).toEqual(["acme/hubs in 30 s"]);
    expect(await look(OWING, { again: after(6) })).toEqual(WANTS);
    debt.restUntil = after(65);
    expect(await look(OWING)).toEqual(["acme/hubs in 3600 s"]);
  });

  it("as long as that does not stand there", async () => {
    const { look } = aProcess();
    expect(await look(OWING)).toEqual(WANTS);
    expect(await look(OWING)).toEqual(WANTS);
  });

  it("when it owes none any more", async () => {
    const { look, keep } = aProcess();
    await look(OWING);
    keep();
    expect(await look({ phase: "investigating" })).toEqual(WANTS);
    keep();
    expect(await look({ phase: "investigating" })).toEqual([]);
  });

  it("once after a start, where nobody knows what stands there", async () => {
    const { look } = aProcess();
    expect(await look({})).toEqual(WANTS);
    expect(await look({})).toEqual([]);
  });

  it("not for what was declared this moment", async () => {
    const { look } = aProcess();
    expect(await look({}, { isNew: true })).toEqual([]);
    expect(await look({})).toEqual([]);
  });

  it("not while the policy wants no list; and again when it does", async () => {
    const { look, keep, debt } = aProcess();
    expect(await look(OWING, { debt: "off" })).toEqual([]);
    expect(debt.policy).toBeNull();
    expect(await look(OWING)).toEqual(WANTS);
    keep();
    await look(OWING, { debt: "off" });
    expect(await look(OWING)).toEqual(WANTS);
  });

  it("when its issue is gone, if it stood there", async () => {
    const { look, gone, keep } = aProcess();
    expect(await gone()).toEqual([]);
    await look(OWING);
    keep();
    expect(await gone()).toEqual(WANTS);
    keep();
    expect(await gone()).toEqual([]);
  });
});
