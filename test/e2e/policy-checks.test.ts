import { expect, test } from "@jest/globals";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const FILE = ".github/sitrep.yml";

const checks = (scene: Scene, branch = "main") => scene.github.world.checkRuns(REPO, branch);

test("the commit that breaks the policy gets a red check with the place and the mend, once", async () => {
  const scene = await createScene({ files: { [FILE]: "rights: write\n" } });
  scene.github.world.setFile(REPO, FILE, "labels: [incident]\nrights: all\n");
  await scene.settle();
  const { deliveries } = scene.github;
  const push = deliveries.all.find(({ event }) => event === "push");
  deliveries.redeliver(push?.id ?? "");
  deliveries.redeliver(push?.id ?? "");
  await scene.settle();
  expect(checks(scene)).toMatchObject([
    {
      name: "Sitrep policy",
      conclusion: "failure",
      title: "1 mistake",
      annotations: [
        {
          path: FILE,
          start_line: 2,
          end_line: 2,
          start_column: 1,
          annotation_level: "failure",
          message: expect.stringMatching(/^“rights” must be one of write, triage\. Write it/),
        },
      ],
    },
  ]);
});

test("the commit that mends it gets a green one", async () => {
  const scene = await createScene({ files: { [FILE]: "rights: all\n" } });
  scene.github.world.setFile(REPO, FILE, "rights: triage\n");
  await scene.settle();
  expect(checks(scene)).toMatchObject([{ conclusion: "success", title: "Right: 1 change" }]);
});

test("a proposed policy shows what it would change, and keeps its check with later commits of its branch", async () => {
  const scene = await createScene({ files: { [FILE]: "rights: write\n" } });
  const { world } = scene.github;
  world.push(REPO, "topic", { [FILE]: "rights: triage\ncloseGate: warn\n" });
  await scene.settle();
  const found = {
    conclusion: "success",
    summary:
      "Once it is merged, this changes:\n\n- `rights`: write → triage\n- `closeGate`: reopen → warn",
  };
  expect(checks(scene, "topic")).toMatchObject([found]);
  world.push(REPO, "topic", { "README.md": "Hubs\n" });
  await scene.settle();
  expect(checks(scene, "topic")).toMatchObject([found]);
  expect(checks(scene)).toEqual([]);
});

test("a proposal does not touch open incidents, whatever is wrong with it", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.world.push(REPO, "topic", { [FILE]: "rights: all\n" });
  await scene.settle();
  expect(checks(scene, "topic")).toMatchObject([{ conclusion: "failure" }]);
  expect(scene.notices(number)).toEqual([]);
});

test("a branch without a policy of its own costs no request", async () => {
  const scene = await createScene({ files: { [FILE]: "rights: write\n" } });
  scene.forget();
  scene.github.world.push(REPO, "topic", { "README.md": "Hubs\n" });
  await scene.settle();
  expect(scene.cost()).toEqual({ reads: 0, writes: 0 });
});

/** What Sitrep says of the newest commit of a pull request. */
const checksOf = (scene: Scene, number: number) =>
  scene.github.world.pullRequests(REPO).find((pull) => pull.number === number)?.checks;

test("a policy that is proposed from a copy of the repository shows what it would change, once, and its mistakes", async () => {
  const scene = await createScene({ files: { [FILE]: "rights: write\n" } });
  const { world, deliveries } = scene.github;
  const guest = world.as("zed");
  const changes = { [FILE]: "rights: triage\n" };
  const number = guest.proposeChanges(REPO, { branch: "main", title: "Trust triage", changes });
  await scene.settle();
  const opened = deliveries.all.find(({ event }) => event === "pull_request");
  deliveries.redeliver(opened?.id ?? "");
  await scene.settle();
  expect(checksOf(scene, number)).toMatchObject([
    {
      conclusion: "success",
      summary: "Once it is merged, this changes:\n\n- `rights`: write → triage",
    },
  ]);
  guest.proposeMore(REPO, number, { [FILE]: "rights: all\n" });
  await scene.settle();
  expect(checksOf(scene, number)).toMatchObject([{ conclusion: "failure", title: "1 mistake" }]);
  expect(checks(scene)).toEqual([]);
});

test("of what is proposed from a copy and leaves the policy alone, each commit costs one request, and nothing is said", async () => {
  const scene = await createScene({ files: { [FILE]: "rights: write\n" } });
  const { world } = scene.github;
  const changes = { "README.md": "Hubs\n" };
  const number = world
    .as("zed")
    .proposeChanges(REPO, { branch: "topic", title: "Say hubs", changes });
  world.setFile(REPO, FILE, "rights: triage\n");
  await scene.settle();
  scene.forget();
  world.as("ana").editPullRequest(REPO, number, { title: "Say hubs here" });
  await scene.settle();
  expect(scene.cost()).toEqual({ reads: 0, writes: 0 });
  world.as("zed").proposeMore(REPO, number, { "README.md": "Hubs, all of them\n" });
  await scene.settle();
  expect(scene.cost()).toEqual({ reads: 1, writes: 0 });
  expect(checksOf(scene, number)).toEqual([]);
});

test("an App that may not write checks goes without, and the incidents are told", async () => {
  const scene = await createScene({ running: false });
  const { world } = scene.github;
  world.uninstall(scene.installation);
  const permissions = { issues: "write", metadata: "read", contents: "read" } as const;
  world.installApp("acme", ["hubs"], { permissions });
  await scene.start();
  const number = await scene.incident();
  world.setFile(REPO, FILE, "rights: all\n");
  await scene.settle();
  expect(checks(scene)).toEqual([]);
  expect(scene.notices(number)).toMatchObject([expect.stringContaining("has a mistake")]);
});

test("a GitHub that fails makes no check, and nothing else is lost", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.failNext(1, { status: 502, match: ({ path }) => /check-runs/.test(path) });
  scene.github.world.setFile(REPO, FILE, "roles: { commander: { title: Boss } }\n");
  await scene.settle();
  expect(checks(scene)).toEqual([]);
  expect(scene.status(number)).toContain("| Boss | ana |");
});
