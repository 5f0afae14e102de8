import { readdirSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { REPOSITORY } from "../../../src/sandbox/cast/seed.ts";
import { ASSETS } from "../../../src/sandbox/page/http/assets.ts";
import { startPage } from "./start-page.ts";
import type { TestPage } from "./start-page.ts";

const ASSETS_FOLDER = new URL("../../../src/sandbox/page/assets/", import.meta.url);

let page: TestPage;
beforeEach(async () => {
  page = await startPage();
});
afterEach(() => page.close());

test("the page opens on the outage, which nobody has declared yet", async () => {
  const answer = await fetch(`${page.url}/`);
  const text = await answer.text();
  expect(answer.url).toBe(`${page.url}/issues/${page.firstIssue}`);
  expect(text).toContain("Coastal Lab hub: nobody can start a server");
  expect(page.github.world.issue(REPOSITORY, page.firstIssue).labels).not.toContain("incident");
  expect(text).toContain("Sitrep is running");
  expect(text).toMatch(/aria-current="step"[^]*Declare it/);
});

test("everything that the page loads is the page's own", async () => {
  const answer = await fetch(`${page.url}/issues/${page.firstIssue}`);
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  const text = await answer.text();
  const loaded = [...text.matchAll(/<(?:link|script)[^>]*(?:href|src)="([^"]+)"/g)];
  for (const [, path = ""] of loaded) expect((await fetch(page.url + path)).status).toBe(200);
  expect(text).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+="/);
  expect(readdirSync(ASSETS_FOLDER).toSorted()).toEqual([...ASSETS].toSorted());
});

describe("strangers are refused", () => {
  test.each([
    ["a name that points here", { host: "evil.example" }],
    ["a name that looks like ours", { host: "localhost.evil.example:3000" }],
    ["a page from elsewhere", { origin: "https://evil.example" }],
    ["a page on another port", { origin: "http://127.0.0.1:1" }],
    ["a page without an origin", { origin: "null" }],
    ["a script across sites", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }],
  ])("%s", async (_what, headers) => {
    const host = new URL(page.url).host;
    for (const [method, path] of [
      ["GET", "/"],
      ["GET", "/events"],
      ["POST", "/act"],
    ] as const) {
      const answer = await page.raw(method, path, { host, ...headers });
      expect(answer).toMatchObject({ status: 403, text: expect.stringContaining("problem") });
    }
  });

  test("but localhost is this machine, whatever port it was forwarded to", async () => {
    const answer = await page.raw("GET", "/new", { host: "localhost:8080" });
    expect(answer.status).toBe(200);
  });
});

describe("what cannot be taken is answered with a sentence", () => {
  const json = { "content-type": "application/json" };
  test.each([
    ["a form of a browser", { "content-type": "text/plain" }, "{}", 415],
    ["no JSON", json, "{", 400],
    ["no act", json, "[]", 400],
    ["too much", json, JSON.stringify({ body: "x".repeat(1_100_000) }), 413],
  ])("%s", async (_what, headers, body, status) => {
    const answer = await fetch(`${page.url}/act`, { method: "POST", headers, body });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ problem: expect.stringMatching(/\w/) });
  });

  test("other methods and unknown places", async () => {
    expect((await fetch(`${page.url}/act`)).status).toBe(404);
    expect((await fetch(`${page.url}/`, { method: "DELETE" })).status).toBe(405);
    for (const path of [
      "/issues/99",
      "/issues/0",
      "/new/nothing.yml",
      "/wire/nothing",
      "/assets/..%2fpage.ts",
    ])
      expect((await fetch(page.url + path)).status).toBe(404);
  });
});

