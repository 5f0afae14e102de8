import { describe, expect, test } from "@jest/globals";
import type { FieldValues } from "../../../src/incident/fields/index.ts";
import {
  insertSection,
  readFields,
  skeletonOf,
  TASKS,
  withoutSection,
  writeFields,
} from "../../../src/incident/fields/index.ts";
import { emptyValues } from "../../../src/incident/fields/values.ts";
import { toTaskId } from "../../../src/incident/fields/tasks.ts";
import { corpus } from "./corpus.ts";

const values: FieldValues = {
  ...emptyValues,
  status: "Investigating",
  commander: "ana",
  liaison: "ana",
  experts: [{ login: "bo", area: "storage" }],
  tickets: ["https://example.freshdesk.com/a/tickets/125"],
};
const insert = (body: string) =>
  insertSection(body, values, { open: true }, { statusCommentId: "IC_1" });

describe("the section", () => {
  test("stands at the end, with all fields and the twelve steps", () => {
    expect(insert("The hub is down.")).toBe(
      [
        "The hub is down.",
        "",
        "<!-- sitrep:section status=IC_1 -->",
        "### Incident response",
        "",
        "- **Status:** Investigating",
        "- **Severity:**",
        "- **Incident Commander:** @ana",
        "- **External Liaison:** @ana",
        "- **Subject Matter Experts:** @bo (storage)",
        "- **Community Representative:**",
        "- **Support ticket:** https://example.freshdesk.com/a/tickets/125",
        "- **Impact started:**",
        "",
        "#### Steps",
        "",
        ...TASKS.map(({ id, text }) => `- [${id === "open" ? "x" : " "}] ${text}`),
        "",
        "<!-- /sitrep:section -->",
      ].join("\n"),
    );
  });

  test.each(corpus)("has only what %s lacks, and can be taken out again", (_, body) => {
    const before = readFields(body);
    const inserted = insert(body);
    expect(readFields(inserted).conflicts).toEqual(before.conflicts);
    expect(withoutSection(inserted)).toBe(body);
    expect(inserted.replaceAll("\r\n", "").includes("\n")).toBe(!body.includes("\r\n"));
  });

  test.each([
    ["```\ncode without an end"],
    ["<!-- comment without an end"],
    ["<details>\n\ntext without an end"],
    ["<div><!--\n\nhidden"],
  ])("stands at the top where %j would swallow it", (body) => {
    const inserted = insert(body);
    expect(inserted.startsWith("<!-- sitrep:section status=IC_1 -->\n")).toBe(true);
    expect(inserted.endsWith(`<!-- /sitrep:section -->\n\n${body}`)).toBe(true);
  });

  test("stands behind front matter", () => {
    const inserted = insert("---\nseverity: SEV-1\n---\n```\nopen");
    expect(inserted.startsWith("---\nseverity: SEV-1\n---\n<!-- sitrep:section")).toBe(true);
    expect(readFields(inserted)).toMatchObject({ severity: "SEV-1", commander: "ana" });
    expect(inserted.endsWith("<!-- /sitrep:section -->\n\n```\nopen")).toBe(true);
    expect(inserted.match(/severity: SEV-1/g)).toHaveLength(1);
  });

  test.each(["", "\ufeff"])("is all there is in %j", (body) => {
    expect(insert(body)).toBe(`${body}${insert("x").slice("x\n\n".length)}`);
  });

  test("stands below front matter alone", () => {
    const body = "---\nseverity: SEV-1\n---\n";
    expect(insert(body).startsWith(`${body}\n\n<!-- sitrep:section`)).toBe(true);
  });

  test("has no more than its markers and title where the body has it all", () => {
    const whole = insert("").replace(/<!--.*-->\n?/g, "");
    expect(insert(whole).slice(whole.length)).toBe(
      "\n\n<!-- sitrep:section status=IC_1 -->\n### Incident response\n\n<!-- /sitrep:section -->",
    );
  });

  test.each([
    ["<!-- /sitrep:section -->"],
    ["`</details>` [x](javascript:alert(1)) | **b**"],
    ["@org/team\n- **Severity:** low"],
  ])("keeps the hostile words %j in their line", (words) => {
    const inserted = insertSection(
      "Text.",
      { ...values, severity: words, experts: [{ login: "bo", area: words }] },
      {},
      { statusCommentId: "--> <script>" },
    );
    expect(inserted.split("\n").length).toBe(insert("Text.").split("\n").length);
    expect(inserted).not.toMatch(/@org|<script>/);
    expect(withoutSection(inserted)).toBe("Text.");
    expect(readFields(inserted)).toMatchObject({ statusCommentId: null, problems: [] });
  });

  test("a marker in code or a quote is no section", () => {
    for (const body of ["    <!-- sitrep:section -->", "> <!-- sitrep:section -->"]) {
      expect(readFields(body).hasSection).toBe(false);
    }
  });

  test("a task that a person deleted does not come back, one that is moved is still found", () => {
    const inserted = insert("Text.").replace("- [ ] Name the Incident Commander\n", "");
    const moved = `- [ ] Name the Incident Commander\n\n${inserted}`;
    expect(readFields(insert(inserted)).tasks.commander).toBeUndefined();
    expect(writeFields(moved, { tasks: { commander: true } })).toBe(moved.replace("[ ]", "[x]"));
  });
});

describe("tasks", () => {
  test.each(TASKS)("$id is found by its text, with or without words behind it", ({ id, text }) => {
    for (const line of [text, `**${text}**`, `~~${text}~~ (done by @ana)`, text.toUpperCase()]) {
      expect(toTaskId(line)).toBe(id);
    }
    expect(toTaskId(`${text}xyz`)).toBeNull();
  });
});

describe("the skeleton", () => {
  test("has neither values, nor ticks, nor the id", () => {
    expect(
      skeletonOf(
        "IC: @ana\n\n- [x] Fill in the Incident Report\n\n<!-- sitrep:section status=IC_1 -->\n",
      ),
    ).toBe("IC:\n\n- [ ] Fill in the Incident Report\n\n<!-- sitrep:section -->\n");
    expect(skeletonOf("### IC\n\n<!-- who? -->\n\n@ana\n@bo\n")).toBe(
      "### IC\n\n<!-- who? -->\n@bo\n",
    );
  });

  const body = insert("IC is away.\n\nSeverity: SEV-1\n\nSeverity: SEV-2\n");

  test("is the same for bodies that differ in values, boxes and the marker's id", () => {
    const other = writeFields(body, {
      severity: null,
      commander: "zed",
      experts: [],
      tasks: { open: false, close: true },
      statusCommentId: "IC_2",
    });
    expect(other).not.toBe(body);
    expect(skeletonOf(other)).toBe(skeletonOf(body));
  });

  test.each<readonly [string, string]>([
    ["IC is away.", "IC is back."],
    ["Severity: SEV-2", "Severity: SEV-3"],
    ["**Incident Commander:**", "**IC:**"],
    ["### Incident response", "### Incident"],
    ["- [ ] Name the External Liaison", "- [ ] Name a liaison"],
    ["#### Steps\n", "#### Steps\n\nMy own line.\n"],
    ["<!-- /sitrep:section -->", ""],
  ])("differs when %j becomes %j", (from, to) => {
    expect(body).toContain(from);
    expect(skeletonOf(body.replace(from, to))).not.toBe(skeletonOf(body));
  });
});
