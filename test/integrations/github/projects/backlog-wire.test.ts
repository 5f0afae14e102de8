import { beforeEach, describe, expect, it, test } from "@jest/globals";
import type { Backlog, FieldToSet } from "../../../../src/effects/backlog.ts";
import { RetryLaterError, TerminalError } from "../../../../src/incident/errors.ts";
import type { ProjectPlace } from "../../../../src/incident/project.ts";
import {
  createBacklog,
  createProjectAccess,
  createProjectMemory,
} from "../../../../src/integrations/github/projects/index.ts";
import { HOST, useWire } from "../../../support/wire.ts";
import { createWireClient } from "../../../support/wire-client.ts";

const wire = useWire();
const NOW = Date.parse("2026-03-06T14:00:00Z");
const API = "/api/v3/orgs/acme/projectsV2/3";
const PROJECT: ProjectPlace = { owner: "acme", ownedBy: "organization", number: 3, server: null };
const ISSUE = { owner: "acme", repo: "hubs", number: 12, nodeId: "I_12" };
const MINUTE = 60_000;

let now = NOW;
let backlog: Backlog;

/** A backlog whose requests go by the given `fetch`. */
function backlogBy(request: { readonly fetch?: typeof fetch } = {}): Backlog {
  const client = createWireClient({ now: () => now, ...request });
  const memory = createProjectMemory(() => now);
  return createBacklog(createProjectAccess(client, memory), () => now);
}

beforeEach(() => {
  now = NOW;
  backlog = backlogBy();
});

const rejection = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => null,
    (error: unknown) => error,
  );

const item = (id: number, content: object) => ({ id, content });
const OURS = item(71, { node_id: "I_12", number: 12, repository_url: `${HOST}/repos/acme/hubs` });
const FOUND = { q: "is:issue repo:acme/hubs", per_page: "100" };
const list = () => wire.get(`${API}/items`).query(FOUND);

const raw = (name: string) => ({ raw: name, html: name });
const STATUS = {
  id: 21,
  name: "Status",
  data_type: "single_select",
  options: [{ id: "a1", name: raw("Done"), description: raw(""), color: "GREEN" }],
};
const POINTS = { id: 22, name: "Points", data_type: "number" };
const fields = (...all: readonly unknown[]) =>
  wire
    .get(`${API}/fields`)
    .query({ per_page: "100" })
    .reply(200, [...all]);
const itemWith = (ids: string, ...values: readonly object[]) =>
  wire
    .get(`${API}/items/71`)
    .query({ fields: ids })
    .reply(200, { ...OURS, fields: [...values] });

const wanted = (field: string, value: string | number): FieldToSet => ({
  field,
  value,
  moment: "resolved/1",
  at: NOW,
});
const DONE = wanted("status", "done");

describe("looking for an issue in a project", () => {
  it("finds its item by its node id", async () => {
    list().reply(200, [item(70, { node_id: "I_1" }), item(72, {}), OURS]);
    expect(await backlog.find(PROJECT, ISSUE)).toBe(71);
  });

  it("finds it by its repository and number where the node id has an older form", async () => {
    const old = { ...OURS.content, node_id: "MDU6SXNzdWUx" };
    const other = { ...old, repository_url: `${HOST}/repos/acme/other` };
    const longer = { ...old, repository_url: `${HOST}/repos/acme/hubs-2` };
    const query = { ...FOUND, q: "is:issue repo:Acme/hubs" };
    const all = [item(69, other), item(70, longer), item(71, old)];
    wire.get(`${API}/items`).query(query).reply(200, all);
    expect(await backlog.find(PROJECT, { ...ISSUE, owner: "Acme" })).toBe(71);
  });

  it("reads on until it is found, and no further", async () => {
    const next = (after: string) => ({
      link: `<${HOST}${API}/items?q=is%3Aissue+repo%3Aacme%2Fhubs&per_page=100&after=${after}>; rel="next"`,
    });
    list().reply(200, [item(1, {})], next("c1"));
    wire
      .get(`${API}/items`)
      .query({ ...FOUND, after: "c1" })
      .reply(200, [OURS], next("c2"));
    expect(await backlog.find(PROJECT, ISSUE)).toBe(71);
  });

  it("says that there is none", async () => {
    list().reply(200, []);
    expect(await backlog.find(PROJECT, ISSUE)).toBeNull();
  });

  it("takes no draft and nothing of an unknown shape for it", async () => {
    list().reply(200, [
      { id: "71", content: OURS.content },
      item(72, {}),
      { id: 73, content: null },
      5,
    ]);
    expect(await backlog.find(PROJECT, ISSUE)).toBeNull();
  });
});

