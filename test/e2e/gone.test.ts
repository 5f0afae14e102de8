import { expect, test } from "@jest/globals";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();

const OTHER = "acme/infrastructure";
const DAY = 24 * 60 * 60_000;

/** A second repository of the same owner, where the same people may write. */
function addOther(scene: Scene, covered: boolean): void {
  const { world } = scene.github;
  world.addRepository({ owner: "acme", name: "infrastructure" });
  for (const login of ["ana", "bo", "sam"]) world.setPermission(OTHER, login, "write");
  if (covered) world.setCovered(scene.installation, OTHER, true);
}

/** An incident with roles, an edit by hand, a refusal, an answer and two reminders. */
async function busy(scene: Scene): Promise<number> {
  const number = await scene.incident("The hub is down.");
  await scene.say("ana", number, "/commander @bo\n/sme @sam storage\n/note tried a restart");
  await scene.say("bo", number, "/accept\n/status");
  await scene.edit("bo", number, (body) =>
    body.replace("**External Liaison:** @ana", "**External Liaison:** @bo"),
  );
  await scene.say("ana", number, "/sme @nobody-here\n/severity 1");
  await scene.wind(45 * 60_000);
  return number;
}

interface Asked {
  readonly variables: { readonly number: number };
}

/** The timeline in the record of a status comment. */
const timelineIn = (body = ""): string | undefined => /"timeline":(\[.*?\])/.exec(body)?.[1];

test("a command whose comment is deleted after it was carried out stays carried out", async () => {
  const scene = await createScene();
  const number = await busy(scene);
  const said = scene.issue(number).comments.find(({ body }) => body.startsWith("/commander"));
  const [status, notices, { body }] = [
    scene.status(number),
    scene.notices(number),
    scene.issue(number),
  ];
  scene.as("ana").deleteComment(REPO, number, said?.id ?? 0);
  await scene.settle();
  await scene.say("ana", number, "Where did it go?");
  expect(scene.status(number)).toBe(status);
  expect(scene.notices(number)).toEqual(notices);
  expect(scene.issue(number).body).toBe(body);
});

test("a command whose comment is deleted before Sitrep saw it is not carried out", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.stop();
  const id = scene.as("ana").comment(REPO, number, "/commander @bo");
  scene.as("ana").deleteComment(REPO, number, id);
  await scene.start();
  expect(scene.issue(number).body).toContain("**Incident Commander:** @ana\n");
  expect(scene.notices(number)).toEqual([]);
});

test("a command whose comment is deleted while it is carried out is carried out once, without a receipt", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  const id = scene.as("ana").comment(REPO, number, "/commander @bo");
  scene.github.faults.beforeNext(
    ({ operationName }) => operationName === "Apply",
    () => scene.as("ana").deleteComment(REPO, number, id),
  );
  await scene.settle();
  expect(scene.issue(number).body).toContain("**Incident Commander:** @bo\n");
  expect(scene.notices(number)).toHaveLength(1);
  expect(scene.status(number)).not.toContain("GitHub did not let");
});

