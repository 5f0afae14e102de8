import { describe, expect, it } from "@jest/globals";
import { withOutcomes, withText } from "../../src/decide/walk.ts";
import type { Outcome } from "../../src/effects/index.ts";
import type { MachineRecord } from "../../src/incident/record.ts";
import { after, anIncident } from "../support/incident.ts";
import { aComment, aVersion, A_STATUS, person, SELF } from "../support/snapshot.ts";
import { aRecord, aStanding, lookAt } from "./looked.ts";

const note = (text: string): Outcome => ({ kind: "log", entry: { kind: "note", by: "bo", text } });
const ROLE: Outcome = { kind: "log", entry: { kind: "role", by: "bo", who: "sam" } };
const HELP: Outcome = {
  kind: "post",
  key: "help",
  message: { name: "help", data: { to: "bo", topic: null, commands: [] } },
};
const CAUSE = { key: "IC_1", at: after(10), done: false };

/** The walk after these outcomes, on an incident that was just declared. */
const walked = (outcomes: readonly Outcome[], cause: Parameters<typeof withOutcomes>[2] = CAUSE) =>
  withOutcomes({ ...aStanding().walk, incident: anIncident() }, outcomes, cause);

const named = (who: string | null): Outcome => ({ kind: "designate", role: "commander", who });
const text = (words: string) => ({ id: "UCE_1", text: words });

describe("what was caused", () => {
  it("is told with the link of its cause, and without one where there is none", () => {
    const url = "https://a.test/1";
    const [, linked] = walked([note("a")], { ...CAUSE, url }).incident?.timeline ?? [];
    expect(linked).toStrictEqual({ at: after(10), kind: "note", by: "bo", text: "a", url });
    const [, plain] = walked([note("a")]).incident?.timeline ?? [];
    expect(plain).toStrictEqual({ at: after(10), kind: "note", by: "bo", text: "a" });
  });

  it("keeps the link that it has", () => {
    const own: Outcome = { kind: "log", entry: { kind: "note", by: "bo", url: "https://b.test/" } };
    const found = walked([own], { ...CAUSE, url: "https://a.test/" }).incident?.timeline.at(-1);
    expect(found?.url).toBe("https://b.test/");
  });

  it("has a key for each entry, also where several are of one kind", () => {
    const { told } = walked([note("a"), ROLE, note("b"), ROLE, note("c")]);
    expect(told.map(({ key }) => key)).toEqual([
      "IC_1/note",
      "IC_1/role",
      "IC_1/note/1",
      "IC_1/role/1",
      "IC_1/note/2",
    ]);
  });

  it("has a key that does not depend on what others caused", () => {
    const first = walked([note("a"), note("b")]);
    const next = withOutcomes(first, [note("c")], { ...CAUSE, key: "IC_10" });
    expect(next.told.at(-1)?.key).toBe("IC_10/note");
    const back = withOutcomes(next, [note("d")], CAUSE);
    expect(back.told.at(-1)?.key).toBe("IC_1/note/2");
  });

  it("is posted under its key, unless it was before", () => {
    expect(walked([HELP]).posts.map(({ key }) => key)).toEqual(["IC_1/help"]);
    expect(walked([HELP, note("a")], { ...CAUSE, done: true })).toMatchObject({
      posts: [],
      told: [{ key: "IC_1/note" }],
    });
  });

  it("changes nothing where there is no incident, but that a comment is owed", () => {
    const { walk } = aStanding();
    expect(withOutcomes(walk, [note("a"), ROLE], CAUSE)).toBe(walk);
    expect(withOutcomes(walk, [HELP], CAUSE)).toMatchObject({ incident: null, posts: [{}] });
  });

  it("makes holders of those who are named, and of nobody else", () => {
    expect(walked([named("sam"), named(null), named("bo"), ROLE]).held).toEqual(["sam", "bo"]);
  });
});

describe("whoever held a role for less than a look", () => {
  it("is taken off the assignees, as those who held it before", () => {
    const events = [aComment("bo", "/commander @sam", 9), aComment("bo", "/commander @bo", 10)];
    const found = lookAt(events, { assignees: ["ana", "sam"] });
    expect(found.record?.leaving).toEqual(["sam"]);
    expect(found.effects).toContainEqual({ kind: "unassign", logins: ["sam"] });
  });
});

describe("what stood in the top comment once", () => {
  const SECTION = "\n\n<!-- sitrep:section -->\n### Incident response\n\n<!-- /sitrep:section -->";
  const { walk, given } = aStanding();

  it("is remembered though a person took it out since", () => {
    const shown = withText(walk, text(`The hub.${SECTION}`), given);
    expect(shown.stood.section).toBe(true);
    expect(withText(shown, text("The hub."), given).stood.section).toBe(true);
    expect(withText(walk, text("The hub."), given).stood.section).toBe(false);
  });

  it("is every box that was ticked, each once", () => {
    const one = "- [x] Fill in the Incident Report\n";
    const other = "- [x] Name the Incident Commander\n";
    const both = withText(withText(walk, text(one), given), text(one + other), given);
    expect(both.stood.ticked).toEqual(["report", "commander"]);
    expect(withText(both, text("- [ ] Name the Incident Commander\n"), given).stood.ticked).toEqual(
      ["report", "commander"],
    );
  });

  it("is not put there again within one look", () => {
    const body = "The hub is down.\n- [ ] Name the Incident Commander\n";
    const record: MachineRecord = aRecord({ sectionInserted: false });
    const found = lookAt([], {
      record,
      body,
      status: A_STATUS,
      before: aVersion(person("ana"), body, -1),
      versions: [
        aVersion(SELF, `${body.replace("[ ]", "[x]")}${SECTION}`, 1),
        aVersion(person("bo"), body, 2),
      ],
    });
    expect(found.effects.filter(({ kind }) => kind === "write-body")).toEqual([]);
    expect(found.incident).toMatchObject({ sectionInserted: true, ticked: ["commander"] });
  });
});
