import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { BACKLOG, REPOSITORY } from "../../../src/sandbox/cast/seed.ts";
import { clientOf, createClient, signAppJwt } from "../../support/embedded-github.ts";
import { startPage } from "./start-page.ts";
import type { TestPage } from "./start-page.ts";

let page: TestPage;
beforeEach(async () => {
  page = await startPage(Date.parse("2026-03-06T14:00:00Z"));
});
afterEach(() => page.close());

const toText = (html: string): string => html.replace(/<[^>]*>|\s+/g, " ").replace(/ +/g, " ");

async function panel(): Promise<string> {
  const html = await page.look(`/issues/${page.firstIssue}`);
  return html.slice(html.indexOf('id="backlog"')).split("</section>")[0] ?? "";
}

/** What stands in each column, by the numbers of the issues. */
async function columns(): Promise<Readonly<Record<string, readonly string[]>>> {
  const parts = (await panel()).split('data-key="backlog-column-').slice(1);
  return Object.fromEntries(
    parts.map((part) => [
      part.split('"')[0] ?? "",
      [...part.matchAll(/data-key="backlog-(\d+)"/g)].map(([, number]) => `#${number}`),
    ]),
  );
}

const move = (issue: unknown, to: unknown) => page.act({ as: "ana-sre", kind: "move", issue, to });
const order = (isDown: boolean) =>
  page.act({ as: "ana-sre", kind: "outage", of: "backlog", isDown });

test("the team's everyday issues stand in their columns, and the incident in none", async () => {
  expect(await columns()).toEqual({
    Todo: ["#2"],
    "In progress": [],
    "Needs help": [],
    Done: ["#1"],
  });
  expect(toText(await panel())).toContain("#2 · Kind: Chore");
});

test("an item without a status has a column of its own, and its other fields show", async () => {
  const { projects } = page.github.world;
  projects.addIssue(BACKLOG, REPOSITORY, page.firstIssue);
  expect((await columns())["No status"]).toEqual([`#${page.firstIssue}`]);
  projects.set(BACKLOG, REPOSITORY, page.firstIssue, "Status", "Needs help");
  projects.set(BACKLOG, REPOSITORY, page.firstIssue, "Sprint", "This sprint");
  expect(await columns()).toMatchObject({ "Needs help": [`#${page.firstIssue}`] });
  expect(await columns()).not.toHaveProperty("No status");
  expect(toText(await panel())).toContain(`#${page.firstIssue} · Sprint: This sprint`);
});

test("an item is moved by hand, and nowhere where there is no column", async () => {
  expect((await move(2, "In progress")).status).toBe(200);
  expect(await columns()).toMatchObject({ Todo: [], "In progress": ["#2"] });
  expect(await move(2, "Nowhere")).toMatchObject({ status: 404 });
  expect(await move(page.firstIssue, "Done")).toMatchObject({ status: 404 });
  expect(await move("2", "Done")).toMatchObject({ status: 400 });
  expect(await columns()).toMatchObject({ "In progress": ["#2"] });
});

test("titles are words, whatever stands in them", async () => {
  const title = `<img src=x onerror=alert(1)> "quoted" & more`;
  const number = page.github.world.as("ana-sre").openIssue(REPOSITORY, { title });
  page.github.world.projects.addIssue(BACKLOG, REPOSITORY, number);
  const html = await panel();
  expect(html).toContain("&lt;img src=x");
  expect(html).not.toContain("<img");
});

test("while projects are down they answer 503, and everything else of GitHub goes on", async () => {
  const app = createClient(page.github.url, `bearer ${signAppJwt()}`);
  const { body } = await app.rest<readonly { readonly id: number }[]>("GET", "/app/installations");
  const client = await clientOf(page.github, body[0]?.id ?? 0);
  const [owner] = REPOSITORY.split("/");
  const project = () => client.rest("GET", `/orgs/${owner}/projectsV2/1`);
  await order(true);
  expect((await project()).status).toBe(503);
  expect((await project()).status).toBe(503);
  expect((await client.rest("GET", `/repos/${REPOSITORY}`)).status).toBe(200);
  expect(toText(await panel())).toMatch(
    /Bring GitHub Projects back GitHub Projects is down since 14:00:\d\d UTC\. Sitrep called in vain 2 times/,
  );
  await order(false);
  expect((await project()).status).toBe(200);
  expect(toText(await panel())).toMatch(/Take GitHub Projects down GitHub Projects was down from/);
});
