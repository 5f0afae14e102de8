import { expect, test } from "@jest/globals";
import type { CallMatcher } from "../../src/sandbox/github/index.ts";
import { debts, rows, theDebt } from "./debt-scene.ts";
import { resolved } from "./reports.ts";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const isDebt: CallMatcher = ({ operationName }) => operationName?.endsWith("ReportDebt") === true;
const making =
  (field: string): CallMatcher =>
  (call) =>
    isDebt(call) && call.fields.includes(field);

test.each([
  ["after its label was made", "after", "createLabel"],
  ["before it is made", "before", "createIssue"],
  ["after it was made, before the answer", "after", "createIssue"],
] as const)("killed %s, the next life makes it once", async (_, when, field) => {
  const scene = await createScene();
  const number = await scene.incident();
  const isMade = making(field);
  scene.github.faults.failFor(HOUR, { status: "drop", when, match: isMade });
  scene.as("ana").comment(REPO, number, "/resolve");
  await scene.github.idle();
  while (!scene.github.calls.all.some(isMade)) await scene.wind(1000);
  await scene.stop();
  scene.github.faults.reset();
  await scene.start();
  expect(rows(scene)).toEqual([expect.stringContaining("| #1 Hub is down |")]);
});

test("where the answer to its making is lost, the same life looks for it before it makes another", async () => {
  const scene = await createScene();
  scene.github.faults.failNext(1, { status: 502, when: "after", match: making("createIssue") });
  await resolved(scene);
  await scene.wind(2 * MINUTE);
  expect(rows(scene)).toHaveLength(1);
});

test("a person who edits it between the read and the write loses nothing", async () => {
  const scene = await createScene();
  const number = await resolved(scene);
  const debt = theDebt(scene).number;
  const { body } = theDebt(scene);
  scene.github.faults.beforeNext(making("updateIssue"), () => {
    scene.github.world.as("bo").editBody(REPO, debt, `Mine.\n\n${body}`);
  });
  scene.as("bo").editTitle(REPO, number, "The disk was full");
  await scene.settle();
  expect(theDebt(scene).body).toMatch(/^Mine\.\n\n<!-- sitrep:report-debt -->\n/);
  expect(rows(scene)).toEqual([expect.stringContaining("The disk was full")]);
  scene.github.faults.beforeNext(making("updateIssue"), () => {
    scene.github.world.as("bo").editBody(REPO, debt, `Again.\n\n${theDebt(scene).body}`);
  });
  await scene.say("ana", number, "/done report");
  expect(theDebt(scene).body).toMatch(/^Again\.\n\nMine\./);
  expect(theDebt(scene).state).toBe("closed");
});

test("after a restart it costs one read, and no write while nothing changed", async () => {
  const scene = await createScene();
  await resolved(scene);
  await resolved(scene);
  await scene.stop();
  scene.forget();
  await scene.start();
  await scene.wind(MINUTE);
  const calls = scene.github.calls.all.filter(isDebt);
  expect(calls.map(({ operationName }) => operationName)).toEqual(["FindReportDebt"]);
  expect(scene.github.calls.count("write")).toBe(0);
});

test("rows come back to a list whose record somebody spoilt, and go when their incident is gone", async () => {
  const scene = await createScene();
  const first = await resolved(scene);
  const second = await resolved(scene);
  const debt = theDebt(scene).number;
  await scene.stop();
  scene.github.world
    .as("bo")
    .editBody(REPO, debt, theDebt(scene).body.replace('"title":"Hub', '"title":"Pub'));
  await scene.start();
  await scene.wind(MINUTE);
  expect(rows(scene)).toEqual([
    expect.stringContaining(`#${first} Hub`),
    expect.stringContaining(`#${second} Hub`),
  ]);
  await scene.stop();
  scene.github.world.as("ana").deleteIssue(REPO, first);
  await scene.start();
  expect(rows(scene)).toHaveLength(2);
  await scene.pass(11 * MINUTE);
  expect(rows(scene)).toEqual([expect.stringContaining(`#${second} Hub`)]);
});

test("where GitHub fails with it alone, nothing else waits, and it comes when GitHub is back", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.failFor(30 * MINUTE, { status: 502, match: isDebt });
  const said = scene.now();
  await scene.say("ana", number, "/resolve");
  const { timeline } = scene.issue(number);
  const label = timeline.findLast(({ subject }) => subject === "incident: resolved");
  expect(Date.parse(label?.createdAt ?? "") - said).toBeLessThan(MINUTE);
  await scene.pass(HOUR);
  expect(rows(scene)).toHaveLength(1);
  expect(Date.parse(theDebt(scene).createdAt) - said).toBeGreaterThan(30 * MINUTE);
});

test("what GitHub refuses for good is tried again after an hour, and holds nothing up", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.failNextField("createIssue", "FORBIDDEN");
  await scene.say("ana", number, "/resolve");
  expect(scene.status(number)).toContain("Resolved since");
  await scene.pass(50 * MINUTE);
  expect(debts(scene)).toEqual([]);
  await scene.pass(30 * MINUTE);
  expect(rows(scene)).toHaveLength(1);
});