const add = () =>
  wire.post(`${API}/items`, { type: "Issue", owner: "acme", repo: "hubs", number: 12 });

describe("adding an issue", () => {
  it("gives the id of its item", async () => {
    add().reply(201, OURS);
    expect(await backlog.add(PROJECT, ISSUE)).toBe(71);
  });

  it("does not go on with an answer that it does not understand", async () => {
    add().reply(201, { strange: true });
    expect(await rejection(backlog.add(PROJECT, ISSUE))).toEqual(
      new TerminalError("GitHub answered about the project in a form that Sitrep does not know."),
    );
  });
});

describe("setting fields", () => {
  it("writes the ids of options, once it has looked what stands there", async () => {
    fields(STATUS, POINTS);
    itemWith("21,22", { id: 21, value: null });
    wire
      .patch(`${API}/items/71`, {
        fields: [
          { id: 21, value: "a1" },
          { id: 22, value: 2.5 },
        ],
      })
      .reply(200, OURS);
    expect(await backlog.set(PROJECT, 71, [DONE, wanted("Points", 2.5)])).toEqual([]);
  });

  it("writes only what differs", async () => {
    fields(STATUS, POINTS);
    itemWith("21,22", { id: 21, value: { id: "a1", name: raw("Done") } }, { id: 22, value: 3 });
    wire.patch(`${API}/items/71`, { fields: [{ id: 22, value: 2 }] }).reply(200, OURS);
    expect(await backlog.set(PROJECT, 71, [DONE, wanted("Points", 2)])).toEqual([]);
  });

  it("writes nothing where all of it is so", async () => {
    fields(STATUS);
    itemWith("21", { id: 21, value: { id: "a1" } });
    expect(await backlog.set(PROJECT, 71, [DONE])).toEqual([]);
  });

  it("reads a project's fields once in five minutes", async () => {
    fields(STATUS);
    itemWith("21", { id: 21, value: { id: "a1" } });
    itemWith("21", { id: 21, value: { id: "a1" } });
    itemWith("21", { id: 21, value: { id: "a1" } });
    await backlog.set(PROJECT, 71, [DONE]);
    now += 5 * MINUTE;
    await backlog.set(PROJECT, 71, [DONE]);
    now += 1;
    fields(STATUS);
    expect(await backlog.set(PROJECT, 71, [DONE])).toEqual([]);
  });

  it("says which it could not, and asks nothing about the item where it can set none", async () => {
    fields(STATUS, { id: 23, name: "Broken" });
    expect(
      await backlog.set(PROJECT, 71, [wanted("Status", "Over"), wanted("Broken", "x")]),
    ).toEqual([
      { field: "Status", why: "The field Status of the project has no option Over. It has Done." },
      { field: "Broken", why: "The project acme/3 has no field Broken." },
    ]);
  });

  it("says that the item is gone, where the project is there", async () => {
    fields(STATUS);
    wire.get(`${API}/items/71`).query(true).reply(404, { message: "Not Found" });
    wire.get(API).reply(200, { id: 3 });
    expect(await backlog.set(PROJECT, 71, [DONE])).toBe("gone");
  });

  it("does not take a project that is gone for an item that is", async () => {
    fields(STATUS);
    wire.get(`${API}/items/71`).query(true).reply(404, { message: "Not Found" });
    wire.get(API).reply(404, { message: "Not Found" });
    expect(await rejection(backlog.set(PROJECT, 71, [DONE]))).toMatchObject({
      name: "TerminalError",
      message: expect.stringContaining("GitHub knows no project 3 of acme") as unknown,
    });
  });

  it("tells what GitHub does not take", async () => {
    fields(STATUS);
    itemWith("21");
    wire.patch(`${API}/items/71`).reply(422, { message: "Field is archived" });
    const error = await rejection(backlog.set(PROJECT, 71, [DONE]));
    expect(error).toBeInstanceOf(TerminalError);
    expect((error as Error).message).toContain("GitHub answers 422");
  });
});

