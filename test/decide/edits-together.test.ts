import { describe, expect, it } from "@jest/globals";
import type { BodyVersion, Snapshot } from "../../src/incident/snapshot.ts";
import { after } from "../support/incident.ts";
import { aComment, aVersion, A_STATUS, person, SELF } from "../support/snapshot.ts";
import { lookAt } from "./looked.ts";

const BODY = [
  "The hub is down.",
  "",
  "- **Status:** Investigating",
  "- **Severity:** SEV-4",
  "- **Incident Commander:** @ana",
  "- [ ] Fill in the Incident Report",
  "- [ ] Tell the Community Representative that it is resolved",
  "",
].join("\n");
const FIRST = aVersion(person("ana"), BODY, -1);
const by = (login: string, minutes: number, text: string) => aVersion(person(login), text, minutes);
const own = (minutes: number, text: string) => aVersion(SELF, text, minutes);

const SECTION = "<!-- sitrep:section -->\n### Incident response\n\n<!-- /sitrep:section -->";

/** What a look makes of these versions of the top comment, with a record of it as it was first. */
function looked(versions: readonly BodyVersion[], more: Partial<Snapshot> = {}) {
  const found = lookAt(more.events ?? [], { before: FIRST, versions, ...more });
  const write = found.effects.find((effect) => effect.kind === "write-body");
  return {
    ...found,
    written: write?.kind === "write-body" ? write.body : versions.at(-1)?.text,
    version: found.record?.digest.version,
  };
}

const change = (...pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`no such words: ${from}`);
    return text.replace(from, to);
  }, BODY);

describe("an edit of several things at once", () => {
  it("follows each, a field and a box as well", () => {
    const found = looked([by("bo", 5, change(["SEV-4", "SEV-1"], ["[ ] Fill", "[x] Fill"]))]);
    expect(found.incident).toMatchObject({
      severity: "SEV-1",
      vouched: { report: { at: after(5), by: "bo" } },
    });
    expect(found.log?.map(({ kind }) => kind)).toEqual(["severity", "done"]);
  });

  it("judges each by what became true before it", () => {
    const text = change(["Investigating", "Resolved"], ["[ ] Tell", "[x] Tell"]);
    const found = looked([by("bo", 5, text)]);
    expect(found.incident?.phase).toBe("resolved");
    // Before it was over, nobody could have told that it is.
    expect(found.incident?.vouched.announce).toEqual({ at: after(5), by: "bo" });
    const early = looked([by("bo", 5, change(["[ ] Tell", "[x] Tell"]))]);
    expect(early.incident?.vouched.announce).toBeUndefined();
  });

  it("by an automation has no rights, whatever its name", () => {
    const edit = by("bo", 5, change(["SEV-4", "SEV-1"]));
    const bot = { ...edit, editor: { login: "bo", kind: "bot" } as const };
    const found = looked([bot], { events: [aComment("bo", "/note a", 4)] });
    expect(found.incident?.severity).toBe("SEV-4");
    expect(found.log?.map(({ kind }) => kind)).toEqual(["note", "put-back"]);
  });
});

describe("a version by Sitrep that holds all that people wrote", () => {
  it.each([
    ["where its section stood before", `${BODY}\n${SECTION}\n`],
    ["where it does not", BODY],
  ])("is gone on from %s", (_, text) => {
    const before = { ...FIRST, text };
    const found = looked([own(5, text.replace("SEV-4", "SEV-1"))], { before });
    expect(found.version).toBe("UCE_5");
  });

  it.each(["\r\n", "\r"])("is gone on from with %j as its line ends", (end) => {
    expect(looked([own(5, BODY.replaceAll("\n", end))]).version).toBe("UCE_5");
  });

  it("is passed over where it takes words back, though it brings the section", () => {
    const text = `${BODY.replace(" is down", "")}\n\n${SECTION}`;
    expect(looked([own(5, text)]).version).toBe(FIRST.id);
  });
});

describe("a person's edit of what a stale write by Sitrep shows", () => {
  const longer = change(["down.", "down since nine."]);
  const edit = (shown: string, text: string, more: Partial<Snapshot> = {}) =>
    looked([by("bo", 5, more.before?.text ?? longer), own(6, shown), by("sam", 7, text)], more);
  // Without a record, so that nothing says that the section was there once.
  const lost = { record: null, status: A_STATUS, events: [], labels: ["incident"] } as const;

  it.each([
    ["below", (text: string) => `${text}\n\n${SECTION}`],
    ["above", (text: string) => `${SECTION}\n\n${text}`],
  ])("keeps the section that it brought %s the words, once, where it stood", (_, within) => {
    const shown = within(BODY);
    const found = edit(shown, `${shown}\nMore.`, lost);
    const plain = (found.written ?? "").replace(/(<!-- sitrep:section)[^>]*-->/, "$1 -->");
    expect(plain.split("<!-- sitrep:section -->")).toHaveLength(2);
    expect(plain).toContain("down since nine.");
    expect(plain.endsWith("\nMore.")).toBe(true);
    expect(plain.indexOf("<!-- sitrep") < plain.indexOf("The hub")).toBe(_ === "above");
  });

  it("does not bring back a section that somebody took out", () => {
    const whole = `${BODY}\n\n${SECTION}`;
    const versions = [by("bo", 5, longer), own(6, whole), by("sam", 7, `${whole}\nMore.`)];
    const found = looked(versions, { before: { ...FIRST, text: whole } });
    expect(found.written).toContain("down since nine.");
    expect(found.written).toContain("\nMore.");
    expect(found.written).not.toContain("sitrep:section");
  });

  it("is compared with what stood on their screen, not with what others wrote", () => {
    const sev1 = longer.replace("SEV-4", "SEV-1");
    const versions = [by("bo", 5, sev1), own(6, BODY), by("sam", 8, `${BODY}And.\n`)];
    const events = [aComment("ana", "/sev 2", 7)];
    const found = looked(versions, { events });
    expect(found.incident?.severity).toBe("SEV-2");
    expect(found.log?.map(({ kind, by: who }) => [kind, who])).toEqual([
      ["severity", "bo"],
      ["severity", "ana"],
    ]);
  });
});
