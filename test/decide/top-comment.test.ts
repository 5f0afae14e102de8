import { describe, expect, it } from "@jest/globals";
import { body, desiredBody, statusText, toFieldValues } from "../../src/decide/rules/body.ts";
import { readFields } from "../../src/incident/fields/index.ts";
import type { Incident } from "../../src/incident/incident.ts";
import { after, anIncident } from "../support/incident.ts";
import { aStanding } from "./looked.ts";

const completed = { at: after(4), by: "bo", reason: "completed" };
const notPlanned = { at: after(4), by: "bo", reason: "not_planned" };

const BODY = [
  "- **Status:** ?",
  "- **Severity:** ?",
  "- **Incident Commander:** @x",
  "- **Subject Matter Experts:** @x",
  "- **Community Representative:** @x",
  "- **Support ticket:** https://x.test/",
  "- **Impact started:** TBD",
  "- [ ] Name the Incident Commander",
  "- [ ] Name the External Liaison",
  "",
].join("\n");

const boxes = (incident: Partial<Incident>, ticked: readonly ("commander" | "liaison")[] = []) =>
  desiredBody(
    aStanding(
      { ...incident, sectionInserted: true },
      { body: BODY },
      { stood: { section: false, ticked } },
    ),
  ).match(/\[.\]/g);

describe("the top comment", () => {
  it("says what the incident says", () => {
    const incident = {
      severity: "SEV-2",
      experts: [{ login: "bo", area: "net" }],
      representative: "rep",
      tickets: ["https://a.test/1"],
      impactStarted: after(-30),
    };
    const written = desiredBody(aStanding({ ...incident, sectionInserted: true }, { body: BODY }));
    expect(written.split("\n")).toEqual([
      "- **Status:** Investigating",
      "- **Severity:** SEV-2",
      "- **Incident Commander:** @ana",
      "- **Subject Matter Experts:** @bo (net)",
      "- **Community Representative:** @rep",
      "- **Support ticket:** https://a.test/1",
      "- **Impact started:** 2026-05-04 08:30 UTC",
      "- [x] Name the Incident Commander",
      "- [x] Name the External Liaison",
      "",
    ]);
  });

  it("keeps people's words where they were not followed", () => {
    const fields = [
      "status",
      "severity",
      "commander",
      "experts",
      "representative",
      "ticket",
      "impactStarted",
    ] as const;
    for (const field of fields) {
      const claims = [{ field, text: "?", by: "bo", why: "not-readable" }] as const;
      const standing = aStanding({ claims, sectionInserted: true }, { body: BODY });
      const [before, now] = [readFields(BODY), readFields(desiredBody(standing))];
      const kept = fields.filter((one) => (before.raw[one] ?? "") === (now.raw[one] ?? ""));
      expect([field, kept]).toEqual([field, field === "impactStarted" ? [field] : kept]);
      expect(kept).toContain(field);
      expect(kept.length).toBeLessThan(3);
    }
  });

  it("has a box ticked once: not where it was ticked before, or stood ticked", () => {
    expect(boxes({})).toEqual(["[x]", "[x]"]);
    expect(boxes({ ticked: ["commander"] })).toEqual(["[ ]", "[x]"]);
    expect(boxes({}, ["liaison"])).toEqual(["[x]", "[ ]"]);
  });

  it("gets Sitrep's section once, with what is evident ticked, and the status comment's id", () => {
    const written = desiredBody(aStanding());
    expect(written).toContain("<!-- sitrep:section status=IC_status -->");
    expect(written).toContain("- [x] Name the Incident Commander");
    expect(desiredBody(aStanding({}, { status: null, record: null }))).toContain(
      "<!-- sitrep:section -->",
    );
    expect(desiredBody(aStanding({ sectionInserted: true }))).toBe("The hub is down.\n");
    const gone = aStanding({}, {}, { stood: { section: true, ticked: [] } });
    expect(desiredBody(gone)).toBe("The hub is down.\n");
  });

  it("gets the status comment's id where the section stands without it", () => {
    const early = desiredBody(aStanding({}, { status: null, record: null }));
    const later = aStanding({ sectionInserted: true }, { body: early });
    expect(desiredBody(later)).toBe(
      early.replace("sitrep:section -->", "sitrep:section status=IC_status -->"),
    );
  });

  it("is written where it is not as it has to be, and only there", () => {
    const standing = aStanding();
    const wanted = desiredBody(standing);
    expect(body.effects(standing)).toEqual([{ kind: "write-body", body: wanted }]);
    expect(body.effects(aStanding({ sectionInserted: true }))).toEqual([]);
  });

  it.each<readonly [Partial<Incident>, string]>([
    [{}, "Investigating"],
    [{ phase: "mitigated" }, "Mitigated"],
    [{ phase: "resolved" }, "Resolved"],
    [{ phase: "resolved", closed: completed }, "Closed"],
    [{ closed: notPlanned }, "Cancelled"],
    [{ closed: { ...completed, reason: "duplicate" } }, "Closed"],
  ])("says of %j that it is %s", (incident, words) => {
    expect(statusText(anIncident(incident))).toBe(words);
  });

  it("says since when to the second", () => {
    expect(toFieldValues(anIncident()).impactStarted).toBeNull();
    expect(toFieldValues(anIncident({ impactStarted: after(0) + 1500 })).impactStarted).toBe(
      "2026-05-04T09:00:01Z",
    );
  });
});
