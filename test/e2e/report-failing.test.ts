import { expect, test } from "@jest/globals";
import type { CallMatcher } from "../../src/sandbox/github/index.ts";
import { reportComments, resolved, theFile, theReport } from "./reports.ts";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const MINUTE = 60_000;

const named =
  (...names: readonly string[]): CallMatcher =>
  ({ operationName }) =>
    operationName !== null && names.includes(operationName);

const drafts = (scene: Scene) =>
  scene.github.world
    .pullRequests(REPO)
    .map(({ branch, files }) => [branch, files.map(({ path }) => path)]);

test.each([
  ["before it is drafted", "before", "DraftReport"],
  ["after it was drafted, before the answer", "after", "DraftReport"],
  ["while it is looked for", "before", "Report"],
  ["while its file is looked for", "after", "ReportFiles"],
] as const)("killed %s, the next life finishes it, once", async (_, when, name) => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.failNext(1, { status: "drop", when, match: named(name) });
  scene.as("ana").comment(REPO, number, "/resolve");
  await scene.github.idle();
  await scene.stop();
  await scene.start();
  expect(drafts(scene)).toEqual([
    [`incident-report/hubs-${number}`, [expect.stringMatching(/\.md$/)]],
  ]);
});

test.each([["createRef"], ["createCommitOnBranch"], ["createPullRequest"]])(
  "where %s alone fails, the rest is there and it comes with the next look",
  async (field) => {
    const scene = await createScene();
    const number = await scene.incident();
    scene.github.faults.failNextField(field, "UNPROCESSABLE");
    await scene.say("ana", number, "/resolve");
    await scene.wind(11 * MINUTE);
    // What GitHub refuses outright leaves the draft in a comment; it stands there once.
    expect(drafts(scene).length + reportComments(scene, number).length).toBe(1);
  },
);

test("a GitHub that fails for a while delays the report alone, says so, and then it comes", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.failFor(30 * MINUTE, { status: 502, match: named("Report", "DraftReport") });
  await scene.say("ana", number, "/resolve");
  expect(scene.status(number)).toContain("Resolved since");
  expect(scene.status(number)).toMatch(/The Incident Report: .* Everything else goes on/);
  await scene.say("ana", number, "/reopen it is back");
  await scene.say("ana", number, "/resolve");
  expect(scene.status(number)).toContain("Resolved since");
  await scene.wind(45 * MINUTE);
  expect(theReport(scene).isDraft).toBe(true);
  expect(scene.status(number)).not.toContain("Everything else goes on");
});

test("a repository that takes no drafts gets a pull request that is none", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.world.setDrafts(REPO, false);
  await scene.say("ana", number, "/resolve");
  expect(theReport(scene)).toMatchObject({ isDraft: false, state: "open" });
  expect(theFile(scene).text).toContain("## What Happened");
});

test("a file that people renamed or took away is left to them", async () => {
  const scene = await createScene();
  const number = await resolved(scene);
  const { path, text } = theFile(scene);
  const { branch } = theReport(scene);
  scene.as("bo").commit(REPO, branch, { [path]: null, "reports/mine.md": text });
  await scene.settle();
  await scene.say("sam", number, "/note the alarm was too late");
  expect(theFile(scene)).toMatchObject({
    path: "reports/mine.md",
    text: expect.stringContaining("the alarm was too late"),
  });
  scene.as("bo").commit(REPO, branch, { "reports/mine.md": null, "other.txt": "x" });
  await scene.settle();
  await scene.say("sam", number, "/note the alarm is mended");
  expect(theFile(scene).path).toBe("other.txt");
});

test("a user's words in the title are inert in the report's name and its description", async () => {
  const scene = await createScene();
  const number = await scene.open({
    title: "<!channel> @acme/ops `x` {{y}}",
    labels: ["incident"],
  });
  await scene.say("ana", number, "/resolve");
  const report = theReport(scene);
  expect(report.title).toBe("Incident report: <!channel> @acme/ops `x` {{y}}");
  expect(report.body).not.toContain("@acme/ops");
  expect(theFile(scene).text.replace(/^---[^]*?---/, "")).not.toMatch(/(?<![\w`])@acme\/ops/);
});
