import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readFields, writeFields } from "../../../src/incident/fields/index.ts";
import { listTemplates } from "../../../src/sandbox/forms/list-templates.ts";
import { readTemplate } from "../../../src/sandbox/forms/read-template.ts";
import type { IssueTemplate } from "../../../src/sandbox/forms/template.ts";
import { toFormBody } from "../../../src/sandbox/forms/to-form-body.ts";
import { REPOSITORY } from "../../../src/sandbox/cast/seed.ts";
import { startPage } from "../page/start-page.ts";
import type { TestPage } from "../page/start-page.ts";

let page: TestPage;
beforeAll(async () => {
  page = await startPage();
});
afterAll(() => page.close());

type Form = IssueTemplate & { readonly kind: "form" };

function theForm(): Form {
  const form = readTemplate(page.github.world, REPOSITORY, "incident.yml");
  if (form?.kind !== "form") throw new Error("The form is missing.");
  return form;
}

const FILLED = {
  summary: "Nobody can log in.\n\n- **Severity:** as I said, high\n",
  where: "https://hub.example.org",
  commander: "@ana-sre",
  liaison: "sam-support",
  severity: "SEV-2",
  ticket: "https://example.freshdesk.com/a/tickets/1, https://example.freshdesk.com/a/tickets/2",
  started: "2026-03-06 08:05 UTC",
};

const READ = {
  commander: "ana-sre",
  liaison: "sam-support",
  severity: "SEV-2",
  tickets: [
    "https://example.freshdesk.com/a/tickets/1",
    "https://example.freshdesk.com/a/tickets/2",
  ],
  impactStarted: "2026-03-06T08:05:00Z",
};

test("the repository offers the form and the text, both with the declaring label", () => {
  const templates = listTemplates(page.github.world, REPOSITORY);
  expect(templates.map(({ kind, labels }) => [kind, labels])).toEqual([
    ["form", ["incident"]],
    ["text", ["incident"]],
  ]);
});

test("a filled-in form is read back without loss", () => {
  const { summary: _without, ...others } = FILLED;
  const filled = toFormBody(theForm(), { ...others, summary: "Nobody can log in." });
  const body = "body" in filled ? filled.body : "";
  const fields = readFields(body);
  expect(fields).toMatchObject({ ...READ, problems: [], conflicts: [] });
  expect(body).toContain(
    "### Where\n\nhttps://hub.example.org\n\n### Incident Commander\n\n@ana-sre",
  );
});

test("an empty form has every field, and nothing in it", () => {
  const filled = toFormBody(theForm(), { summary: "x" });
  const body = "body" in filled ? filled.body : "";
  expect(body).toContain("### Severity\n\n_No response_\n\n### Support ticket\n\n_No response_");
  const fields = readFields(body);
  expect([...fields.present].toSorted()).toEqual([
    "commander",
    "impactStarted",
    "liaison",
    "severity",
    "ticket",
  ]);
  expect(fields).toMatchObject({ commander: null, severity: null, tickets: [], problems: [] });
});

test("the Markdown template takes the fields and gives them back", () => {
  const template = readTemplate(page.github.world, REPOSITORY, "incident.md");
  const body = template?.kind === "text" ? template.body : "";
  expect([...readFields(body).present].toSorted()).toEqual([
    "commander",
    "impactStarted",
    "liaison",
    "severity",
    "ticket",
  ]);
  const byHand = body
    .replace("Incident Commander:**", "Incident Commander:** @ana-sre")
    .replace("External Liaison:**", "External Liaison:** @sam-support")
    .replace("Severity:**", "Severity:** SEV-2")
    .replace("Support ticket:**", `Support ticket:** ${FILLED.ticket}`)
    .replace("Impact started:**", `Impact started:** ${FILLED.started}`);
  expect(readFields(byHand)).toMatchObject({ ...READ, problems: [] });
  expect(readFields(writeFields(body, { commander: "bo-sre" }))).toMatchObject({
    commander: "bo-sre",
  });
});

describe("wrong answers are told", () => {
  test.each([
    ["what must be filled in", { summary: " " }, "Summary must be filled in."],
    [
      "no such choice",
      { summary: "x", severity: "SEV-9" },
      "Severity must be one of SEV-1, SEV-2, SEV-3, SEV-4.",
    ],
    ["two lines in one", { summary: "x", where: "a\nb" }, "Where must be one line."],
    ["no such question", { summary: "x", hack: "y" }, "The form has no question hack."],
  ])("%s", (_what, values, problem) => {
    expect(toFormBody(theForm(), values)).toEqual({ problem });
  });
});
