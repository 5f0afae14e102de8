import { expect, test } from "@jest/globals";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

const OPEN = "**Action items of this incident are still open.**";
const comments = (scene: Scene, number: number) =>
  scene.issue(number).comments.filter(({ body }) => body.includes(OPEN));
const hidden = (scene: Scene, number: number) =>
  comments(scene, number).map(({ minimized }) => minimized);

/** A closed incident with an action item of bo's; the numbers of both. */
async function closed(scene: Scene): Promise<{ readonly number: number; readonly item: number }> {
  const number = await scene.incident();
  const item = scene.as("bo").openIssue(REPO, { title: "Watch the disks" });
  scene.as("bo").assign(REPO, item, "bo");
  scene.as("bo").addSubIssue(REPO, number, item);
  await scene.say("ana", number, "/resolve\n/confirm\n/done announce\n/done report");
  await scene.say("ana", number, "/close");
  expect(scene.issue(number).state).toBe("closed");
  return { number, item };
}

test("open action items are reminded of two weeks after the closing, and monthly until they are done", async () => {
  const scene = await createScene();
  const { number, item } = await closed(scene);
  await scene.wind(14 * DAY - HOUR);
  expect(comments(scene, number)).toEqual([]);
  await scene.wind(HOUR);
  expect(comments(scene, number).map(({ body }) => body)).toEqual([
    expect.stringMatching(/- \[Watch the disks\]\(http[^)]*\) \(\[bo\][^]*@bo, please do what/),
  ]);
  await scene.wind(30 * DAY);
  expect(hidden(scene, number)).toEqual(["outdated", null]);
  scene.as("bo").close(REPO, item);
  await scene.settle();
  // Nothing tells of it but the daily sweep.
  await scene.wind(DAY);
  expect(hidden(scene, number)).toEqual(["outdated", "outdated"]);
  await scene.wind(60 * DAY);
  expect(comments(scene, number)).toHaveLength(2);
});

test("action items that are done are not reminded of, nor those of an incident that was opened again", async () => {
  const scene = await createScene();
  const [one, other] = [await closed(scene), await closed(scene)];
  scene.as("bo").close(REPO, one.item);
  await scene.say("ana", other.number, "/reopen it is back");
  await scene.wind(15 * DAY);
  expect(comments(scene, one.number)).toEqual([]);
  expect(comments(scene, other.number)).toEqual([]);
});

test("a restart does not forget a reminder of a closed incident, whether it comes before it is due or after", async () => {
  const scene = await createScene();
  const { number } = await closed(scene);
  await scene.wind(3 * DAY);
  await scene.stop();
  await scene.start();
  await scene.wind(11 * DAY);
  expect(hidden(scene, number)).toEqual([null]);
  await scene.stop();
  await scene.wind(31 * DAY);
  await scene.start();
  expect(hidden(scene, number)).toEqual(["outdated", null]);
  expect(comments(scene, number)[1]?.body).toContain("_Due 2026-04-19");
});

test("what was closed before Sitrep came is not taken up", async () => {
  const scene = await createScene({ running: false });
  const number = scene.as("ana").openIssue(REPO, { title: "Old", labels: ["incident"] });
  scene.as("ana").close(REPO, number);
  await scene.wind(5 * DAY);
  await scene.start();
  expect(scene.issue(number).comments).toEqual([]);
});

test("very many closed issues are found a page at a time, and those that Sitrep followed are looked at", async () => {
  const scene = await createScene({ running: false });
  const old = (...labels: readonly string[]): number => {
    const number = scene.as("ana").openIssue(REPO, { title: "Old", labels });
    scene.as("ana").close(REPO, number);
    return number;
  };
  // What changed least lately stands on the last page.
  const followed = old("incident", "incident: resolved");
  const others = Array.from({ length: 101 }, () => old("incident"));
  await scene.wind(5 * DAY);
  await scene.start();
  expect(scene.status(followed)).toContain("Closed");
  expect(others.filter((number) => scene.issue(number).comments.length > 0)).toEqual([]);
});

test("a sweep between finds none of them, and costs what it did", async () => {
  const scene = await createScene();
  const { number } = await closed(scene);
  await scene.wind(2 * DAY);
  scene.forget();
  await scene.wind(10 * 60_000);
  // The installations, the repositories, and what is in them.
  expect(scene.cost()).toEqual({ reads: 3, writes: 0 });
  scene.forget();
  await scene.wind(DAY);
  // Once a day one look more, and one at its report, which is not published.
  expect(scene.cost()).toEqual({ reads: 5, writes: 0 });
  expect(scene.issue(number).state).toBe("closed");
});
