import { describe, expect, it } from "@jest/globals";
import type { Incident } from "../../src/incident/incident.ts";
import type { Snapshot, ThreadEvent } from "../../src/incident/snapshot.ts";
import { after } from "../support/incident.ts";
import { aComment, aLabel, person, SELF } from "../support/snapshot.ts";
import { aRecord, lookAt } from "./looked.ts";

const BOT = { login: "stale", kind: "bot" } as const;

describe("a label that a person puts on", () => {
  it.each<readonly [string, string, Partial<Incident>, Partial<Incident>, readonly object[]]>([
    [
      "of a phase",
      "Incident: Mitigated",
      {},
      { phase: "mitigated", phaseSince: after(10) },
      [{ kind: "phase", by: "tri", what: "mitigated" }],
    ],
    [
      "of the first phase, when it was over",
      "incident: investigating",
      { phase: "resolved" },
      { phase: "investigating", respondingSince: after(10) },
      [{ kind: "phase", by: "tri", what: "investigating" }],
    ],
    ["of the phase that holds", "incident: investigating", {}, { phaseSince: after(0) }, []],
    [
      "of a severity",
      "sev-1",
      {},
      { severity: "SEV-1" },
      [{ kind: "severity", by: "tri", what: "SEV-1" }],
    ],
    ["of the severity that holds", "SEV-4", {}, {}, []],
    ["of something else", "bug", {}, {}, []],
    ["that declares what is declared", "incident", {}, { declaredAt: after(0) }, []],
  ])("%s", (_, label, before, now, log) => {
    const found = lookAt([aLabel(label, 10, "tri")], {
      labels: ["incident", label],
      record: aRecord(before),
    });
    expect(found.incident).toMatchObject(now);
    expect(found.log).toMatchObject(log);
    expect(found.log).toHaveLength(log.length);
  });

  it("of a phase is as the command, word for word", () => {
    const mitigated = lookAt([aLabel("incident: mitigated", 10, "bo")]);
    expect(mitigated.log).toEqual([{ kind: "phase", by: "bo", what: "mitigated" }]);
    expect(mitigated.posts).toEqual([]);
    const resolved = lookAt([aLabel("incident: resolved", 10, "bo")]);
    expect(resolved.log).toEqual([{ kind: "phase", by: "bo", what: "resolved" }]);
    expect(resolved.posts).toContain("LE_labeled_10/resolved");
  });

  it("says who they are, though their account is gone", () => {
    const found = lookAt([aLabel("SEV-1", 10, "nobody-here")], { labels: ["incident", "SEV-1"] });
    expect(found.log).toEqual([{ kind: "severity", by: "nobody-here", what: "SEV-1" }]);
  });

  it("tells the team, when it says that it is not over", () => {
    const found = lookAt([aLabel("incident: investigating", 10, "bo")], {
      record: aRecord({ phase: "resolved" }),
    });
    expect(found.effects).toContainEqual({
      kind: "post",
      key: "LE_labeled_10/reopened",
      message: { name: "reopened", data: { by: "bo", why: null, commander: "ana" } },
    });
  });

  it.each([BOT, SELF])("counts only from a person: %j", (actor) => {
    const event = { ...aLabel("SEV-1", 10), actor };
    const found = lookAt([event], { labels: ["incident", "incident: investigating", "SEV-1"] });
    expect(found.incident?.severity).toBe("SEV-4");
    expect(found.log).toEqual([]);
  });

  it("changes nothing while Sitrep stands by", () => {
    const found = lookAt([aLabel("SEV-1", 10)], {
      labels: ["SEV-1"],
      record: aRecord({ active: false }),
    });
    expect(found.incident?.severity).toBe("SEV-4");
  });
});

const withoutLabel = (more: Partial<Snapshot> = {}, actor: ThreadEvent["actor"] = person("bo")) =>
  lookAt([{ ...aLabel("Incident", 10, "bo", "unlabeled"), actor }], { labels: ["bug"], ...more });

describe("the declaring label", () => {
  it("taken off has Sitrep stand by", () => {
    const found = withoutLabel();
    expect(found.incident?.active).toBe(false);
    expect(found.log).toEqual([{ kind: "label-removed", by: "bo" }]);
    expect(found.effects).toEqual([]);
    expect(found.lookAgainAt).toBeNull();
    expect(found.agenda).toEqual([]);
  });

  it("taken off by an automation does so too", () => {
    expect(withoutLabel({}, BOT).log).toEqual([{ kind: "label-removed", by: null }]);
  });

  it("taken off while another one is on changes nothing", () => {
    const found = withoutLabel({ labels: ["bug", "type: hub incident"] });
    expect([found.incident?.active, found.log]).toEqual([true, []]);
  });

  it("that GitHub still lists under its name counts as off", () => {
    expect(withoutLabel({ labels: ["incident"] }).log?.[0]).toEqual({
      kind: "label-removed",
      by: "bo",
    });
  });

  it("taken off by Sitrep, or other labels taken off, change nothing", () => {
    expect(withoutLabel({}, SELF).log).toEqual([]);
    const other = lookAt([aLabel("SEV-4", 10, "bo", "unlabeled")]);
    expect([other.incident?.active, other.log]).toEqual([true, []]);
  });

  it("taken off twice is taken off once", () => {
    const off = [
      aLabel("incident", 9, "bo", "unlabeled"),
      aLabel("incident", 10, "bo", "unlabeled"),
    ];
    expect(lookAt(off, { labels: [] }).log).toEqual([{ kind: "label-removed", by: "bo" }]);
  });

  it("put on again by Sitrep alone does not have it go on", () => {
    const event = { ...aLabel("incident", 10), actor: SELF };
    const found = lookAt([event], { labels: [], record: aRecord({ active: false }) });
    expect([found.incident?.active, found.log]).toEqual([false, []]);
  });

  it("put on by an automation is nobody's declaration", () => {
    const event = { ...aLabel("incident", 0), actor: BOT };
    expect(lookAt([event], { record: null, status: null }).incident?.declaredBy).toBeNull();
  });

  it("put on again has Sitrep go on, and wait anew", () => {
    const escalation = { at: after(3), by: "ana", why: null };
    const found = lookAt([aLabel("incident", 10, "bo")], {
      record: aRecord({ active: false, escalation, severity: "SEV-2" }),
    });
    expect(found.incident).toMatchObject({
      active: true,
      declaredAt: after(0),
      declaredBy: "ana",
      severity: "SEV-2",
      respondingSince: after(10),
      escalation: null,
    });
    expect(found.log).toEqual([{ kind: "label-restored", by: "bo" }]);
  });

  it("put on again on what was resolved leaves it resolved", () => {
    const found = lookAt([aLabel("incident", 10, "bo")], {
      record: aRecord({ active: false, phase: "resolved" }),
    });
    expect(found.incident).toMatchObject({ phase: "resolved", respondingSince: after(0) });
  });
});

