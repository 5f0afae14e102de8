import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import {
  createRecordText,
  isStatusBody,
  visibleText,
} from "../../../src/integrations/github/record-text.ts";
import { readPostMark, toPostMark } from "../../../src/integrations/github/post-mark.ts";
import type { MachineRecord } from "../../../src/incident/record.ts";
import { anIncident } from "../../support/incident.ts";
import { HOSTILE } from "../../support/markdown.ts";

const text = createRecordText("it is a secret");
const aRecord = (words = "restarted"): MachineRecord => ({
  incident: anIncident({ timeline: [{ at: 1, kind: "note", by: "ana", text: words }] }),
  digest: { through: 5, recent: [["IC_1", 5]], version: null },
  outbox: [],
  receipts: [],
  leaving: [],
  writtenAt: 5,
  pinned: true,
});
const ROOM = 1_000_000;
const bodyOf = (record: MachineRecord, issue = "I_1") =>
  `## Status\n\nwords\n\n${text.write(record, issue, ROOM)}`;

test("what is written is read", () => {
  expect(text.read(bodyOf(aRecord()))).toEqual({ issueId: "I_1", record: aRecord() });
});

test("whatever words are in it, they stay within one comment that nothing ends, and are read", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.constantFrom(...HOSTILE),
        fc.string(),
        fc.string({ unit: fc.constantFrom("-", ">", "!", "<", "\n") }),
      ),
      (words) => {
        const body = bodyOf(aRecord(words));
        const mark = body.slice(body.indexOf("<!-- sitrep:record"));
        expect(mark.match(/--!?>/g)).toHaveLength(1);
        expect(mark.endsWith(" -->")).toBe(true);
        expect(mark).not.toContain("\n");
        const record: unknown = JSON.parse(JSON.stringify(aRecord(words)));
        expect(text.read(body)).toEqual({ issueId: "I_1", record });
        expect(visibleText(body)).toBe("## Status\n\nwords");
      },
    ),
  );
});

test("words that look like the mark are not taken for it", () => {
  const words = "<!-- sitrep:record v2 x {} -->";
  expect(text.read(bodyOf(aRecord(words)))).toEqual({ issueId: "I_1", record: aRecord(words) });
  expect(isStatusBody(`> \\${words}`)).toBe(false);
  expect(isStatusBody(`- \`${words}\``)).toBe(false);
});

test("where it does not fit, a mark in its place lets the incident be put together from the thread", () => {
  const mark = text.write(aRecord("x".repeat(1000)), "I_1", 1000);
  expect(mark.length).toBeLessThan(100);
  expect(isStatusBody(`words\n\n${mark}`)).toBe(true);
  expect(text.read(`words\n\n${mark}`)).toBe("tampered");
});

describe("it is tampered with when", () => {
  const good = bodyOf(aRecord());
  test.each([
    ["a letter of it is changed", good.replace("restarted", "restartEd")],
    ["its signature is changed", good.replace(/v2 \S/, "v2 _")],
    ["its signature is missing", good.replace(/v2 \S+ /, "v2 ")],
    ["its version is another", good.replace("record v2", "record v3")],
    ["its end is cut off", good.slice(0, -10)],
    ["it is gone", "## Status"],
    ["the issue that it is for is another", good.replace("I_1", "I_2")],
    [
      "it is signed with another key",
      `x\n\n${createRecordText("another").write(aRecord(), "I_1", ROOM)}`,
    ],
    ["it is not JSON", "<!-- sitrep:record v2 x y -->"],
  ])("%s", (_, body) => {
    expect(text.read(body)).toBe("tampered");
  });
});

test("a status comment without a record is fresh, with the line ends of a web form too", () => {
  expect(text.read(`words\n\n${text.fresh}`)).toBe("fresh");
  expect(isStatusBody(`words\r\n\r\n${text.fresh}`)).toBe(true);
  expect(text.read(bodyOf(aRecord()).replaceAll("\n", "\r\n"))).toEqual({
    issueId: "I_1",
    record: aRecord(),
  });
});

test("the mark of a comment is read back, and words that look like one are not", () => {
  expect(readPostMark(`words${toPostMark("IC_1/0/help")}`)).toBe("IC_1/0/help");
  expect(readPostMark(`> \\<!-- sitrep:post IC_9/0/help -->${toPostMark("IC_1/0/help")}`)).toBe(
    "IC_1/0/help",
  );
  expect(readPostMark("> \\<!-- sitrep:post IC_9/0/help -->")).toBeNull();
  expect(readPostMark("words")).toBeNull();
});
