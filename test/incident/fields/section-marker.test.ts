import { describe, expect, test } from "@jest/globals";
import { readFields, withoutSection, writeFields } from "../../../src/incident/fields/index.ts";
import {
  hasSectionMark,
  statusPointer,
  toNodeId,
} from "../../../src/incident/fields/section-marker.ts";

const START = "<!-- sitrep:section -->";
const END = "<!-- /sitrep:section -->";

describe("a line that looks like the start of the section", () => {
  test.each([START, `The hub.\n${START}\n`, "<!-- sitrep:section status=IC_1 -->"])(
    "is in %j",
    (body) => {
      expect(hasSectionMark(body)).toBe(true);
    },
  );

  test.each(["", "The hub.", ` ${START}`, `x ${START}`, "<!-- sitrep:sections -->", END])(
    "is not in %j",
    (body) => {
      expect(hasSectionMark(body)).toBe(false);
    },
  );
});

const LONGEST = "x".repeat(200);

describe("the status comment's id in a marker", () => {
  test.each([
    ["<!-- sitrep:section status=IC_1 -->", "IC_1"],
    ["The hub.\n<!-- sitrep:section status=IC_kw+/=- -->\nMore.", "IC_kw+/=-"],
    [`<!-- sitrep:section status=${LONGEST} -->`, LONGEST],
    [`<!-- sitrep:section status=${LONGEST}x -->`, null],
    ["<!-- sitrep:section status=a.b -->", null],
    ["<!-- sitrep:section status= -->", null],
    [START, null],
    ["x <!-- sitrep:section status=IC_1 -->", null],
    ["", null],
  ])("in %j is %j", (body, id) => {
    expect(statusPointer(body)).toBe(id);
  });

  test.each([
    ["IC_kw+/=-", "IC_kw+/=-"],
    [LONGEST, LONGEST],
    [`${LONGEST}x`, null],
    ["x y", null],
    ["", null],
    [null, null],
  ])("may be %j: %j", (text, id) => {
    expect(toNodeId(text)).toBe(id);
  });
});

const read = (body: string) => {
  const { hasSection, statusCommentId } = readFields(body);
  return hasSection ? statusCommentId : undefined;
};

describe("the section's marker", () => {
  test("stands as a block of its own, outside of lists", () => {
    expect(read(START)).toBeNull();
    expect(read(`The hub.\n\n${START}\n`)).toBeNull();
    for (const body of [`- ${START}`, `${START} x`, `<div>${START}`, `x ${START}`, `  ${START}x`]) {
      expect([body, read(body)]).toEqual([body, undefined]);
    }
  });

  test("counts where it stands first", () => {
    const body = "<!-- sitrep:section status=A -->\n\n<!-- sitrep:section status=B -->\n";
    expect(read(body)).toBe("A");
    expect(writeFields(body, { statusCommentId: "C" })).toBe(body.replace("=A", "=C"));
    expect(writeFields(body, { statusCommentId: "A" })).toBe(body);
  });

  test("ends the section where its end stands, whatever stands between", () => {
    const body = `The hub.\n\n${START}\n\n<!-- a note -->\n\n${END}\n\nMore.`;
    expect(withoutSection(body)).toBe("The hub.\n\nMore.");
    const open = `The hub.\n\n${START}\n\n<!-- a note -->\n\nMore.`;
    expect(withoutSection(open)).toBe(open);
    const before = `${END}\n\nThe hub.\n\n${START}\n`;
    expect(withoutSection(before)).toBe(before);
  });
});
