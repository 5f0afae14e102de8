import { expect, test } from "@jest/globals";
import { FAILURES, type CallMatcher, type Failure } from "../../src/sandbox/github/index.ts";
import { BACKLOG, items, valueOf, withBacklog } from "./backlog-scene.ts";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const MINUTE = 60_000;

const isAdd: CallMatcher = ({ operationId }) => operationId === "projects/add-item-for-org";
const isSet: CallMatcher = ({ operationId }) => operationId === "projects/update-item-for-org";
const isFind: CallMatcher = ({ operationId }) => operationId === "projects/list-items-for-org";
const isFields: CallMatcher = ({ operationId }) => operationId === "projects/list-fields-for-org";
const isItem: CallMatcher = ({ operationId }) => operationId === "projects/get-org-item";
const isProject: CallMatcher = ({ path }) => path.includes("/projectsV2/");
const isApply: CallMatcher = ({ operationName }) => operationName === "Apply";

const count = ({ github }: Scene, match: CallMatcher): number =>
  github.calls.all.filter((call) => match(call)).length;

const PLACES: readonly (readonly [string, CallMatcher])[] = [
  ["looking for the item", isFind],
  ["adding it", isAdd],
  ["reading the fields", isFields],
  ["reading the item", isItem],
  ["setting the fields", isSet],
];
const WAYS: readonly (readonly [string, Failure])[] = [
  ["502", FAILURES.badGateway],
  ["502 after it took place", FAILURES.badGatewayAfter],
  ["429 with Retry-After", FAILURES.tooManyRequestsUntil],
  ["no answer though it took place", FAILURES.droppedAfter],
];

test.each(
  PLACES.flatMap(([place, match]) => WAYS.map(([way, how]) => [place, way, match, how] as const)),
)("what fails when %s with %s is done once it answers, once", async (_, _way, match, how) => {
  const { scene, number } = await withBacklog(createScene);
  scene.github.faults.failNext(2, { ...how, match });
  await scene.say("bo", number, "/escalate");
  expect(scene.receipts(number, "/escalate")).toEqual(["+1"]);
  await scene.wind(MINUTE);
  await scene.wind(2 * MINUTE);
  expect(items(scene)).toHaveLength(1);
  expect(valueOf(scene, number, "Status")).toBe("Needs help");
  expect(scene.status(number)).not.toContain("Backlog, ");
});

test("a project that does not answer holds up nothing, shows in the status comment, and waits longer each time", async () => {
  const { scene, number } = await withBacklog(createScene);
  scene.github.faults.failFor(60 * MINUTE, { ...FAILURES.unavailable, match: isProject });
  await scene.say("bo", number, "/escalate");
  const says = `Backlog, ${BACKLOG}: GitHub's projects do not answer (503). The incident goes on without, and Sitrep tries again.`;
  expect(scene.status(number)).toContain(says);
  await scene.say("ana", number, "/mitigated");
  expect(scene.issue(number).labels).toContain("incident: mitigated");
  await scene.wind(59 * MINUTE);
  expect(count(scene, isProject)).toBeLessThan(12);
  await scene.wind(11 * MINUTE);
  expect(valueOf(scene, number, "Status")).toBe("In review");
  expect(scene.status(number)).not.toContain("Backlog, ");
});

test("whoever is killed between adding the item and recording it finds it there, and adds none", async () => {
  const { scene, number } = await withBacklog(createScene);
  scene.github.faults.beforeNext(isAdd, () =>
    scene.github.faults.failNext(2, { ...FAILURES.droppedBefore, match: isApply }),
  );
  await scene.say("bo", number, "/escalate");
  await scene.stop();
  await scene.start();
  await scene.wind(MINUTE);
  expect(count(scene, isAdd)).toBe(1);
  expect(items(scene)).toHaveLength(1);
  expect(valueOf(scene, number, "Status")).toBe("Needs help");
});

test("an issue that people put there themselves is followed where it is", async () => {
  const { scene, number } = await withBacklog(createScene);
  scene.github.world.projects.addIssue(BACKLOG, REPO, number);
  await scene.say("bo", number, "/backlog");
  expect(count(scene, isAdd)).toBe(0);
  expect(valueOf(scene, number, "Status")).toBe("In progress");
});

test("it is found behind hundreds of other items, and not mixed up with another repository's", async () => {
  const { scene, number } = await withBacklog(createScene);
  const { world } = scene.github;
  world.addRepository({ owner: "acme", name: "other" });
  world.setPermission("acme/other", "ana", "admin");
  for (let index = 0; index < 130; index++) {
    world.projects.addIssue(BACKLOG, REPO, world.as("ana").openIssue(REPO, { title: "todo" }));
  }
  const twin = world.as("ana").openIssue("acme/other", { title: "the same number" });
  expect(twin).toBe(number);
  world.projects.addIssue(BACKLOG, "acme/other", twin);
  world.projects.addIssue(BACKLOG, REPO, number);
  await scene.settle();
  await scene.say("bo", number, "/backlog");
  expect(count(scene, isAdd)).toBe(0);
  expect(count(scene, isFind)).toBe(2);
  expect(valueOf(scene, number, "Status")).toBe("In progress");
  expect(items(scene).filter(({ fields }) => fields["Status"] !== undefined)).toHaveLength(1);
});

test("deliveries that come twice, and looks more, change nothing", async () => {
  const { scene, number } = await withBacklog(createScene);
  scene.github.faults.doubleNextDelivery(20);
  await scene.say("bo", number, "/backlog");
  await scene.say("bo", number, "/escalate");
  await scene.say("ana", number, "/note seen");
  expect(count(scene, isAdd)).toBe(1);
  expect(count(scene, isSet)).toBe(2);
});

test("once all of it is so, looks ask nothing of the project any more", async () => {
  const { scene, number } = await withBacklog(createScene);
  await scene.say("bo", number, "/escalate");
  scene.forget();
  await scene.say("ana", number, "/commander @bo\n/note going on");
  await scene.stop();
  await scene.start();
  expect(count(scene, isProject)).toBe(0);
  await scene.say("ana", number, "/mitigated");
  expect(count(scene, isProject)).toBeLessThanOrEqual(3);
});

test("an incident whose record is lost is found in the project, and is not set anew", async () => {
  const { scene, number } = await withBacklog(createScene);
  await scene.say("bo", number, "/escalate");
  await scene.wind(2 * 60 * MINUTE);
  scene.github.world.projects.set(BACKLOG, REPO, number, "Status", "Todo");
  await scene.stop();
  const status = scene.issue(number).comments.find(({ body }) => body.includes("sitrep:record"));
  scene.as("ana").deleteComment(REPO, number, status?.id ?? 0);
  await scene.start();
  await scene.say("bo", number, "/note seen");
  expect(items(scene)).toHaveLength(1);
  expect(valueOf(scene, number, "Status")).toBe("Todo");
  await scene.say("ana", number, "/resolve");
  expect(valueOf(scene, number, "Status")).toBe("Done");
});
