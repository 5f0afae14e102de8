import { expect, test } from "@jest/globals";
import { FINISHED } from "../report/lint/finished.ts";
import { resolved, rewrite, theFile, theReport } from "./reports.ts";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const FILE = ".github/sitrep.yml";
const LIAISON_REVIEWS = { [FILE]: "report: { reviewers: [liaison] }\n" };

/** The line of the status comment about the report. */
const line = (scene: Scene, number: number): string =>
  /\*\*Incident Report:\*\* (.*)/.exec(scene.status(number))?.[1] ?? "";

test("from the resolution to a published report: asked, approved, merged, told, and the gate opens", async () => {
  const scene = await createScene({ files: LIAISON_REVIEWS });
  const number = await resolved(scene);
  const pull = theReport(scene).number;
  expect(line(scene, number)).toBe("a draft, to be filled in");
  expect(theReport(scene).requested).toEqual([]);

  scene.as("ana").markReady(REPO, pull);
  await scene.settle();
  expect(theReport(scene).requested).toEqual(["bo"]);
  expect(line(scene, number)).toContain("in review: bo is asked to approve it");

  scene.as("sam").review(REPO, pull, "approved");
  await scene.settle();
  expect(line(scene, number)).toContain("in review");

  scene.as("bo").review(REPO, pull, "approved");
  await scene.settle();
  expect(line(scene, number)).toBe("reviewed; merging it publishes it");

  scene.as("ana").merge(REPO, pull);
  await scene.settle();
  expect(line(scene, number)).toBe("published");
  expect(scene.notices(number)).toContainEqual(
    expect.stringMatching(
      /^\*\*The Incident Report is published:\*\* .*pull\/\d+.* ana merged it\.$/,
    ),
  );
  expect(scene.issue(number).body).toContain("[x] Fill in the Incident Report");
  expect(scene.status(number)).toMatch(
    /Sitrep drafted the Incident Report[^]*bo approved[^]*ana published/,
  );
  await scene.say("ana", number, "/done announce\n/confirm\n/close");
  expect(scene.issue(number).state).toBe("closed");
});

test("a review that nobody asked for any more is not asked for again, and deliveries that come twice do nothing", async () => {
  const scene = await createScene({ files: LIAISON_REVIEWS });
  const number = await resolved(scene);
  const pull = theReport(scene).number;
  scene.as("ana").markReady(REPO, pull);
  await scene.settle();
  scene.as("bo").review(REPO, pull, "changes_requested", "Who noticed it?");
  await scene.settle();
  const before = [theReport(scene), scene.status(number), scene.posts(number)];
  for (const { id, event } of scene.github.deliveries.all.slice()) {
    if (event.startsWith("pull_request")) scene.github.deliveries.redeliver(id);
  }
  await scene.settle();
  expect([theReport(scene), scene.status(number), scene.posts(number)]).toEqual(before);
  expect(theReport(scene).requested).toEqual([]);
});

test("what people write is kept while the facts go on, and a conflict is shown", async () => {
  const scene = await createScene();
  const number = await resolved(scene);
  await rewrite(scene, "bo", (text) => `${text}\nWe learned a lot.\n`);
  await scene.say("sam", number, "/note the alarm was too late");
  const { text } = theFile(scene);
  expect(text).toContain("We learned a lot.");
  expect(text).toContain("the alarm was too late");
  await rewrite(scene, "bo", (before) =>
    before.replace("the alarm was too late", "too late an alarm"),
  );
  await scene.say("sam", number, "/note the alarm is mended");
  expect(theFile(scene).text).toContain("too late an alarm");
  expect(theFile(scene).text).toMatch(/The facts changed after somebody edited/);
});

test("somebody who pushes at the same time loses nothing", async () => {
  const scene = await createScene();
  const number = await resolved(scene);
  const { path, text } = theFile(scene);
  const { branch } = theReport(scene);
  scene.github.faults.beforeNext(
    ({ operationName }) => operationName === "RefreshReport",
    () => scene.github.world.as("bo").commit(REPO, branch, { [path]: `${text}\nMine.\n` }),
  );
  await scene.say("sam", number, "/note the alarm was too late");
  await scene.settle();
  expect(theFile(scene).text).toContain("Mine.");
  expect(theFile(scene).text).toContain("the alarm was too late");
});

test("its check says on each state what is unfinished, with the lines, until nothing is", async () => {
  const scene = await createScene();
  await resolved(scene);
  const [first] = theReport(scene).checks;
  expect(first).toMatchObject({
    name: "Sitrep report",
    conclusion: "failure",
    title: expect.stringMatching(/^\d+ to mend/),
    summary: expect.stringMatching(/^This is unfinished:\n\n- line \d+: /),
  });
  expect(first?.annotations[0]).toMatchObject({
    path: theFile(scene).path,
    annotation_level: "failure",
  });
  await rewrite(scene, "bo", () => FINISHED);
  expect(theReport(scene).checks).toMatchObject([
    { conclusion: "success", title: "Nothing is missing" },
  ]);
});

test("a pull request that people close is left alone, and taken up again when they reopen it", async () => {
  const scene = await createScene();
  const number = await resolved(scene);
  const pull = theReport(scene).number;
  scene.as("bo").closePullRequest(REPO, pull);
  await scene.settle();
  expect(line(scene, number)).toBe("its pull request was closed");
  await scene.say("ana", number, "/report");
  expect(scene.notices(number).at(-1)).toContain("Its pull request was closed");
  expect(theReport(scene).state).toBe("closed");
  scene.as("bo").reopenPullRequest(REPO, pull);
  await scene.settle();
  expect(line(scene, number)).toBe("a draft, to be filled in");
});

test("without its record Sitrep finds the report again, and tells nothing twice", async () => {
  const scene = await createScene();
  const number = await resolved(scene);
  const pull = theReport(scene).number;
  scene.as("ana").markReady(REPO, pull);
  scene.as("bo").review(REPO, pull, "approved");
  scene.as("ana").merge(REPO, pull);
  await scene.settle();
  const before = [scene.status(number), scene.notices(number)];
  const status = scene.issue(number).comments.find(({ body }) => body.includes("sitrep:record"));
  const spoilt = (status?.body ?? "").replace(
    /<!-- sitrep:record[^]*/,
    "<!-- sitrep:record v2 -->",
  );
  scene.as("ana").editComment(REPO, number, status?.id ?? 0, spoilt);
  await scene.settle();
  expect([scene.status(number), scene.notices(number)]).toEqual(before);
});

test("/report drafts it before the incident is over, and only for those who may", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("cleo", number, "/report");
  expect(scene.github.world.pullRequests(REPO)).toEqual([]);
  await scene.say("bo", number, "/report");
  expect(theReport(scene).isDraft).toBe(true);
  expect(scene.receipts(number, "/report")).toEqual(["+1"]);
});
