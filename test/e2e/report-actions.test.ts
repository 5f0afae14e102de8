import { expect, test } from "@jest/globals";
import type { CallMatcher } from "../../src/sandbox/github/index.ts";
import { resolved, rewrite, theFile } from "./reports.ts";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();

const items = (scene: Scene, number: number) =>
  scene.issue(number).subIssues.map((one) => scene.issue(one));
const titles = (scene: Scene, number: number) => items(scene, number).map(({ title }) => title);
const writing: CallMatcher = ({ fields }) => fields.includes("createIssue");

test("/action files an action item beneath the incident, with a label, its assignee and a definition of done", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/action Watch the disks @bo");
  const [item, ...others] = items(scene, number);
  expect(others).toEqual([]);
  expect(item).toMatchObject({
    title: "Watch the disks",
    labels: ["action item"],
    assignees: ["bo"],
    author: "sitrep[bot]",
  });
  expect(item?.body).toContain(`acme/hubs/issues/${number}`);
  expect(item?.body).toContain("**Done when:**");
  expect(scene.status(number)).toContain("**Action items:** 1 open, 0 done: Watch the disks (bo)");
  expect(scene.status(number)).toContain("ana filed an action item for bo: Watch the disks");
  scene.as("bo").close(REPO, item?.number ?? 0);
  await scene.wind(11 * 60_000);
  expect(scene.status(number)).toContain("**Action items:** 0 open, 1 done");
});

test("the same title is the same action item, whoever made it and however it is written", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  const own = scene.as("bo").openIssue(REPO, { title: "Watch  the disks" });
  scene.as("bo").addSubIssue(REPO, number, own);
  await scene.say(
    "ana",
    number,
    "/action watch the disks\n/action Write a runbook\n/action write a runbook",
  );
  expect(titles(scene, number)).toEqual(["Watch  the disks", "Write a runbook"]);
});

test.each(["before", "after"] as const)(
  "killed %s GitHub made it, the next life makes it once",
  async (when) => {
    const scene = await createScene();
    const number = await scene.incident();
    await scene.say("ana", number, "/action Add an alert");
    scene.github.faults.failNext(1, { status: "drop", when, match: writing });
    scene.as("ana").comment(REPO, number, "/action Watch the disks @bo");
    await scene.github.idle();
    await scene.stop();
    await scene.start();
    expect(titles(scene, number)).toEqual(["Add an alert", "Watch the disks"]);
    expect(scene.receipts(number, "/action Watch")).toEqual(["+1"]);
  },
);

test("whoever may not, and who cannot be assigned, files none", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("cleo", number, "/action Hire me");
  await scene.say("ana", number, "/action Watch the disks @cleo\n/action");
  expect(items(scene, number)).toEqual([]);
  expect(scene.notices(number).at(-1)).toMatch(/cleo has no write access[^]*what is to be done/);
});

test("/actions makes issues of the bullets in the report and in the top comment, and links the report to them", async () => {
  const scene = await createScene();
  const number = await scene.incident("The hub is down.\n\n## Action items\n\n- Add an alert\n");
  await scene.say("ana", number, "/resolve");
  await rewrite(scene, "bo", (text) =>
    text.replace(
      "## Timeline",
      "- Watch the disks @bo\n- [x] Thank everybody\n- Old one (#77)\n\n## Timeline",
    ),
  );
  await scene.say("ana", number, "/actions");
  expect(titles(scene, number)).toEqual(["Add an alert", "Watch the disks"]);
  const watch = items(scene, number).find(({ title }) => title === "Watch the disks");
  expect(watch?.assignees).toEqual(["bo"]);
  expect(theFile(scene).text).toContain(`- Watch the disks @bo (#${watch?.number})\n`);
  expect(scene.status(number)).not.toContain("Add an alert** has no issue");
  await scene.say("ana", number, "/actions");
  expect(titles(scene, number)).toHaveLength(2);
});

test("an action item does not count as the report, nor the report as one", async () => {
  const scene = await createScene({ files: { ".github/sitrep.yml": "report: { as: issue }\n" } });
  const number = await resolved(scene);
  await scene.say("ana", number, "/action Watch the disks");
  expect(scene.status(number)).toContain("**Action items:** 1 open, 0 done: Watch the disks");
  expect(titles(scene, number)).toHaveLength(2);
});

test("a record that is lost files nothing again, though people renamed the issue", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/action Watch the disks");
  const [item] = items(scene, number);
  scene.as("bo").editTitle(REPO, item?.number ?? 0, "Watch all disks");
  const status = scene.issue(number).comments.find(({ body }) => body.includes("sitrep:record"));
  const spoilt = (status?.body ?? "").replace(
    /<!-- sitrep:record[^]*/,
    "<!-- sitrep:record v2 -->",
  );
  scene.as("ana").editComment(REPO, number, status?.id ?? 0, spoilt);
  await scene.settle();
  expect(titles(scene, number)).toEqual(["Watch all disks"]);
});
