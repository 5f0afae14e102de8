import { expect, test } from "@jest/globals";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const MINUTE = 60_000;
const TOLD = "Tell the Community Representative that it is resolved";
const REPORT = "Fill in the Incident Report";

const tick = (step: string) => (body: string) => body.replace(`- [ ] ${step}`, `- [x] ${step}`);
const untick = (step: string) => (body: string) => body.replace(`- [x] ${step}`, `- [ ] ${step}`);

/** The step that `/close` says is missing. */
async function missing(scene: Scene, number: number, by = "ana"): Promise<string> {
  await scene.say(by, number, "/close");
  return scene.notices(number).at(-1) ?? "";
}

test("steps that people tick in the top comment are their word for it", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/resolve\n/confirm");
  await scene.edit("bo", number, tick(TOLD));
  await scene.edit("bo", number, tick(REPORT));
  expect(scene.status(number)).toContain(`bo said that this is done: ${TOLD}`);
  expect(scene.status(number)).toContain(`bo said that this is done: ${REPORT}`);
  await scene.edit("sam", number, untick(REPORT));
  expect(scene.status(number)).toContain(`sam said that this is not done: ${REPORT}`);
  expect(await missing(scene, number)).toMatch(/^\*\*Not closed yet\.\*\*[^]*Incident Report/);
  expect(scene.issue(number).body).toContain(`- [ ] ${REPORT}`);
  await scene.edit("sam", number, tick(REPORT));
  await scene.say("ana", number, "/close");
  expect(scene.issue(number).state).toBe("closed");
});

test("a tick by somebody without rights opens nothing, and stays", async () => {
  const scene = await createScene();
  const number = await scene.incident("The hub is down.", "cleo");
  await scene.say("ana", number, "/resolve\n/confirm");
  await scene.edit("cleo", number, tick(REPORT));
  expect(scene.issue(number).body).toContain(`- [x] ${REPORT}`);
  expect(scene.status(number)).not.toContain("said that this is done");
  expect(await missing(scene, number)).toContain("The Incident Report is not done");
  await scene.say("ana", number, "/done report\n/close");
  expect(scene.issue(number).state).toBe("closed");
});

test("that it is over cannot have been told before it is", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.edit("bo", number, tick(TOLD));
  await scene.say("ana", number, "/resolve\n/done report");
  expect(await missing(scene, number)).toContain("The community was not told");
  await scene.edit("bo", number, untick(TOLD));
  await scene.edit("bo", number, tick(TOLD));
  expect(await missing(scene, number)).not.toContain("The community was not told");
});

test("steps for which Sitrep sees evidence tick themselves, once", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/escalate no idea");
  await scene.say("ana", number, "/update we look into it");
  const body = () => scene.issue(number).body;
  expect(body()).toContain("- [x] If time runs out or you are stuck");
  expect(body()).toContain("- [x] Send the Community Representative regular");
  await scene.edit("bo", number, untick("If time runs out"));
  await scene.say("ana", number, "/note x");
  expect(body()).toContain("- [ ] If time runs out");
  await scene.say("ana", number, "/resolve\n/done told\n/tick report");
  expect(body()).toContain(`- [x] ${TOLD}`);
  expect(body()).toContain(`- [x] ${REPORT}`);
  expect(scene.status(number)).not.toContain("this is not done");
});

test("/escalate calls for help at once and stands; the reminder of it does not come any more", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.wind(10 * MINUTE);
  await scene.say("bo", number, "/escalate nobody knows the storage");
  const help = () =>
    scene.issue(number).comments.filter((one) => one.body.includes("Help is needed"));
  expect(help()).toHaveLength(1);
  expect(help()[0]?.body).toContain("nobody knows the storage");
  expect(scene.status(number)).toContain("bo asked for help: nobody knows the storage");
  await scene.wind(30 * MINUTE);
  expect(help()).toHaveLength(1);
  await scene.say("ana", number, "/escalate");
  expect(scene.notices(number).at(-1)).toContain(
    "Help was called already, 2026-03-06 14:10 UTC, by bo.",
  );
  await scene.say("ana", number, "/resolve");
  expect(help()[0]?.minimized ?? null).toBeNull();
  await scene.say("ana", number, "/reopen it is back\n/escalate");
  expect(help()).toHaveLength(2);
});

test("what was told of one resolution is asked anew of the next; the report stays done", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/resolve\n/done told\n/done report\n/confirm\n/close");
  expect(scene.issue(number).state).toBe("closed");
  await scene.wind(60 * MINUTE);
  scene.as("bo").reopen(REPO, number);
  await scene.settle();
  await scene.say("ana", number, "/resolve");
  const text = await missing(scene, number);
  expect(text).toContain("The community was not told");
  expect(text).not.toContain("The Incident Report");
});

test("what was closed as not planned and opened again later is responded to anew, within minutes it goes on", async () => {
  const scene = await createScene();
  const [soon, late] = [await scene.incident(), await scene.incident()];
  await scene.wind(20 * MINUTE);
  for (const number of [soon, late]) {
    scene.as("bo").close(REPO, number, "not_planned");
    await scene.settle();
  }
  await scene.wind(5 * MINUTE);
  scene.as("bo").reopen(REPO, soon);
  await scene.wind(15 * MINUTE);
  const helped = (number: number) =>
    scene.notices(number).some((text) => text.includes("Help is needed"));
  expect(helped(soon)).toBe(true);
  scene.as("bo").reopen(REPO, late);
  await scene.settle();
  await scene.wind(29 * MINUTE);
  expect(helped(late)).toBe(false);
  await scene.wind(MINUTE);
  expect(helped(late)).toBe(true);
});
