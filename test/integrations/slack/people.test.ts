import { afterEach, describe, expect, it } from "@jest/globals";
import { RetryLaterError, TerminalError } from "../../../src/incident/errors.ts";
import { createReadGroup, createSlack } from "../../../src/integrations/slack/index.ts";
import {
  type EmbeddedSlack,
  SLACK_FAULTS,
  type SlackFault,
  type SlackSetup,
  startEmbeddedSlack,
} from "../../../src/sandbox/slack/index.ts";

const MINUTE = 60_000;
const STEWARDS = { id: "S0STEW", handle: "stewards", users: ["U0BO", "U0ANA"] };

const running: EmbeddedSlack[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((slack) => slack.close()));
});

async function set(setup: Partial<SlackSetup> = {}, timeoutMs = 10_000) {
  let now = 0;
  const slack = await startEmbeddedSlack({ channels: [], now: () => new Date(now), ...setup });
  running.push(slack);
  slack.world.setGroups([STEWARDS, { id: "S0OTHER", handle: "others", users: [] }]);
  slack.world.setUsers([{ id: "U0ANA", email: "ana@example.org" }]);
  const { token, apiUrl } = slack;
  const options = { token, apiUrl, now: () => now, timeoutMs };
  return {
    slack,
    readGroup: createReadGroup(options),
    chat: createSlack(options),
    methods: () => slack.calls().map(({ method }) => method),
    wind: (ms: number) => {
      now += ms;
    },
  };
}

const FAILURES: readonly (readonly [string, SlackFault, string])[] = [
  ["is unavailable", SLACK_FAULTS.unavailable, "Slack is not well: it answers 503."],
  ["fails inside", SLACK_FAULTS.internalError, "Slack is not well: it answers internal_error."],
  ["drops the connection", SLACK_FAULTS.dropped, "Slack was not reached"],
  ["says nothing", SLACK_FAULTS.silent, "Slack was not reached: it did not answer in time."],
  ["names a time to wait", SLACK_FAULTS.tooMany, "Slack asks for patience."],
  ["names none", SLACK_FAULTS.tooManyUntold, "Slack asks for patience."],
  [
    "does not accept the token",
    { status: 200, body: { ok: false, error: "token_revoked" } },
    "Slack does not accept the token any more.",
  ],
  [
    "is of a plan without groups",
    { status: 200, body: { ok: false, error: "plan_upgrade_required" } },
    "This Slack has no user groups: they come with its paid plans.",
  ],
  ["is no Slack", { status: 404 }, "What answers at SLACK_API_URL is no Slack"],
];

describe("who is in a user group", () => {
  it("is read by its handle, which is looked up once an hour, in any case", async () => {
    const { readGroup, methods, wind } = await set();
    expect(await readGroup("@stewards")).toEqual({ kind: "members", members: STEWARDS.users });
    await readGroup("@stewards");
    expect(methods()).toEqual([
      "usergroups.list",
      "usergroups.users.list",
      "usergroups.users.list",
    ]);
    wind(61 * MINUTE);
    await readGroup("@stewards");
    expect(methods().slice(3)).toEqual(["usergroups.list", "usergroups.users.list"]);
  });

  it("is read by its id at once", async () => {
    const { readGroup, methods } = await set();
    expect(await readGroup("S0STEW")).toEqual({ kind: "members", members: STEWARDS.users });
    expect(methods()).toEqual(["usergroups.users.list"]);
  });

  it.each(["@nobody", "S0NONE"])("is nobody's business where there is no %s", async (group) => {
    const { readGroup } = await set();
    expect(await readGroup(group)).toEqual({
      kind: "gone",
      why: "Slack knows no such user group, or it was disabled.",
    });
  });

  it("is looked up anew once the group of that handle is another", async () => {
    const { readGroup, slack } = await set();
    await readGroup("@stewards");
    slack.world.setGroups([{ ...STEWARDS, id: "S0NEW", users: ["U0CY"] }]);
    expect(await readGroup("@stewards")).toMatchObject({ kind: "gone" });
    expect(await readGroup("@stewards")).toEqual({ kind: "members", members: ["U0CY"] });
  });

  it("needs a scope, which is named", async () => {
    const { readGroup } = await set({ scopes: ["chat:write"] });
    expect(await readGroup("S0STEW")).toEqual({
      kind: "failed",
      why: expect.stringContaining("The Slack app lacks a scope: usergroups:read."),
    });
  });

  it.each(FAILURES)("is not known while Slack %s", async (_, fault, why) => {
    const { readGroup, slack } = await set({}, 1500);
    slack.faults.failNext(1, fault);
    expect(await readGroup("S0STEW")).toEqual({
      kind: "failed",
      why: expect.stringContaining(why),
    });
  });

  it("is not asked for again while Slack asks for patience", async () => {
    const { readGroup, slack, wind, methods } = await set();
    slack.faults.failNext(1, SLACK_FAULTS.tooMany);
    await readGroup("S0STEW");
    wind(29_000);
    expect(await readGroup("S0STEW")).toMatchObject({ kind: "failed" });
    expect(methods()).toHaveLength(1);
    wind(1000);
    expect(await readGroup("S0STEW")).toMatchObject({ kind: "members" });
  });
});

describe("a member by e-mail address", () => {
  it("is looked up once an hour", async () => {
    const { chat, methods, wind } = await set();
    expect(await chat.memberOf("ana@example.org")).toBe("U0ANA");
    expect(await chat.memberOf("nobody@example.org")).toBeNull();
    expect(await chat.memberOf("ana@example.org")).toBe("U0ANA");
    expect(await chat.memberOf("nobody@example.org")).toBeNull();
    expect(methods()).toHaveLength(2);
    wind(61 * MINUTE);
    await chat.memberOf("ana@example.org");
    expect(methods()).toHaveLength(3);
  });

  it.each(FAILURES.slice(0, 6))("waits while Slack %s", async (_, fault, why) => {
    const { chat, slack } = await set({}, 1500);
    slack.faults.failNext(1, fault);
    const error = await chat.memberOf("ana@example.org").catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RetryLaterError);
    expect(String(error)).toContain(why);
    expect(String(error)).not.toContain("example.org");
  });

  it("needs a scope", async () => {
    const { chat } = await set({ scopes: ["chat:write"] });
    const error = await chat.memberOf("ana@example.org").catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TerminalError);
    expect(String(error)).toContain("users:read.email");
    expect(String(error)).not.toContain("example.org");
  });
});
