import { afterEach, expect, test } from "@jest/globals";
import {
  type EmbeddedSlack,
  SLACK_FAULTS,
  startEmbeddedSlack,
} from "../../src/sandbox/slack/index.ts";
import { useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const MINUTE = 60_000;
const POLICY = [
  "steward: { slack: '@stewards', fallback: sam }",
  "people: { bo: { slack: U0BO }, ana: { slack: U0ANA } }",
  "",
].join("\n");

const running: EmbeddedSlack[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((slack) => slack.close()));
});

interface Setting {
  readonly slack: EmbeddedSlack;
  readonly scene: Scene;
}

/** Sitrep beside a Slack whose group has these members. */
async function withGroup(
  users: readonly string[],
  { owners = ["acme"], scopes }: { readonly owners?: string[]; readonly scopes?: string[] } = {},
): Promise<Setting> {
  const slack = await startEmbeddedSlack({
    channels: [],
    now: () => new Date(0),
    ...(scopes && { scopes }),
  });
  running.push(slack);
  slack.world.setGroups([{ id: "S0STEW", handle: "stewards", users }]);
  const { token, apiUrl } = slack;
  const files = { ".github/sitrep.yml": POLICY };
  return {
    slack,
    scene: await createScene({ files, settings: { owners, slack: { token, apiUrl } } }),
  };
}

const setMembers = ({ slack }: Setting, users: readonly string[]): void =>
  slack.world.setGroups([{ id: "S0STEW", handle: "stewards", users }]);

const commanderOf = (scene: Scene, number: number): string =>
  /Incident Commander:\*\* @(\w+)/.exec(scene.issue(number).body)?.[1] ?? "";

test("the only member of a group in Slack is Support Steward, and Slack is asked little", async () => {
  const setting = await withGroup(["U0BO"]);
  const { scene, slack } = setting;
  const number = await scene.incident("Down.", "ana");
  expect(commanderOf(scene, number)).toBe("bo");
  await scene.say("ana", number, "/severity 1");
  expect(slack.calls().map(({ method }) => method)).toEqual([
    "usergroups.list",
    "usergroups.users.list",
  ]);
  expect(scene.status(number)).not.toContain("stewards");
  // Whoever has the duty next, by the group's next members.
  setMembers(setting, ["U0ANA"]);
  await scene.wind(6 * MINUTE);
  await scene.say("sam", number, "/commander steward");
  expect(commanderOf(scene, number)).toBe("ana");
});

test("while Slack is down its last answer serves, after a restart too, and the status comment says how old it is", async () => {
  const { scene, slack } = await withGroup(["U0BO"]);
  const first = await scene.incident("Down.", "ana");
  expect(commanderOf(scene, first)).toBe("bo");
  slack.faults.setDown(true);
  await scene.stop();
  await scene.wind(20 * MINUTE);
  await scene.start();
  const second = await scene.incident("Down again.", "ana");
  expect(commanderOf(scene, second)).toBe("bo");
  expect(scene.status(second)).toContain(
    "Slack's group @\u200Bstewards does not tell who is Support Steward. Slack is not well: it answers 503. Sitrep goes by who it was as of 2026-03-06 14:00 UTC.",
  );
  slack.faults.setDown(false);
  // The next sweep.
  await scene.wind(11 * MINUTE);
  expect(scene.status(second)).not.toContain("stewards");
});

test.each([
  ["a Slack that is not well", SLACK_FAULTS.unavailable, "Slack is not well: it answers 503."],
  ["a Slack that asks for patience", SLACK_FAULTS.tooMany, "Slack asks for patience."],
  ["a Slack that was not reached", SLACK_FAULTS.dropped, "Slack was not reached"],
] as const)("%s leaves it to the fallback", async (_, fault, why) => {
  const { scene, slack } = await withGroup(["U0BO"]);
  slack.faults.failNext(20, fault);
  const number = await scene.incident("Down.", "ana");
  expect(commanderOf(scene, number)).toBe("sam");
  expect(scene.status(number)).toContain(why);
  expect(scene.status(number)).toContain("Meanwhile it is sam.");
});

test("a Slack app without the scope says which it lacks", async () => {
  const { scene } = await withGroup(["U0BO"], { scopes: ["chat:write"] });
  const number = await scene.incident("Down.", "ana");
  expect(commanderOf(scene, number)).toBe("sam");
  expect(scene.status(number)).toContain("The Slack app lacks a scope: usergroups:read.");
});

test("for owners whom the operator did not name, no group is asked", async () => {
  const { scene, slack } = await withGroup(["U0BO"], { owners: ["someone-else"] });
  const number = await scene.incident("Down.", "ana");
  expect(commanderOf(scene, number)).toBe("sam");
  expect(scene.status(number)).toContain("Slack is not connected for this repository.");
  expect(slack.calls()).toEqual([]);
});
