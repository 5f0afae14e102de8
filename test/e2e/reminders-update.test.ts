import { expect, test } from "@jest/globals";
import { useScenes } from "./scene.ts";

const createScene = useScenes();
const MINUTE = 60_000;

test("an update is asked for ahead of its promise, at it and after it, and a new one moves all of that", async () => {
  const scene = await createScene({ files: { ".github/sitrep.yml": "manager: sam\n" } });
  const number = await scene.incident();
  const due = () => scene.notices(number).filter((text) => text.includes("status update"));
  await scene.say("ana", number, "/mitigated\n/liaison @bo");
  await scene.say("bo", number, "/accept\n/update logins are slow\nnext: 1h");
  await scene.wind(44 * MINUTE);
  expect(due()).toEqual([]);
  await scene.wind(MINUTE);
  expect(due()).toEqual([expect.stringMatching(/^@bo, please tell .* a status update is due/)]);
  await scene.wind(15 * MINUTE);
  expect(due()[1]).toMatch(/^@bo, @ana, please tell the community where things stand/);
  await scene.say("bo", number, "/update logins work\nnext: 4h");
  const hidden = () =>
    scene
      .issue(number)
      .comments.filter(({ body }) => body.includes("sitrep:post remind/update-due"))
      .map(({ minimized }) => minimized);
  expect(hidden()).toEqual(["outdated", "outdated"]);
  await scene.wind(224 * MINUTE);
  expect(due()).toHaveLength(2);
  await scene.wind(16 * MINUTE);
  expect(due()).toHaveLength(3);
  // Nobody answers: the manager hears of it two working hours after the promise.
  await scene.wind(120 * MINUTE);
  expect(due().at(-1)).toMatch(/^@sam, please see that the community is told where things stand/);
  await scene.say("ana", number, "/resolve");
  expect(hidden().filter((reason) => reason === null)).toEqual([]);
});
