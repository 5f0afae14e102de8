import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { Refusal } from "../../../src/sandbox/github/index.ts";
import { problemsOf } from "../../support/description/openapi.ts";
import { expectLegalTraffic } from "../../support/github-description.ts";
import { REPO, setScene } from "./scene.ts";
import type { Scene } from "./scene.ts";

const NAME = "acme/1";
const PATH = "/orgs/acme/projectsV2/1";

let scene: Scene;
beforeEach(async () => {
  scene = await setScene();
  scene.github.world.projects.add({
    owner: "acme",
    title: "Board",
    fields: [
      { name: "Status", kind: "single_select", options: ["Todo", "Done"] },
      { name: "Sprint", kind: "iteration", start: "2026-03-02", days: 14, titles: ["S1", "S2"] },
      { name: "Points", kind: "number" },
      { name: "Due", kind: "date" },
      { name: "Note", kind: "text" },
    ],
  });
});
afterEach(async () => {
  await scene.github.close();
  expectLegalTraffic(scene.github, (call) => call.status === 422);
});

interface FieldBody {
  readonly id: number;
  readonly name: string;
  readonly data_type: string;
  readonly options?: readonly { readonly id: string; readonly name: { readonly raw: string } }[];
  readonly configuration?: {
    readonly iterations: readonly { readonly id: string; readonly start_date: string }[];
  };
}
interface ItemBody {
  readonly id: number;
  readonly content: { readonly number: number; readonly node_id: string };
  readonly fields: readonly { readonly name: string; readonly value: unknown }[];
}

const get = <Body>(path: string) => scene.client.rest<Body>("GET", `${PATH}${path}`);
const add = (body: object) => scene.client.rest<ItemBody>("POST", `${PATH}/items`, body);
const ours = () => ({ type: "Issue", owner: "acme", repo: "support", number: scene.number });
const view = () => scene.github.world.projects.view(NAME);

async function fields(): Promise<Readonly<Record<string, FieldBody>>> {
  const { body } = await get<readonly FieldBody[]>("/fields?per_page=100");
  return Object.fromEntries(body.map((field) => [field.name, field]));
}

async function update(id: number, values: Readonly<Record<string, unknown>>) {
  const known = await fields();
  const all = Object.entries(values).map(([name, value]) => ({ id: known[name]?.id ?? 0, value }));
  return scene.client.rest<ItemBody>("PATCH", `${PATH}/items/${id}`, { fields: all });
}

test("a project and its fields are told, each kind with what belongs to it", async () => {
  expect((await get("")).body).toMatchObject({
    number: 1,
    title: "Board",
    owner: { login: "acme" },
  });
  const known = await fields();
  expect(Object.values(known).map((field) => `${field.name}: ${field.data_type}`)).toEqual([
    "Title: title",
    "Assignees: assignees",
    "Status: single_select",
    "Sprint: iteration",
    "Points: number",
    "Due: date",
    "Note: text",
  ]);
  expect(known["Status"]?.options?.map(({ name }) => name.raw)).toEqual(["Todo", "Done"]);
  expect(known["Sprint"]?.configuration?.iterations.map((each) => each.start_date)).toEqual([
    "2026-03-02",
    "2026-03-16",
  ]);
});

test("an issue is added by its place or its id, and only once", async () => {
  const first = await add(ours());
  expect(first.status).toBe(201);
  expect(problemsOf(first.body.content, "components", "schemas", "issue")).toEqual([]);
  const again = await add({ type: "Issue", id: scene.issue().id });
  expect(again.body.id).toBe(first.body.id);
  expect(view().items).toHaveLength(1);
  expect((await add({ ...ours(), number: 99 })).status).toBe(404);
});

test("each field takes what it is made for, and shows it", async () => {
  const { body } = await add(ours());
  const known = await fields();
  const values = {
    Status: known["Status"]?.options?.[1]?.id,
    Sprint: known["Sprint"]?.configuration?.iterations[0]?.id,
    Points: 2.5,
    Due: "2026-03-09",
    Note: "soon",
  };
  expect((await update(body.id, values)).status).toBe(200);
  expect(view().items[0]?.fields).toEqual({
    Status: "Done",
    Sprint: "S1",
    Points: 2.5,
    Due: "2026-03-09",
    Note: "soon",
  });
  const wanted = Object.keys(values).map((name) => known[name]?.id);
  const shown = await get<ItemBody>(`/items/${body.id}?fields=${wanted.join()}`);
  expect(shown.body.fields.map(({ name, value }) => [name, value])).toMatchObject([
    ["Status", { name: { raw: "Done" } }],
    ["Sprint", { title: { raw: "S1" } }],
    ["Points", 2.5],
    ["Due", "2026-03-09"],
    ["Note", { raw: "soon" }],
  ]);
  await update(body.id, { Note: null });
  expect(view().items[0]?.fields).not.toHaveProperty("Note");
});