test.each([
  ["with the labels of the process", true],
  ["without any labels, so that it arrives bare", false],
])(
  "a transferred incident goes on in its new repository, %s: same roles and timeline, nothing said twice",
  async (_, labelled) => {
    const scene = await createScene();
    addOther(scene, true);
    if (labelled) {
      const warm = scene.as("ana").openIssue(OTHER, { title: "x", labels: ["incident"] });
      await scene.settle();
      scene.as("ana").comment(OTHER, warm, "/severity 1\n/cancel");
      await scene.settle();
    }
    const number = await busy(scene);
    const before = scene.issue(number);
    const moved = scene.as("ana").transferIssue(REPO, number, OTHER);
    await scene.settle();
    const after = scene.github.world.issue(OTHER, moved);
    const texts = ({ comments }: typeof before) =>
      comments.filter(({ body }) => !body.includes("sitrep:record")).map(({ body }) => body);
    expect(texts(after)).toEqual(texts(before));
    expect(after.labels.toSorted()).toEqual(before.labels.toSorted());
    expect(after.assignees.toSorted()).toEqual(before.assignees.toSorted());
    const found = after.comments.filter(({ body }) => body.includes("sitrep:record"));
    expect(found).toHaveLength(1);
    expect(after.body).toBe(before.body.replace(/status=\S+/, `status=${found[0]?.nodeId}`));
    expect(timelineIn(found[0]?.body)).toEqual(
      timelineIn(before.comments.find(({ body }) => body.includes("sitrep:record"))?.body),
    );
    scene.as("bo").comment(OTHER, moved, "/resolve");
    await scene.settle();
    expect(scene.github.world.issue(OTHER, moved).labels).toContain("incident: resolved");
    expect(scene.github.world.issue(OTHER, moved).body).toContain("**Incident Commander:** @bo\n");
  },
);

test("a transferred incident whose deliveries are lost is found by the next sweep", async () => {
  const scene = await createScene();
  addOther(scene, true);
  const number = await busy(scene);
  await scene.stop();
  const moved = scene.as("ana").transferIssue(REPO, number, OTHER);
  scene.as("bo").comment(OTHER, moved, "/resolve");
  await scene.start();
  const after = scene.github.world.issue(OTHER, moved);
  expect(after.labels.toSorted()).toEqual(["SEV-1", "incident", "incident: resolved"]);
  expect(after.comments.filter(({ body }) => body.includes("calls you in"))).toHaveLength(1);
});

const LEAVING: readonly (readonly [string, (scene: Scene, number: number) => void])[] = [
  [
    "transferred to where Sitrep is not",
    (scene, number) => {
      addOther(scene, false);
      scene.as("ana").transferIssue(REPO, number, OTHER);
    },
  ],
  ["deleted", (scene, number) => scene.as("ana").deleteIssue(REPO, number)],
  ["made a discussion", (scene, number) => scene.as("ana").convertToDiscussion(REPO, number)],
];

test.each(LEAVING)(
  "an incident that is %s is left alone, and another goes on",
  async (_, leave) => {
    const scene = await createScene();
    const number = await busy(scene);
    const other = await scene.incident("Another one.");
    scene.as("ana").comment(REPO, number, "/note one more");
    leave(scene, number);
    await scene.settle();
    await scene.say("ana", other, "/commander @bo");
    expect(scene.issue(other).body).toContain("**Incident Commander:** @bo\n");
    scene.forget();
    await scene.wind(DAY);
    const looks = scene.github.calls.all.filter(({ operationName }) => operationName === "Look");
    const asked = looks.map(({ requestBody }) => (requestBody as Asked).variables.number);
    expect(asked.filter((one) => one === number).length).toBeLessThanOrEqual(2);
  },
);

const BARRED: readonly (readonly [string, (scene: Scene) => void, (scene: Scene) => void])[] = [
  [
    "the repository is archived",
    ({ github }) => github.world.setArchived(REPO, true),
    ({ github }) => github.world.setArchived(REPO, false),
  ],
  [
    "the App is suspended",
    ({ github, installation }) => github.world.suspend(installation),
    ({ github, installation }) => github.world.unsuspend(installation),
  ],
  [
    "the App is uninstalled",
    ({ github, installation }) => github.world.uninstall(installation),
    ({ github }) => void github.world.installApp("acme", ["hubs"]),
  ],
  [
    "the repository is taken from the App",
    ({ github, installation }) => github.world.setCovered(installation, REPO, false),
    ({ github, installation }) => github.world.setCovered(installation, REPO, true),
  ],
  [
    "the private repository is taken from the App",
    ({ github, installation }) => {
      github.world.setPrivate(REPO, true);
      github.world.setCovered(installation, REPO, false);
    },
    ({ github, installation }) => github.world.setCovered(installation, REPO, true),
  ],
];

