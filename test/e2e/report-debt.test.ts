import { expect, test } from "@jest/globals";
import { debts, rows, theDebt } from "./debt-scene.ts";
import { resolved, theReport } from "./reports.ts";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();
const FILE = ".github/sitrep.yml";
const DAY = 24 * 60 * 60_000;

test("a report that is owed stands in one issue, from the resolution to its publication", async () => {
  const scene = await createScene({ files: { [FILE]: "report: { reviewers: [liaison] }\n" } });
  const number = await scene.incident();
  await scene.say("ana", number, "/liaison @bo");
  expect(debts(scene)).toEqual([]);
  await scene.say("ana", number, "/resolve the disk is bigger now");
  const debt = theDebt(scene);
  expect(debt).toMatchObject({
    state: "open",
    author: "sitrep[bot]",
    labels: ["report debt"],
    assignees: [],
    comments: [],
  });
  expect(debt.body).not.toMatch(/@\w/);
  expect(rows(scene)).toEqual([
    "| #1 Hub is down | 2026-03-06 | today | ana | bo | a draft: 9 questions unanswered, 1 other thing to mend |",
  ]);

  const pull = theReport(scene).number;
  scene.as("ana").markReady(REPO, pull);
  await scene.settle();
  expect(rows(scene)[0]).toContain("in review: waits for the review of bo; 9 questions");
  scene.forget();
  await scene.pass(2 * DAY);
  expect(rows(scene)[0]).toContain("| 2 days |");
  scene.as("bo").review(REPO, pull, "approved");
  await scene.settle();
  expect(rows(scene)[0]).toContain("| reviewed: merge it |");

  scene.as("ana").merge(REPO, pull);
  await scene.settle();
  expect(theDebt(scene)).toMatchObject({ state: "closed", stateReason: "completed" });
  expect(theDebt(scene).body).toContain("No Incident Report is owed.");
  expect(rows(scene)).toEqual([]);

  const next = await resolved(scene);
  expect(theDebt(scene)).toMatchObject({ number: debt.number, state: "open" });
  expect(rows(scene)).toEqual([expect.stringContaining(`| #${next} Hub is down |`)]);
}, 60_000);

test("incidents that end together stand in one issue, the oldest first, however often deliveries come", async () => {
  const scene = await createScene();
  const numbers = [await scene.incident(), await scene.incident(), await scene.incident()];
  for (const number of numbers.toReversed()) scene.as("ana").comment(REPO, number, "/resolve");
  await scene.settle();
  for (const { id } of scene.github.deliveries.all.slice()) {
    scene.github.deliveries.redeliver(id);
  }
  await scene.settle();
  const [first, second, third] = numbers;
  expect(rows(scene).map((row) => /#(\d+)/.exec(row)?.[1])).toEqual([
    String(third),
    String(second),
    String(first),
  ]);
  // What nobody ever resolved, or was no incident, owes none.
  await scene.say("ana", second ?? 0, "/reopen it is back");
  await scene.say("ana", third ?? 0, "/done report");
  expect(rows(scene)).toEqual([expect.stringContaining(`| #${first} Hub is down |`)]);
  await scene.say("ana", first ?? 0, "/cancel");
  expect(rows(scene)).toEqual([]);
  expect(theDebt(scene).state).toBe("closed");
}, 60_000);

test("what people write around the list stays, and what they write into it does not", async () => {
  const scene = await createScene();
  const number = await resolved(scene);
  const debt = theDebt(scene).number;
  await scene.edit("bo", debt, (body) =>
    `Ana looks after these.\r\n\r\n${body.replace("9 questions", "no questions")}\n\n- [ ] tell Sam`.replaceAll(
      /(?<!\r)\n/g,
      "\r\n",
    ),
  );
  await scene.say("bo", number, "/sme @sam storage");
  expect(rows(scene)[0]).toContain("no questions");
  scene.as("bo").editTitle(REPO, number, "The disk was | full");
  await scene.settle();
  const { body } = theDebt(scene);
  expect(body).toMatch(/^Ana looks after these\.\r\n\r\n<!-- sitrep:report-debt -->\n/);
  expect(body).toMatch(/<!-- \/sitrep:report-debt -->\r\n\r\n- \[ \] tell Sam$/);
  expect(rows(scene)).toEqual([
    expect.stringMatching(/^\| #1 The disk was \\\| full .*: 9 questions unanswered/),
  ]);
  await scene.edit("bo", debt, () => "All gone.");
  await scene.pass(DAY);
  expect(theDebt(scene).body).toMatch(/^All gone\.\n\n<!-- sitrep:report-debt -->\n/);
  expect(rows(scene)[0]).toContain("| 1 day |");
});

test("whoever closes it is not contradicted, until nothing is owed and something is owed again", async () => {
  const scene = await createScene();
  const number = await resolved(scene);
  const debt = theDebt(scene).number;
  scene.as("bo").close(REPO, debt);
  await scene.pass(DAY);
  const next = await resolved(scene);
  expect(theDebt(scene).state).toBe("closed");
  expect(rows(scene)).toHaveLength(2);
  await scene.say("ana", number, "/done report");
  await scene.say("ana", next, "/done report");
  expect(theDebt(scene).body).toContain("No Incident Report is owed.");
  await resolved(scene);
  expect(theDebt(scene).state).toBe("open");
  // And who reopens it when nothing is owed keeps it open.
  scene.as("bo").close(REPO, debt);
  scene.as("bo").reopen(REPO, debt);
  await scene.pass(2 * DAY);
  expect(theDebt(scene).state).toBe("open");
}, 60_000);

test("whoever deletes it gets a new one with the next change", async () => {
  const scene = await createScene();
  const number = await resolved(scene);
  const debt = theDebt(scene).number;
  scene.as("ana").deleteIssue(REPO, debt);
  await scene.settle();
  expect(debts(scene)).toEqual([]);
  const next = await resolved(scene);
  await scene.pass(2 * 60_000);
  expect(theDebt(scene).number).not.toBe(debt);
  expect(rows(scene).map((row) => /#(\d+)/.exec(row)?.[1])).toEqual([`${number}`, `${next}`]);
});

test("a policy that wants none gets none, and one that wants none any more has it left alone", async () => {
  const scene = await createScene({ files: { [FILE]: "report: { debt: off }\n" } });
  const number = await resolved(scene);
  expect(debts(scene)).toEqual([]);
  scene.as("ana").commit(REPO, "main", { [FILE]: "report: { debt: issue }\n" });
  await scene.settle();
  const { body } = theDebt(scene);
  expect(body).toContain("Hub is down");
  scene.as("ana").commit(REPO, "main", { [FILE]: "report: { debt: off }\n" });
  await scene.settle();
  await scene.say("ana", number, "/done report");
  await scene.pass(2 * DAY);
  expect(theDebt(scene)).toMatchObject({ state: "open", body });
});

test("it is no incident, whatever people say or put on there, and their talk costs nothing", async () => {
  const scene = await createScene();
  await resolved(scene);
  const debt = theDebt(scene).number;
  scene.forget();
  await scene.say("ana", debt, "/incident\n/resolve\n/report");
  scene.as("ana").addLabel(REPO, debt, "incident");
  scene.as("ana").assign(REPO, debt, "bo");
  await scene.settle();
  expect(scene.github.calls.count()).toBe(0);
  await scene.stop();
  await scene.start();
  await scene.say("bo", debt, "/commander me");
  expect(theDebt(scene).comments.map(({ author }) => author)).toEqual(["ana", "bo"]);
  expect(rows(scene)).toHaveLength(1);
});
