import { describe, expect, it } from "@jest/globals";
import type { Snapshot } from "../../src/incident/snapshot.ts";
import { after } from "../support/incident.ts";
import { A_STATUS, aComment, aLabel, aVersion, person, SELF } from "../support/snapshot.ts";
import { lookAt } from "./looked.ts";

const BODY = [
  "- **Status:** Investigating",
  "- **Severity:** SEV-4",
  "- **Incident Commander:** @ana",
  "- **External Liaison:** @ana",
  "- **Subject Matter Experts:** @bo (storage)",
  "- **Community Representative:** @rep",
  "- **Support ticket:** https://a.test/1",
  "- **Impact started:** 2026-05-04 08:00 UTC",
  "",
].join("\n");

/** What is known of an incident without its record, when Sitrep had written another line into the top comment. */
function rebuilt(from: string, to: string, more: Partial<Snapshot> = {}) {
  if (!BODY.includes(from)) throw new Error(`no such line: ${from}`);
  const found = lookAt([aLabel("incident", 0)], {
    record: null,
    status: A_STATUS,
    before: aVersion(person("ana"), BODY, -1),
    versions: [aVersion(SELF, BODY.replace(from, to), 10)],
    ...more,
  });
  return found.incident;
}

describe("what Sitrep had written, and nothing in the thread explains, stands without a record", () => {
  it.each([
    ["Commander:** @ana", "Commander:** @sam", { commander: "sam", liaison: "ana" }],
    ["Liaison:** @ana", "Liaison:** @bo", { commander: "ana", liaison: "bo" }],
    ["Liaison:** @ana", "Liaison:**", { liaison: null }],
    ["Liaison:** @ana", "Liaison:** @ANA", { liaison: "ana" }],
    ["SEV-4", "SEV-1", { severity: "SEV-1" }],
    ["SEV-4", "sev 4", { severity: "SEV-4" }],
    ["SEV-4", "terrible", { severity: "SEV-4" }],
    [" SEV-4", "", { severity: "SEV-4" }],
    ["Investigating", "Mitigated", { phase: "mitigated", phaseSince: after(10) }],
    [" Investigating", "", { phase: "investigating", phaseSince: after(0) }],
    ["Investigating", "Closed", { phase: "investigating", phaseSince: after(0) }],
    ["@rep", "@cleo", { representative: "cleo" }],
    [" @rep", "", { representative: null }],
    [
      "https://a.test/1",
      "https://a.test/1, https://a.test/2",
      { tickets: ["https://a.test/1", "https://a.test/2"] },
    ],
    ["08:00", "08:30", { impactStarted: after(-60) }],
    [
      "@bo (storage)",
      "@bo (storage), @sam (net)",
      {
        experts: [
          { login: "bo", area: "storage" },
          { login: "sam", area: "net" },
        ],
      },
    ],
    [
      "@bo (storage)",
      "@BO (storage), @sam",
      {
        experts: [
          { login: "bo", area: "storage" },
          { login: "sam", area: null },
        ],
      },
    ],
    [
      "@bo (storage)",
      "@sam, @ana",
      {
        experts: [
          { login: "sam", area: null },
          { login: "ana", area: null },
        ],
      },
    ],
    ["@bo (storage)", "@BO (storage)", { experts: [{ login: "bo", area: "storage" }] }],
    [" @bo (storage)", "", { experts: [] }],
  ])("%j as %j", (from, to, now) => {
    expect(rebuilt(from, to)).toMatchObject(now);
  });

  it.each([
    [
      "a new commander is asked to confirm",
      "/commander @sam",
      "Commander:** @ana",
      "Commander:** @sam",
      { commander: "sam", dutySince: { commander: after(9), liaison: after(0) } },
      [{ role: "liaison" }, { role: "commander", who: "sam", by: "bo" }],
    ],
    [
      "a phase began with the command",
      "/mitigated",
      "Investigating",
      "Mitigated",
      { phase: "mitigated", phaseSince: after(9) },
      [{ role: "commander" }, { role: "liaison" }],
    ],
  ])("what a command explains is as the command made it: %s", (_, text, from, to, now, asks) => {
    const done = aComment("bo", text, 9, { receipts: ["done"] });
    const incident = rebuilt(from, to, { events: [aLabel("incident", 0), done] });
    expect(incident).toMatchObject(now);
    expect(incident?.asks).toMatchObject(asks);
  });

  it("nothing is an incident by that alone", () => {
    const incident = rebuilt("SEV-4", "SEV-1", { events: [] });
    expect(incident?.severity).toBe("SEV-1");
    expect(incident?.declaredAt).toBe(after(-1));
  });

  it("tells nobody anew", () => {
    const incident = rebuilt("Commander:** @ana", "Commander:** @sam");
    expect(incident?.timeline.filter(({ at }) => at > after(0))).toEqual([]);
  });

  it("while Sitrep stands by, it does not", () => {
    const events = [aLabel("incident", 0), aLabel("incident", 5, "ana", "unlabeled")];
    expect(rebuilt("SEV-4", "SEV-1", { events, labels: [] })?.severity).toBe("SEV-4");
  });
});