test.each(BARRED)(
  "while %s others go on and little is asked; afterwards the incident goes on where it was",
  async (_, bar, unbar) => {
    const scene = await createScene();
    const { world } = scene.github;
    world.addUser({ login: "zoo", type: "Organization" });
    world.addRepository({ owner: "zoo", name: "pens" });
    world.setPermission("zoo/pens", "bo", "admin");
    world.installApp("zoo", ["pens"]);
    const number = await scene.incident();
    const other = scene.as("bo").openIssue("zoo/pens", { title: "x", labels: ["incident"] });
    await scene.settle();
    // It is barred just as Sitrep writes.
    scene.as("ana").comment(REPO, number, "/sme @bo network\n/mitigated");
    scene.github.faults.beforeNext(
      ({ operationName }) => operationName === "Apply",
      () => bar(scene),
    );
    await scene.settle();
    scene.as("bo").comment("zoo/pens", other, "/severity 2");
    await scene.settle();
    expect(world.issue("zoo/pens", other).labels).toContain("SEV-2");
    scene.forget();
    await scene.wind(60 * 60_000);
    await scene.wind(DAY);
    const writes = scene.github.calls.all.filter(({ kind, status, installationId }) => {
      return kind === "write" && status !== null && installationId === scene.installation;
    });
    expect(writes.length).toBeLessThan(10);
    unbar(scene);
    await scene.wind(20 * 60_000);
    expect(scene.issue(number).body).toContain("@bo (network)");
    expect(scene.issue(number).labels).toContain("incident: mitigated");
    expect(scene.posts(number).filter((text) => text.includes("calls you in"))).toHaveLength(1);
    expect(scene.receipts(number, "/sme")).toEqual(["+1"]);
    expect(scene.status(number)).not.toContain("GitHub did not let");
  },
  // Octokit waits for seconds of real time before it gives a young token up.
  30_000,
);

test("an incident whose repository is made private, and public again, goes on", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.world.setPrivate(REPO, true);
  await scene.say("ana", number, "/commander @bo");
  expect(scene.issue(number).body).toContain("**Incident Commander:** @bo\n");
  scene.github.world.setPrivate(REPO, false);
  await scene.say("bo", number, "/severity 1");
  expect(scene.issue(number).labels).toContain("SEV-1");
});

test("an App that may only read any more says so in its log, and goes on when it may write again", async () => {
  const scene = await createScene();
  const { world } = scene.github;
  const number = await scene.incident();
  world.uninstall(scene.installation);
  const weak = world.installApp("acme", ["hubs"], {
    permissions: { issues: "read", metadata: "read", contents: "read" },
  });
  await scene.wind(20 * 60_000);
  await scene.say("ana", number, "/sme @bo network");
  scene.forget();
  await scene.wind(DAY);
  expect(scene.cost().writes).toBeLessThan(10);
  world.uninstall(weak);
  world.installApp("acme", ["hubs"]);
  await scene.wind(20 * 60_000);
  expect(scene.receipts(number, "/sme")).toEqual(["+1"]);
  expect(scene.posts(number).filter((text) => text.includes("calls you in"))).toHaveLength(1);
});

test("what GitHub did not let Sitrep do is done when it lets it again, without a restart", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.failNextField("addComment", "FORBIDDEN", 3);
  await scene.say("ana", number, "/commander @bo");
  expect(scene.status(number)).toContain("GitHub did not let Sitrep do this: post a comment.");
  expect(scene.notices(number)).toEqual([]);
  await scene.wind(40 * 60_000);
  scene.github.faults.reset();
  await scene.wind(40 * 60_000);
  expect(
    scene.notices(number).filter((text) => text.includes("bo is Incident Commander now")),
  ).toHaveLength(1);
  expect(scene.status(number)).not.toContain("GitHub did not let");
});
