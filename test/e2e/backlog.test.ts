import { expect, test } from "@jest/globals";
import { items, valueOf, withBacklog } from "./backlog-scene.ts";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();
const MINUTE = 60_000;

test("an incident comes into the backlog when it escalates, and its item follows the phases", async () => {
  const { scene, number } = await withBacklog(createScene);
  expect(items(scene)).toEqual([]);
  await scene.wind(31 * MINUTE);
  expect(items(scene)).toEqual([
    {
      repository: REPO,
      number,
      title: "Hub is down",
      fields: {
        Status: "Needs help",
        Kind: "Incident",
        Sprint: "Sprint 9",
        Points: 2.5,
        Note: "an incident & its <b>item</b>",
      },
    },
  ]);
  await scene.say("ana", number, "/mitigated");
  expect(valueOf(scene, number, "Status")).toBe("In review");
  await scene.say("ana", number, "/resolve");
  expect(valueOf(scene, number, "Status")).toBe("Done");
  expect(valueOf(scene, number, "Resolved on")).toBe("2026-03-06");
  expect(items(scene)).toHaveLength(1);
  await scene.say("ana", number, "/reopen it is down again");
  expect(valueOf(scene, number, "Status")).toBe("In progress");
});

test("a call for help by command puts it there at once", async () => {
  const { scene, number } = await withBacklog(createScene);
  await scene.say("bo", number, "/escalate nobody here knows the storage");
  expect(valueOf(scene, number, "Status")).toBe("Needs help");
});

test("`/backlog` puts it there before it escalates", async () => {
  const { scene, number } = await withBacklog(createScene);
  await scene.say("bo", number, "/backlog");
  expect(scene.receipts(number, "/backlog")).toEqual(["+1"]);
  expect(valueOf(scene, number, "Status")).toBe("In progress");
  expect(scene.status(number)).toContain("bo put it into the backlog");
  const page = `${scene.github.url}/orgs/acme/projects/1`;
  expect(scene.posts(number)[0]).toContain(`**Backlog:** [acme/1](${page})`);
  await scene.wind(31 * MINUTE);
  expect(valueOf(scene, number, "Status")).toBe("Needs help");
  expect(items(scene)).toHaveLength(1);
});

test("without a project in the policy, `/backlog` says what is missing, and an escalation goes on without", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("bo", number, "/backlog");
  expect(scene.receipts(number, "/backlog")).toEqual(["confused"]);
  expect(scene.notices(number).at(-1)).toContain("The policy names no project.");
  await scene.wind(31 * MINUTE);
  expect(scene.github.calls.all.filter(({ path }) => path.includes("projects"))).toEqual([]);
});