describe("a value is refused", () => {
  it.each([
    ["an option that is not there", { Status: "00" }],
    ["an iteration that is not there", { Sprint: "S1" }],
    ["a number as a text", { Points: "2" }],
    ["a date that is none", { Due: "soon" }],
    ["a text as a number", { Note: 5 }],
    ["a field that is not there", { Size: 5 }],
    ["a field that GitHub keeps itself", { Title: "x" }],
  ])("%s", async (_, values) => {
    const { body } = await add(ours());
    expect((await update(body.id, values)).status).toBe(422);
    expect(view().items[0]?.fields).toEqual({});
  });
});

test("items are listed page by page, and by repository", async () => {
  const { world } = scene.github;
  world.addRepository({ owner: "acme", name: "other" });
  world.projects.addIssue(
    NAME,
    "acme/other",
    world.as("ana").openIssue("acme/other", { title: "x" }),
  );
  for (let index = 0; index < 3; index++)
    world.projects.addIssue(
      NAME,
      REPO,
      world.as("ana").openIssue(REPO, { title: `Todo ${index}` }),
    );
  const seen: number[] = [];
  const query = `q=${encodeURIComponent(`is:issue repo:${REPO}`)}&per_page=2`;
  let next: string | undefined = `${PATH}/items?${query}`;
  while (next !== undefined) {
    const page: Awaited<ReturnType<typeof get<readonly ItemBody[]>>> = await scene.client.rest(
      "GET",
      next,
    );
    expect(page.body.length).toBeLessThanOrEqual(2);
    seen.push(...page.body.map(({ content }) => content.number));
    next = /<[^>]*\/api\/v3([^>]*)>; rel="next"/.exec(page.headers.get("link") ?? "")?.[1];
  }
  expect(seen).toEqual([2, 3, 4]);
  const titled = await get<readonly ItemBody[]>("/items?q=todo%201");
  expect(titled.body.map(({ content }) => content.number)).toEqual([3]);
});

test("an app reaches the projects of its organisation, and no others", async () => {
  const { world } = scene.github;
  world.addUser({ login: "others", type: "Organization" });
  world.projects.add({ owner: "others", title: "Theirs", fields: [] });
  world.projects.add({ owner: "ana", title: "Her own", fields: [] });
  const status = async (path: string) => (await scene.client.rest("GET", path)).status;
  expect(await status("/orgs/acme/projectsV2/1")).toBe(200);
  expect(await status("/users/acme/projectsV2/1")).toBe(404);
  expect(await status("/orgs/others/projectsV2/1")).toBe(404);
  expect(await status("/users/ana/projectsV2/1")).toBe(404);
  expect(await status("/orgs/acme/projectsV2/2")).toBe(404);
});

test("an installation that was not granted it may not even look", async () => {
  const poor = await setScene({ issues: "read", metadata: "read" });
  poor.github.world.projects.add({ owner: "acme", title: "Board", fields: [] });
  expect((await poor.client.rest("GET", PATH)).status).toBe(403);
  await poor.github.close();
});

test("people add, move and remove by hand, and whoever watches is told", async () => {
  const { projects } = scene.github.world;
  const before = scene.github.snapshot();
  projects.addIssue(NAME, REPO, scene.number);
  projects.set(NAME, REPO, scene.number, "Status", "Todo");
  projects.set(NAME, REPO, scene.number, "Sprint", "S2");
  expect(view()).toEqual({
    owner: "acme",
    number: 1,
    title: "Board",
    options: { Status: ["Todo", "Done"] },
    items: [
      {
        repository: REPO,
        number: scene.number,
        title: "Hub down",
        fields: { Status: "Todo", Sprint: "S2" },
      },
    ],
  });
  expect(() => projects.set(NAME, REPO, scene.number, "Status", "Nowhere")).toThrow(Refusal);
  const [item] = (await get<readonly ItemBody[]>("/items")).body;
  projects.removeIssue(NAME, REPO, scene.number);
  expect(view().items).toEqual([]);
  expect((await get(`/items/${item?.id}`)).status).toBe(404);
  expect(scene.github.snapshot()).toBeGreaterThan(before + 3);
  projects.remove(NAME);
  expect(() => projects.view(NAME)).toThrow(Refusal);
  expect((await get("")).status).toBe(404);
});
