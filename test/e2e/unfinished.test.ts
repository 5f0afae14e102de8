import { describe, expect, test } from "@jest/globals";
import type { CallMatcher } from "../../src/sandbox/github/index.ts";
import { REPO, useScenes, type Scene, type SceneOptions } from "./scene.ts";

const createScene = useScenes();
const HOUR = 60 * 60_000;

const isLookBack: CallMatcher = ({ operationName }) => operationName === "LookBack";
const isComment: CallMatcher = ({ fields, operationName }) =>
  operationName === "Apply" && fields.includes("addComment");

/** Comments about what is unfinished, as people see them. */
const told = (scene: Scene, number: number): readonly string[] =>
  scene.notices(number).filter((text) => text.startsWith("**Before this one:**"));

/** An earlier incident about storage that is resolved, with an action item for bo and no report. */
async function before(options: SceneOptions = {}): Promise<Scene> {
  const scene = await createScene(options);
  const number = await scene.open({
    title: "Storage quota is reached",
    body: "Hub: UToronto\n",
    labels: ["incident"],
  });
  await scene.say("ana", number, "/action Alert before the storage is full @bo");
  await scene.say("ana", number, "/resolve");
  return scene;
}

const RELATED = {
  title: "[Incident] No storage left",
  body: "### Hub\n\nutoronto\n",
  labels: ["incident"],
};
const UNRELATED = { title: "Logins fail", body: "### Hub\n\nberkeley\n", labels: ["incident"] };

test("whoever leads a new incident is told once what related ones left unfinished", async () => {
  const scene = await before();
  const number = await scene.open(RELATED);
  expect(told(scene, number)).toEqual([
    expect.stringMatching(
      /^\*\*Before this one:\*\* 2 things from earlier incidents are not finished/,
    ),
  ]);
  const [text = ""] = told(scene, number);
  expect(text).toContain("- The report of Storage quota is reached. That was over on 2026-03-06;");
  expect(text).toContain(
    "- Alert before the storage is full, an action item of Storage quota is reached.",
  );
  expect(text).toContain(
    "assigned to bo. Related by Hub: “utoronto” and words of the titles: “storage”.",
  );
  expect(text).toContain("@ana, please look");
  expect(told(scene, 1)).toEqual([]);
});

test("nothing is told where nothing is related, and it is read once", async () => {
  const scene = await before();
  const number = await scene.open(UNRELATED);
  expect(told(scene, number)).toEqual([]);
  expect(scene.github.calls.all.filter(isLookBack)).toHaveLength(2);
  await scene.say("ana", number, "/note x");
  await scene.stop();
  await scene.start();
  await scene.say("ana", number, "/note y");
  expect(scene.github.calls.all.filter(isLookBack)).toHaveLength(2);
});

test("a policy that switches it off is followed, and costs no request", async () => {
  const scene = await before({ files: { ".github/sitrep.yml": "related: off\n" } });
  expect(told(scene, await scene.open(RELATED))).toEqual([]);
  expect(scene.github.calls.all.filter(isLookBack)).toEqual([]);
});

describe("it is told once", () => {
  test("when deliveries come twice, the incident is reopened, and its label taken off and put back", async () => {
    const scene = await before();
    scene.github.faults.doubleNextDelivery(20);
    const number = await scene.open(RELATED);
    await scene.say("ana", number, "/cancel");
    await scene.say("ana", number, "/reopen");
    scene.as("ana").removeLabel(REPO, number, "incident");
    await scene.settle();
    scene.as("ana").addLabel(REPO, number, "incident");
    await scene.settle();
    expect(told(scene, number)).toHaveLength(1);
  });

  test("when Sitrep ends after the declaration and before the comment, and loses its record after it", async () => {
    const scene = await before();
    scene.github.faults.failFor(5 * 60_000, { status: 502, match: isLookBack });
    const number = await scene.open(RELATED);
    expect(told(scene, number)).toEqual([]);
    await scene.stop();
    await scene.wind(10 * 60_000);
    await scene.start();
    expect(told(scene, number)).toHaveLength(1);
    const status = scene.issue(number).comments.find(({ body }) => body.includes("sitrep:record"));
    scene.as("ana").editComment(REPO, number, status?.id ?? 0, "Nothing");
    await scene.stop();
    await scene.start();
    await scene.say("ana", number, "/note x");
    expect(told(scene, number)).toHaveLength(1);
  });

  test("when GitHub took the comment, and its answer was lost", async () => {
    const scene = await before();
    scene.github.faults.beforeNext(isLookBack, () =>
      scene.github.faults.failNext(1, { status: 502, when: "after", match: isComment }),
    );
    const number = await scene.open(RELATED);
    expect(told(scene, number)).toHaveLength(1);
  });
});

describe("while earlier incidents cannot be read", () => {
  test("the incident goes on, and it is told when they can be", async () => {
    const scene = await before();
    scene.github.faults.failFor(HOUR / 2, { status: "drop", match: isLookBack });
    const number = await scene.open(RELATED);
    expect(scene.status(number)).toContain("Investigating");
    await scene.say("ana", number, "/mitigated");
    expect(scene.status(number)).toContain("Mitigated");
    expect(told(scene, number)).toEqual([]);
    await scene.pass(HOUR / 2 + 10 * 60_000);
    expect(told(scene, number)).toHaveLength(1);
  });

  test("for an hour, it is given up", async () => {
    const scene = await before();
    scene.github.faults.failFor(HOUR, { status: 502, match: isLookBack });
    const number = await scene.open(RELATED);
    await scene.pass(HOUR);
    const tries = scene.github.calls.all.filter(isLookBack).length;
    await scene.say("ana", number, "/note x");
    await scene.pass(HOUR);
    expect(told(scene, number)).toEqual([]);
    expect(scene.github.calls.all.filter(isLookBack)).toHaveLength(tries);
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(20);
  });
});

test("an incident that Sitrep finds an hour after its declaration is no time for it", async () => {
  const scene = await before();
  await scene.stop();
  const number = scene.as("ana").openIssue(REPO, RELATED);
  await scene.wind(HOUR);
  await scene.start();
  expect(scene.status(number)).toContain("Investigating");
  expect(told(scene, number)).toEqual([]);
});

test("people's words are inert in it", async () => {
  const scene = await createScene();
  const title = "Storage: fixes #1 @acme/hubs [x](https://evil.example) <!-- sitrep:post x -->";
  const first = await scene.open({ title, labels: ["incident"] });
  await scene.say("ana", first, "/resolve");
  const number = await scene.open(RELATED);
  const [text = ""] = told(scene, number);
  expect(text).toContain("@\u200Bacme/hubs");
  expect(text).toContain("fixes #\u200B1");
  expect(text).toContain("\\[x\\](https:\u200B//evil");
  expect(text).not.toMatch(/(?<!\\)<!--/);
});
