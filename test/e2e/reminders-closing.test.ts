import { expect, test } from "@jest/globals";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

const QUIET = "nobody has written here since";
const TELL = "please tell the community that it is over";
const MAY_CLOSE = "**This incident may be closed:**";
const REPORT = "**The Incident Report is not filled in.**";

/** Sitrep's comments that hold the words, oldest first: their text, and why they are hidden. */
const comments = (scene: Scene, number: number, words: string) =>
  scene.issue(number).comments.filter(({ body }) => body.includes(words));
const hidden = (scene: Scene, number: number, words: string) =>
  comments(scene, number, words).map(({ minimized }) => minimized);

test("a silence of four working hours is asked about once, until somebody writes", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.wind(4 * HOUR - 60_000);
  expect(comments(scene, number, QUIET)).toEqual([]);
  await scene.wind(60_000);
  expect(comments(scene, number, QUIET).map(({ body }) => body)).toEqual([
    expect.stringContaining(`@ana, ${QUIET} 2026-03-06 14:00 UTC.`),
  ]);
  await scene.wind(HOUR);
  expect(hidden(scene, number, QUIET)).toEqual([null]);
  await scene.say("cleo", number, "Any news?");
  expect(hidden(scene, number, QUIET)).toEqual(["outdated"]);
  // Friday, 19:00: the next four hours are over at 23:00, and the weekend is quiet.
  await scene.wind(4 * HOUR);
  expect(hidden(scene, number, QUIET)).toEqual(["outdated", null]);
  await scene.wind(2 * DAY);
  await scene.say("ana", number, "/resolve");
  expect(hidden(scene, number, QUIET)).toEqual(["outdated", "outdated"]);
});

test("a resolution asks the liaison for the community's word, until it is given", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/liaison @bo");
  await scene.say("ana", number, "/resolve");
  expect(scene.notices(number).slice(1)).toEqual([
    expect.stringMatching(/^\*\*Resolved\*\* by ana/),
    expect.stringMatching(/^@bo, please tell the community that it is over/),
  ]);
  await scene.say("bo", number, "/update It works again, sorry for the trouble.");
  expect(hidden(scene, number, TELL)).toEqual([null]);
  await scene.say("bo", number, "/confirm");
  expect(hidden(scene, number, TELL)).toEqual(["outdated"]);
  await scene.say("ana", number, "/reopen it is back");
  await scene.say("ana", number, "/resolve");
  expect(hidden(scene, number, TELL)).toEqual(["outdated", null]);
});

test("closing by hand hides the request for the community's word as well", async () => {
  const scene = await createScene({ files: { ".github/sitrep.yml": "closeGate: off\n" } });
  const number = await scene.incident();
  await scene.say("ana", number, "/resolve");
  scene.as("bo").close(REPO, number);
  await scene.settle();
  expect(hidden(scene, number, TELL)).toEqual(["outdated"]);
});

test("two working days of silence after word to the community permit closing, and a person closes", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/resolve");
  // Friday, 14:00: two working days of round the clock are over on Tuesday at 14:00.
  await scene.say("ana", number, "/update It works again.\n/done report");
  await scene.wind(4 * DAY - 60_000);
  expect(comments(scene, number, MAY_CLOSE)).toEqual([]);
  await scene.wind(60_000);
  expect(comments(scene, number, MAY_CLOSE).map(({ body }) => body)).toEqual([
    expect.stringMatching(/has been silent for 48 working hours[^]*@ana, please write `\/close`\./),
  ]);
  expect(scene.issue(number).state).toBe("open");
  await scene.say("ana", number, "/close");
  expect(scene.issue(number).state).toBe("closed");
  expect(hidden(scene, number, MAY_CLOSE)).toEqual(["outdated"]);
});

test("what keeps it open keeps that back, and takes it back", async () => {
  const scene = await createScene();
  const number = await scene.incident(
    "The hub is down.\n\n## Action items\n\n- [ ] watch the disks\n",
  );
  await scene.say("ana", number, "/resolve\n/confirm\n/done announce\n/done report");
  expect(comments(scene, number, MAY_CLOSE)).toEqual([]);
  const child = scene.as("ana").openIssue(REPO, { title: "Watch the disks" });
  await scene.edit("ana", number, (body) => body.replace("watch the disks", `#${child}`));
  expect(comments(scene, number, MAY_CLOSE).map(({ body }) => body)).toEqual([
    expect.stringContaining("the community confirmed that it is over"),
  ]);
  await scene.edit("ana", number, (body) => body.replace("- [x] Fill in", "- [ ] Fill in"));
  expect(hidden(scene, number, MAY_CLOSE)).toEqual(["outdated"]);
  await scene.say("ana", number, "/done report");
  expect(hidden(scene, number, MAY_CLOSE)).toEqual(["outdated", null]);
});

test("the report is asked for after three working days and every two, one request at a time", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/resolve\n/confirm");
  // Friday, 14:00: three working days later is Wednesday.
  await scene.wind(5 * DAY);
  expect(comments(scene, number, REPORT).map(({ body }) => body)).toEqual([
    expect.stringMatching(
      /@ana, please answer the questions in \[the draft\]\(\S+\/pull\/\d+\), then/,
    ),
  ]);
  await scene.wind(2 * DAY);
  expect(hidden(scene, number, REPORT)).toEqual(["outdated", null]);
  await scene.say("ana", number, "/done report");
  expect(hidden(scene, number, REPORT)).toEqual(["outdated", "outdated"]);
  await scene.wind(30 * DAY);
  expect(comments(scene, number, REPORT)).toHaveLength(2);
});

test("a report that was missed while Sitrep was down is asked for once, and it says so", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/resolve\n/confirm");
  await scene.stop();
  await scene.wind(10 * DAY);
  await scene.start();
  expect(comments(scene, number, REPORT).map(({ body }) => body)).toEqual([
    expect.stringMatching(/_Due 2026-03-11 14:00 UTC, 2026-03-13 14:00 UTC.*last active here/),
  ]);
});
