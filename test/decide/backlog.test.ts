import { describe, expect, it } from "@jest/globals";
import { backlogFields } from "../../src/decide/index.ts";
import type { BacklogItem } from "../../src/incident/backlog-item.ts";
import type { Incident } from "../../src/incident/incident.ts";
import type { ProjectPolicy } from "../../src/incident/project.ts";
import type { Snapshot } from "../../src/incident/snapshot.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { aComment } from "../support/snapshot.ts";
import { aRecord, lookAt } from "./looked.ts";

const project: ProjectPolicy = {
  owner: "acme",
  ownedBy: null,
  number: 3,
  server: null,
  onAdd: { Kind: "Incident", Status: "Todo" },
  onEscalate: { status: "Needs help", Points: 5 },
  phases: {
    investigating: { Status: "In progress" },
    resolved: { Status: "Done" },
    closed: { Archive: "yes" },
  },
};
const policy = { ...POLICY, project };

/** By field, the value and what it is set for. */
const wanted = (incident: Partial<Incident>) =>
  Object.fromEntries(
    backlogFields(anIncident({ backlogSince: after(10), ...incident }), project).map(
      ({ field, value, moment, at }) => {
        expect(moment.endsWith(`/${at}`)).toBe(true);
        return [field, `${value} ${moment.split("/")[0]} ${(at - after(0)) / 60_000}`];
      },
    ),
  );

const escalation = { at: after(30), by: null, why: null };
const closed = { at: after(60), by: "ana", reason: "completed" };

describe("what has to stand in a project", () => {
  it.each<readonly [string, Partial<Incident>, Readonly<Record<string, string>>]>([
    [
      "the phase goes before what is set at adding, though it began earlier",
      {},
      { Kind: "Incident added 10", Status: "In progress investigating 0" },
    ],
    [
      "a call for help goes before the phase, in any case of the field's name",
      { escalation },
      { Kind: "Incident added 10", status: "Needs help escalated 30", Points: "5 escalated 30" },
    ],
    [
      "a later phase goes before that",
      { escalation, phase: "resolved", phaseSince: after(50) },
      { Kind: "Incident added 10", Status: "Done resolved 50", Points: "5 escalated 30" },
    ],
    [
      "a phase of which the policy says nothing leaves what was",
      { escalation, phase: "mitigated", phaseSince: after(50) },
      { Kind: "Incident added 10", status: "Needs help escalated 30", Points: "5 escalated 30" },
    ],
    [
      "a call for help after it was mitigated goes before the phase",
      {
        escalation: { ...escalation, at: after(55) },
        phase: "investigating",
        phaseSince: after(50),
      },
      { Kind: "Incident added 10", status: "Needs help escalated 55", Points: "5 escalated 55" },
    ],
    [
      "closing adds its own",
      { phase: "resolved", phaseSince: after(50), closed },
      { Kind: "Incident added 10", Status: "Done resolved 50", Archive: "yes closed 60" },
    ],
  ])("%s", (_, incident, fields) => {
    expect(wanted(incident)).toEqual(fields);
  });
});

const item = (more: Partial<BacklogItem> = {}): BacklogItem => ({
  project: "acme/3",
  since: after(5),
  id: 7,
  gone: false,
  set: { Status: "investigating/0" },
  ...more,
});

/** What the record holds of the backlog after these comments. */
function after25(
  text: string | null,
  {
    incident = {},
    backlog,
    snapshot = {},
    named = project,
  }: {
    readonly incident?: Partial<Incident>;
    readonly backlog?: BacklogItem;
    readonly snapshot?: Partial<Snapshot>;
    readonly named?: ProjectPolicy | null;
  } = {},
) {
  const record = aRecord(incident, backlog === undefined ? {} : { backlog });
  const events = text === null ? [] : [aComment("bo", text, 20)];
  const looked = lookAt(events, { record, ...snapshot }, { policy: { ...policy, project: named } });
  return { backlog: looked.record?.backlog, mustRecord: looked.mustRecord };
}

const wantedAt = (minutes: number) => ({
  incident: { backlogSince: after(minutes), declaredAt: after(minutes) },
});

const fresh = { project: "acme/3", since: after(20), id: null, gone: false, set: {} };

describe("the record of an item", () => {
  it("is made when it escalates, and when somebody asks for it", () => {
    expect(after25("/escalate").backlog).toEqual(fresh);
    expect(after25("/backlog")).toEqual({ backlog: fresh, mustRecord: true });
    expect(after25("/note a").backlog).toBeUndefined();
  });

  it("stays as it is while nothing asks for more", () => {
    const before = item();
    expect(after25(null, { backlog: before, incident: { backlogSince: after(5) } })).toEqual({
      backlog: before,
      mustRecord: false,
    });
  });

  it("begins anew when it is asked for anew, and keeps what was set", () => {
    const incident = { backlogSince: after(5) };
    const gone = item({ id: null, gone: true });
    expect(after25("/backlog", { incident, backlog: gone }).backlog).toEqual({
      ...fresh,
      set: gone.set,
    });
  });

  it("begins anew in another project", () => {
    const incident = { backlogSince: after(5) };
    const before = item({ project: "acme/2", since: after(5) });
    expect(after25(null, { incident, backlog: before }).backlog).toEqual({
      ...fresh,
      since: after(5),
    });
  });

  it("is kept though the policy names no project any more", () => {
    const before = item();
    const incident = { backlogSince: after(5) };
    expect(after25(null, { incident, backlog: before, named: null }).backlog).toEqual(before);
  });

  it("is made for a call for help of which the policy knew no project then, for a week", () => {
    const week = 7 * 24 * 60;
    expect(after25(null, wantedAt(25 - week)).backlog).toMatchObject({ since: after(25 - week) });
    expect(after25(null, wantedAt(24 - week)).backlog).toBeUndefined();
  });

  it("is not made for what is over, or is no incident", () => {
    const incident = { backlogSince: after(5), closed: { ...closed, at: after(6) } };
    expect(after25(null, { incident, snapshot: { state: "closed" } }).backlog).toBeUndefined();
    const inactive = { backlogSince: after(5), active: false };
    expect(after25(null, { incident: inactive, snapshot: { labels: [] } }).backlog).toBeUndefined();
  });
});