describe("a project named by its owner", () => {
  const named = { ...PROJECT, ownedBy: null };

  it.each([
    ["Organization", "orgs"],
    ["User", "users"],
  ])("is sought at the %s's, and that is remembered", async (type, path) => {
    wire.get("/api/v3/users/acme").reply(200, { login: "acme", type });
    wire.get(`/api/v3/${path}/acme/projectsV2/3/items`).twice().query(true).reply(200, [OURS]);
    expect(await backlog.find(named, ISSUE)).toBe(71);
    expect(await backlog.find(named, ISSUE)).toBe(71);
  });
});

describe("when GitHub does not let Sitrep", () => {
  const user: ProjectPlace = { ...PROJECT, owner: "ana", ownedBy: "user" };
  const GRANT =
    "The App needs the permission “Projects: read and write” of the organization, which an owner can grant.";

  it.each([
    [403, PROJECT, `GitHub does not let Sitrep into project 3 of acme. ${GRANT}`],
    [
      404,
      PROJECT,
      `GitHub knows no project 3 of acme, or does not show it to Sitrep. Check the number in the policy. ${GRANT}`,
    ],
    [
      404,
      user,
      "GitHub does not let Sitrep into project 3 of ana. An App reaches the projects of an organization; those of a user are that user's own.",
    ],
    [
      403,
      user,
      "GitHub does not let Sitrep into project 3 of ana. An App reaches the projects of an organization; those of a user are that user's own.",
    ],
  ])("by %i, it says who can do what", async (status, project, says) => {
    const path = project === user ? "users/ana" : "orgs/acme";
    wire
      .get(`/api/v3/${path}/projectsV2/3/items`)
      .query(true)
      .reply(status, { message: "Resource not accessible by integration" });
    const error = await rejection(backlog.find(project, ISSUE));
    expect(error).toBeInstanceOf(TerminalError);
    expect((error as Error).message).toBe(says);
  });
});

describe("when GitHub fails", () => {
  it.each([
    ["500", 500, {}, "GitHub's projects do not answer (500).", 1000],
    ["503", 503, {}, "GitHub's projects do not answer (503).", 1000],
    ["a token that it does not take", 401, {}, "GitHub's projects do not answer (401).", 1000],
    ["429 with Retry-After", 429, { "retry-after": "90" }, "GitHub asks for patience", 90_000],
    ["403 with Retry-After", 403, { "retry-after": "30" }, "GitHub asks for patience", 30_000],
  ])("with %s, it is tried again later", async (_, status, headers, says, wait) => {
    list().reply(status, { message: "no" }, headers);
    const error = await rejection(backlog.find(PROJECT, ISSUE));
    expect(error).toBeInstanceOf(RetryLaterError);
    expect(error).toMatchObject({ message: says, retryAfterMs: wait });
  });

  it("by not answering at all, it is tried again later", async () => {
    list().replyWithError("socket hang up");
    expect(await rejection(backlog.find(PROJECT, ISSUE))).toBeInstanceOf(RetryLaterError);
  });

  it.each(["TimeoutError", "AbortError"])(
    "by taking too long (%s), it is tried again later",
    async (name) => {
      const slow = backlogBy({
        fetch: async () => {
          throw new DOMException("The operation was aborted due to timeout", name);
        },
      });
      const calls = [
        slow.find(PROJECT, ISSUE),
        slow.add(PROJECT, ISSUE),
        slow.set(PROJECT, 71, [DONE]),
      ];
      const errors = await Promise.all(calls.map(rejection));
      expect(errors.every((error) => error instanceof RetryLaterError)).toBe(true);
    },
  );
});

test("a bug of Sitrep's own is not taken for GitHub's failing", async () => {
  const error = await rejection(backlog.find(PROJECT, null as never));
  expect(error).toBeInstanceOf(TypeError);
});
