import { describe, expect, it } from "@jest/globals";
import type { BodyVersion, Snapshot } from "../../src/incident/snapshot.ts";
import { after } from "../support/incident.ts";
import { aVersion, A_STATUS, person, SELF } from "../support/snapshot.ts";
import { aRecord, lookAt } from "./looked.ts";

const BODY = [
  "The hub is down.",
  "",
  "- **Incident Commander:** @ana",
  "- **Severity:** SEV-4",
  "",
].join("\n");
const FIRST = aVersion(person("ana"), BODY, -1);
const by = (login: string, minutes: number, text: string) => aVersion(person(login), text, minutes);
const own = (minutes: number, text: string | null): BodyVersion => ({
  ...aVersion(SELF, "", minutes),
  text,
});

/** What a look makes of these versions of the top comment, with a record of it as it was first. */
function looked(versions: readonly BodyVersion[], more: Partial<Snapshot> = {}) {
  const found = lookAt([], { before: FIRST, versions, ...more });
  const write = found.effects.find((effect) => effect.kind === "write-body");
  return {
    ...found,
    written:
      write?.kind === "write-body" ? write.body : (more.body ?? versions.at(-1)?.text ?? BODY),
    digest: found.record?.digest,
  };
}

const longer = BODY.replace("down.", "down since nine.");
const sev1 = (text: string) => text.replace("SEV-4", "SEV-1");

describe("a version by Sitrep", () => {
  it("that changed its own places alone is gone on from", () => {
    const found = looked([own(5, sev1(BODY))]);
    expect(found.digest?.version).toBe("UCE_5");
    expect(found.written).toBe(BODY);
    expect(found.incident?.severity).toBe("SEV-4");
  });

  it("may bring its section, or other line ends", () => {
    const section =
      "\n\n<!-- sitrep:section -->\n### Incident response\n\n<!-- /sitrep:section -->";
    expect(looked([own(5, `${BODY}${section}`)]).digest?.version).toBe("UCE_5");
    expect(looked([own(5, BODY.replaceAll("\n", "\r\n"))]).digest?.version).toBe("UCE_5");
    expect(looked([own(5, `${BODY}\n\n`)]).digest?.version).toBe("UCE_5");
  });

  it("that takes a person's words back is passed over, and they are written again", () => {
    const found = looked([by("bo", 5, longer), own(6, BODY)]);
    expect(found.written).toBe(longer);
    expect(found.digest).toMatchObject({ version: "UCE_5", followed: null });
  });

  it("that somebody deleted from the history tells nothing", () => {
    const found = looked([by("bo", 5, longer), own(6, null)], { body: longer });
    expect([found.written, found.digest?.version]).toEqual([longer, "UCE_5"]);
  });
});

describe("a person's edit of what a stale write by Sitrep shows", () => {
  const stale = own(6, BODY);
  const edit = (text: string) => looked([by("bo", 5, longer), stale, by("sam", 7, text)]);

  it("is put beside the words that were passed over", () => {
    const found = edit(BODY.replace("\n\n-", "\n\nWe look.\n\n-"));
    expect(found.written).toBe(longer.replace("\n\n-", "\n\nWe look.\n\n-"));
    // What both wrote stands nowhere yet.
    expect(found.digest).toMatchObject({ version: "UCE_5", followed: "UCE_7" });
  });

  it("is compared with what they saw", () => {
    const found = edit(sev1(BODY));
    expect(found.incident?.severity).toBe("SEV-1");
    expect(found.log?.map(({ kind }) => kind)).toEqual(["severity"]);
    expect(found.written).toBe(sev1(longer));
    const before = looked([by("bo", 5, sev1(longer)), stale, by("sam", 7, `${BODY}And.\n`)]);
    // Nobody but bo changed the severity.
    expect(before.log).toMatchObject([{ kind: "severity", by: "bo" }]);
    expect(before.incident?.severity).toBe("SEV-1");
  });

  it("that says all of it again is theirs", () => {
    const found = edit(longer);
    expect(found.written).toBe(longer);
    expect(found.digest).toMatchObject({ version: "UCE_7", followed: null });
  });

  it("has its fields followed once", () => {
    const digest = { through: after(0), recent: [], version: "UCE_5", followed: "UCE_7" };
    const versions = [by("bo", 5, longer), stale, by("sam", 7, sev1(BODY))];
    const again = looked(versions, { record: aRecord({}, { digest }) });
    expect(again.log).toEqual([]);
    const later = looked([...versions, by("sam", 8, sev1(BODY).replace("@ana", "@bo"))], {
      record: aRecord({}, { digest }),
    });
    expect(later.log?.map(({ kind }) => kind)).toEqual(["role"]);
  });

  it("keeps the section that the stale write brought", () => {
    const section =
      "\n\n<!-- sitrep:section -->\n### Incident response\n\n<!-- /sitrep:section -->";
    const shown = `${BODY}${section}`;
    const found = looked([by("bo", 5, longer), own(6, shown), by("sam", 7, `${shown}\nMore.`)], {
      record: null,
      status: A_STATUS,
      events: [],
    });
    expect(found.written).toContain("down since nine.");
    expect(found.written.match(/sitrep:section/g)).toHaveLength(2);
    expect(found.written).toContain("\nMore.");
  });
});

describe("an edit by an automation", () => {
  it("has no rights", () => {
    const bot = { ...by("x", 5, sev1(BODY)), editor: { login: "x", kind: "bot" } as const };
    const found = looked([bot]);
    expect(found.incident?.severity).toBe("SEV-4");
    expect(found.log).toEqual([{ kind: "put-back", by: "x", what: "severity" }]);
    expect(found.written).toBe(BODY);
  });
});