describe("people do what GitHub lets them do", () => {
  test("a comment, a label, an edit, a tick, a reaction, a close", async () => {
    const issue = page.firstIssue;
    const now = () => page.github.world.issue(REPOSITORY, issue);
    await page.act({ as: "bo-sre", kind: "comment", issue, body: "On it." });
    await page.act({ as: "bo-sre", kind: "label", issue, label: "incident" });
    await page.act({ as: "bo-sre", kind: "assign", issue, login: "bo-sre" });
    await page.act({ as: "bo-sre", kind: "edit-title", issue, title: "Down" });
    const line = now()
      .body.split("\n")
      .findIndex((text) => text.startsWith("- [ ]"));
    const was = now().body.split("\n")[line];
    await page.act({ as: "bo-sre", kind: "tick", issue, comment: null, line, was });
    await page.act({ as: "bo-sre", kind: "react", issue, comment: null, content: "eyes" });
    await page.act({ as: "bo-sre", kind: "close", issue, reason: "not_planned" });
    expect(now()).toMatchObject({ title: "Down", state: "closed", stateReason: "not_planned" });
    expect(now()).toMatchObject({
      assignees: ["bo-sre"],
      labels: ["hub: coastal-lab", "incident"],
    });
    expect(now().body.split("\n")[line]).toBe(was?.replace("[ ]", "[x]"));
    expect(now().comments.at(-1)).toMatchObject({ author: "bo-sre", body: "On it." });
    const seen = await page.look(`/issues/${issue}`);
    expect(seen).toContain("Closed as not planned");
    expect(seen).toContain('aria-label="Eyes: 1 bo-sre"');
  });

  test("a mark for the report on a comment, which says what it does, and taking it back", async () => {
    const issue = page.firstIssue;
    await page.act({ as: "bo-sre", kind: "comment", issue, body: "It went flat at noon." });
    const newest = () => page.github.world.issue(REPOSITORY, issue).comments.at(-1);
    const comment = newest()?.id;
    expect(await page.look(`/issues/${issue}`)).toContain(
      'aria-label="Rocket: puts this into the timeline of the report"',
    );
    const mark = { as: "ana-sre", issue, comment, content: "rocket" };
    await page.act({ ...mark, kind: "react" });
    expect(newest()?.reactions).toEqual([{ login: "ana-sre", content: "rocket" }]);
    expect(await page.look(`/issues/${issue}`)).toContain('aria-label="Rocket: 1 ana-sre"');
    await page.act({ ...mark, kind: "unreact" });
    expect(newest()?.reactions).toEqual([]);
  });

  test("and nothing else, with the reason", async () => {
    const { firstIssue: issue } = page;
    const answer = await page.act({ as: "cleo-hub", kind: "label", issue, label: "incident" });
    expect(answer).toEqual({
      status: 403,
      body: {
        problem: "cleo-hub may not do that: GitHub asks for triage rights. Act as somebody else.",
      },
    });
    expect((await page.act({ as: "ana-sre", kind: "comment", issue: 99, body: "x" })).status).toBe(
      404,
    );
    const gone = { as: "ana-sre", kind: "edit-comment", issue, comment: 1, body: "x" };
    expect((await page.act(gone)).status).toBe(404);
  });

  test("an edit that began from an older text is held back", async () => {
    const { firstIssue: issue } = page;
    const base = page.github.world.issue(REPOSITORY, issue).body;
    page.github.world.as("bo-sre").editBody(REPOSITORY, issue, "Bo's");
    const edit = { as: "ana-sre", kind: "edit-body", issue, body: "Ana's" };
    expect((await page.act({ ...edit, base })).status).toBe(409);
    expect(page.github.world.issue(REPOSITORY, issue).body).toBe("Bo's");
    expect((await page.act(edit)).status).toBe(200);
  });

  test("the form opens an incident, in GitHub's words, with its label, even for those without rights", async () => {
    const values = { summary: "Down.", severity: "SEV-1" };
    const deed = {
      as: "cleo-hub",
      kind: "open-form",
      template: "incident.yml",
      title: "[Incident] Delta",
      values,
    };
    const { body } = await page.act(deed);
    const opened = page.github.world.issue(REPOSITORY, Number(body["issue"]));
    expect(opened).toMatchObject({
      author: "cleo-hub",
      labels: ["incident"],
      title: "[Incident] Delta",
    });
    expect(opened.body).toMatch(/^### Summary\n\nDown\.\n\n### Where\n\n_No response_\n/);
    expect((await page.act({ ...deed, values: {} })).body).toEqual({
      problem: "Summary must be filled in.",
    });
  });
});
