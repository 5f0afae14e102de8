import { expect, test } from "@jest/globals";
import { useScenes } from "./scene.ts";

const createScene = useScenes();
const MINUTE = 60_000;

const POLICY = "manager: sam\nengineering: [bo]\n";
const FILES = { files: { ".github/sitrep.yml": POLICY } };

test("somebody who was named is asked again, then the manager is, until they answer", async () => {
  const scene = await createScene(FILES);
  const number = await scene.incident();
  const asked = () =>
    scene.notices(number).filter((text) => /can you be|has not answered/.test(text));
  await scene.say("ana", number, "/commander @bo\n/mitigated");
  await scene.wind(9 * MINUTE);
  expect(asked()).toEqual([]);
  await scene.wind(MINUTE);
  expect(asked()).toEqual([expect.stringMatching(/^@bo, can you be \*\*Incident Commander\*\*\?/)]);
  await scene.wind(10 * MINUTE);
  expect(asked()).toHaveLength(2);
  expect(asked()[1]).toContain("@sam, please reach them in another way, or name somebody else");
  await scene.say("bo", number, "/accept");
  const comments = scene
    .issue(number)
    .comments.filter(({ body }) => body.includes("sitrep:post remind/confirm-role"));
  expect(comments.map(({ minimized }) => minimized)).toEqual(["outdated", "outdated"]);
  await scene.wind(60 * MINUTE);
  expect(asked()).toHaveLength(2);
});

test("while nobody leads, the manager and engineering are asked, once at a time, until somebody does", async () => {
  const scene = await createScene(FILES);
  const number = await scene.incident();
  const missing = () =>
    scene
      .issue(number)
      .comments.filter(({ body }) => body.includes("sitrep:post remind/commander-missing"))
      .map(({ minimized }) => minimized);
  await scene.say("ana", number, "/mitigated");
  await scene.edit("ana", number, (body) => body.replace(/(Commander:\*\*) @ana/, "$1"));
  expect(missing()).toEqual([null]);
  expect(scene.notices(number).at(-1)).toContain(
    "@sam, please name somebody: `/commander @user`. @bo, whoever can take it: write `/commander me`.",
  );
  await scene.wind(10 * MINUTE);
  expect(missing()).toEqual(["outdated", null]);
  await scene.edit("bo", number, (body) => body.replace("Commander:**", "Commander:** @bo"));
  expect(missing()).toEqual(["outdated", "outdated"]);
  await scene.wind(60 * MINUTE);
  expect(missing()).toHaveLength(2);
});

test("after six hours on duty the commander hears who could take over", async () => {
  const people = "people:\n  bo: { zone: UTC, hours: '09:00-24:00' }\n";
  const scene = await createScene({ files: { ".github/sitrep.yml": POLICY + people } });
  const number = await scene.incident();
  const suggested = () =>
    scene.notices(number).filter((text) => text.includes("Time to hand over"));
  await scene.say("ana", number, "/mitigated");
  await scene.wind(359 * MINUTE);
  expect(suggested()).toEqual([]);
  await scene.wind(MINUTE);
  expect(suggested()).toEqual([
    expect.stringContaining("To ask one of them, write `/handoff @bo`"),
  ]);
  await scene.say("ana", number, "/handoff @bo");
  await scene.say("bo", number, "/accept");
  const comments = scene
    .issue(number)
    .comments.filter(({ body }) => body.includes("sitrep:post remind/handoff"));
  expect(comments.map(({ minimized }) => minimized)).toEqual(["outdated"]);
});
