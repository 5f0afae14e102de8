import { expect, test } from "@jest/globals";
import { reportComments, resolved, theFile, theReport } from "./reports.ts";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const FILE = ".github/sitrep.yml";

const pulls = (scene: Scene) => scene.github.world.pullRequests(REPO);
const withPolicy = (text: string) => createScene({ files: { [FILE]: text } });
/** Bo writes into the comment that is the report. */
async function writeIntoReport(scene: Scene, number: number, words: string): Promise<void> {
  const { comments } = scene.issue(number);
  const comment = comments.find(({ body }) => body.includes("## What Happened"));
  const text = (comment?.body ?? "").replace("## Resolution", `${words}\n\n## Resolution`);
  scene.as("bo").editComment(REPO, number, comment?.id ?? 0, text);
  await scene.settle();
}

/** An app that was granted these permissions only. */
async function granted(permissions: Readonly<Record<string, "read" | "write">>): Promise<Scene> {
  const scene = await createScene({ running: false });
  scene.github.world.uninstall(scene.installation);
  scene.github.world.installApp("acme", ["hubs"], {
    permissions: { issues: "write", metadata: "read", checks: "write", ...permissions },
  });
  await scene.start();
  return scene;
}

test.each([
  ["pull requests", { contents: "write" }],
  ["writing contents", { contents: "read", pull_requests: "write" }],
] as const)(
  "without the permission for %s the draft is a comment, which says why",
  async (_, more) => {
    const scene = await granted(more);
    const number = await resolved(scene);
    expect(pulls(scene)).toEqual([]);
    expect(reportComments(scene, number)).toEqual([
      expect.stringMatching(/^> Sitrep cannot open a pull request in acme\/hubs: its App needs/),
    ]);
    expect(scene.status(number)).toContain("Its draft stands in a comment here instead.");
    expect(scene.status(number)).toContain("**Incident Report:** a draft, to be filled in");
    expect(scene.status(number)).toContain("Resolved since");
  },
);

test("a comment keeps its facts up to date and what people wrote, and /done report ends it", async () => {
  const scene = await withPolicy("report: { as: comment }\n");
  const number = await resolved(scene);
  await writeIntoReport(scene, number, "It was DNS.");
  await scene.say("sam", number, "/note the alarm was too late");
  const [draft, ...others] = reportComments(scene, number);
  expect(others).toEqual([]);
  expect(draft).toContain("@ana, this is the draft");
  expect(draft).toContain("It was DNS.");
  expect(draft).toContain("the alarm was too late");
  await scene.say("ana", number, "/done report");
  expect(scene.issue(number).body).toContain("[x] Fill in the Incident Report");
});

test("an issue beneath the incident's is a report too; closing it publishes it, and it is no action item", async () => {
  const scene = await withPolicy("report: { as: issue }\n");
  const number = await resolved(scene);
  const [report] = scene.issue(number).subIssues;
  const issue = scene.issue(report ?? 0);
  expect(issue.title).toMatch(/^Incident report: /);
  expect(issue.body).toContain("## What Happened");
  await scene.say("sam", number, "/note the alarm was too late");
  expect(scene.issue(report ?? 0).body).toContain("the alarm was too late");
  scene.as("ana").close(REPO, report ?? 0);
  await scene.settle();
  expect(scene.status(number)).toContain("**Incident Report:** published");
  expect(scene.status(number)).not.toContain("The Incident Report is not done");
  expect(scene.issue(number).body).toContain("[x] Fill in the Incident Report");
  expect(scene.issue(number).subIssues).toEqual([report]);
});

test("a report's issue that is closed as not planned is left alone until it is reopened, and is heard of at once", async () => {
  const scene = await withPolicy("report: { as: issue }\n");
  const number = await resolved(scene);
  const report = scene.issue(number).subIssues[0] ?? 0;
  scene.as("ana").close(REPO, report, "not_planned");
  await scene.settle();
  expect(scene.status(number)).toContain("its issue was closed as not planned");
  expect(scene.status(number)).toContain("The Incident Report is not done");
  scene.as("ana").reopen(REPO, report);
  await scene.settle();
  expect(scene.status(number)).toContain("**Incident Report:** a draft, to be filled in");
});

test("an issue of somebody else that claims to be a report costs no request", async () => {
  const scene = await withPolicy("report: { as: issue }\n");
  const number = await resolved(scene);
  scene.forget();
  await scene.open({ by: "cleo", title: "Mine", body: `x\n\n<!-- sitrep:report-of ${number} -->` });
  expect(scene.cost()).toEqual({ reads: 0, writes: 0 });
});

test("what people write into the comment that is a report is heard of at once", async () => {
  const scene = await withPolicy("report: { as: comment }\n");
  const number = await resolved(scene);
  scene.forget();
  await writeIntoReport(scene, number, "It was DNS.");
  expect(scene.cost().reads).toBeGreaterThan(0);
});

test("a repository of reports has it, and its merge is heard from there", async () => {
  const scene = await createScene({
    running: false,
    files: { [FILE]: "report: { to: acme/reports, path: 'reports/{{number}}.md' }\n" },
  });
  const { world } = scene.github;
  world.addRepository({ owner: "acme", name: "reports" });
  for (const login of ["ana", "bo"]) world.setPermission("acme/reports", login, "write");
  world.setCovered(scene.installation, "acme/reports", true);
  await scene.start();
  const number = await resolved(scene);
  expect(pulls(scene)).toEqual([]);
  const pull = theReport(scene, "acme/reports");
  expect(theFile(scene, "acme/reports").path).toBe(`reports/${number}.md`);
  scene.as("bo").markReady("acme/reports", pull.number);
  scene.as("bo").review("acme/reports", pull.number, "approved");
  scene.as("ana").merge("acme/reports", pull.number);
  await scene.settle();
  expect(scene.status(number)).toContain("**Incident Report:** published");
});

test.each([
  ["of another owner", "other/reports", /cannot be published in other\/reports/],
  [
    "in which the App is not installed",
    "acme/reports",
    /acme\/reports: its App needs to be installed/,
  ],
])("a repository %s leaves the draft in a comment", async (_, to, why) => {
  const scene = await withPolicy(`report: { to: ${to} }\n`);
  scene.github.world.addRepository({ owner: "acme", name: "reports" });
  const number = await resolved(scene);
  expect(reportComments(scene, number)).toEqual([expect.stringMatching(why)]);
});

test("a second incident of the day with the same title has a file of its own", async () => {
  const scene = await createScene();
  const first = await resolved(scene);
  scene.as("ana").markReady(REPO, theReport(scene).number);
  scene.as("ana").merge(REPO, theReport(scene).number);
  await scene.settle();
  const second = await resolved(scene);
  const paths = pulls(scene).flatMap(({ files }) => files.map(({ path }) => path));
  expect(paths.at(-1)).toMatch(new RegExp(`-${second}\\.md$`));
  expect(scene.issue(first).title).toBe(scene.issue(second).title);
});