const unassigned = (login: string, actor: ThreadEvent["actor"]) =>
  ({ kind: "unassigned", id: "UE_1", at: after(10), actor, login }) as const;

describe("whoever is taken off the assignees", () => {
  it("by a person is not put on again", () => {
    const found = lookAt([unassigned("Ana", person("bo"))], { assignees: [] });
    expect(found.incident?.unassigned).toEqual(["Ana"]);
    expect(found.effects).toEqual([]);
  });

  it("and holds no role is nobody's business", () => {
    expect(lookAt([unassigned("cleo", person("bo"))]).incident?.unassigned).toEqual([]);
  });

  it("by Sitrep may be put on by people", () => {
    const record = aRecord({}, { leaving: ["bo"] });
    const kinds = (events: readonly ThreadEvent[]) =>
      lookAt(events, { record, assignees: ["ana", "bo"] }).effects.map(({ kind }) => kind);
    expect(kinds([])).toEqual(["unassign"]);
    expect(kinds([unassigned("BO", SELF)])).toEqual([]);
    const both = lookAt([unassigned("bo", SELF)], {
      record: aRecord({}, { leaving: ["bo", "cleo"] }),
      assignees: ["ana", "bo", "cleo"],
    });
    expect(both.record?.leaving).toEqual(["cleo"]);
  });

  it("is not put on again whichever role they hold", () => {
    const record = aRecord({ liaison: "bo" });
    const found = lookAt([unassigned("bo", person("ana"))], { record, assignees: ["ana"] });
    expect(found.incident?.unassigned).toEqual(["bo"]);
  });
});

const heard = (event: ThreadEvent, incident: Partial<Incident> = {}) => {
  const found = lookAt([event], { record: aRecord(incident) }).incident;
  return [found?.heardAt, found?.representativeHeardAt];
};

describe("who is heard", () => {
  it("is any person, and the representative of the community besides", () => {
    expect(heard(aComment("cleo", "still down", 10))).toEqual([after(10), null]);
    expect(heard(aComment("Cleo", "still down", 10), { representative: "cleo" })).toEqual([
      after(10),
      after(10),
    ]);
    expect(heard(aComment("bo", "?", 10), { representative: "cleo" })).toEqual([after(10), null]);
  });

  it("is no automation", () => {
    expect(heard(aComment("x", "ping", 10, { actor: BOT }))).toEqual([after(0), null]);
  });
});

describe("what happened before the declaration", () => {
  it.each<readonly [string, ThreadEvent]>([
    ["a label of a severity", aLabel("SEV-1", -0.5)],
    ["a declaring label taken off", aLabel("incident", -0.5, "bo", "unlabeled")],
    [
      "a closing",
      { kind: "closed", id: "SE_0", at: after(-0.5), actor: person("bo"), reason: null },
    ],
    ["somebody taken off", { ...unassigned("ana", person("bo")), at: after(-0.5) }],
    ["a word", aComment("cleo", "It is down.", -0.5)],
  ])("has no effect: %s", (_, event) => {
    const plain = lookAt([aLabel("incident", 0)], { record: null, status: null });
    const found = lookAt([event, aLabel("incident", 0)], { record: null, status: null });
    expect(found.incident).toEqual(plain.incident);
  });
});

const closing = (minutes: number, kind: "closed" | "reopened" = "closed") =>
  ({ kind, id: `SE_${minutes}`, at: after(minutes), actor: SELF, reason: null }) as const;

describe("what Sitrep did to the state of the issue", () => {
  const wanted = { state: "closed-as-completed", since: after(10) } as const;

  it("settles what was wanted before", () => {
    const record = aRecord({ wanted });
    expect(lookAt([closing(10)], { state: "closed", record }).incident?.wanted).toBeNull();
    expect(lookAt([closing(9)], { state: "open", record }).incident?.wanted).toEqual(wanted);
  });

  it("keeps who wanted it, and is known without that", () => {
    const closed = { at: after(9), by: "bo", reason: "not_planned" };
    const found = lookAt([closing(10)], { state: "closed", record: aRecord({ wanted, closed }) });
    expect(found.incident?.closed).toEqual(closed);
    expect(lookAt([closing(10)], { state: "closed" }).incident?.closed).toEqual({
      at: after(10),
      by: null,
      reason: "completed",
    });
    const open = lookAt([closing(10, "reopened")], { record: aRecord({ closed }) });
    expect(open.incident?.closed).toBeNull();
  });
});
