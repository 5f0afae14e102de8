import { expect, test } from "@jest/globals";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();

/** The report's file as it is in its pull request, without zero-width signs. */
function reportIn(scene: Scene): string {
  const pull = scene.github.world
    .pullRequests(REPO)
    .find(({ branch }) => branch.startsWith("incident-report/"));
  return (pull?.files[0]?.text ?? "").replaceAll("\u200B", "");
}

/** Opens a pull request for one file, and merges it. Returns its number. */
function merged(scene: Scene, title: string, body: string): number {
  const branch = title.toLowerCase().replaceAll(" ", "-");
  scene.as("bo").commit(REPO, branch, { [branch]: title });
  const pull = scene.as("bo").openPullRequest(REPO, { branch, title, body, isDraft: false });
  scene.as("bo").merge(REPO, pull);
  return pull;
}

test("the report tells of marked comments, `TL:` lines, and changes that mention the incident or are mentioned in it", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  const chat = scene.as("bo").comment(REPO, number, "I copy the disk, it takes an hour");
  scene.as("ana").react(REPO, number, "rocket", chat);
  const strange = scene.as("cleo").comment(REPO, number, "my plot is slow");
  scene.as("cleo").react(REPO, number, "rocket", strange);
  await scene.say("bo", number, "TL: the copy is there");
  await scene.say("cleo", number, "TL: buy my plots");
  const mentioning = merged(scene, "Use the copied disk", `Mends #${number}`);
  const mentioned = merged(scene, "Raise the quota", "");
  const other = merged(scene, "Paint the shed", "");
  scene
    .as("bo")
    .commit(REPO, "main", { "alert.yml": "on" }, `Alert on a full disk\n\nFor #${number}`);
  await scene.say("ana", number, `#${mentioned} is out, #9999 is not, #${number} is this`);
  await scene.say("ana", number, "/resolve the disk is bigger");
  const report = reportIn(scene);
  expect(report).toContain("wrote: I copy the disk, it takes an hour");
  expect(report).toContain("| the copy is there (");
  expect(report).toMatch(
    new RegExp(`\\[#${mentioning}\\]\\(\\S+\\) was merged: Use the copied disk`),
  );
  expect(report).toMatch(new RegExp(`\\[#${mentioned}\\]\\(\\S+\\) was merged: Raise the quota`));
  expect(report).toMatch(/Commit \[[\da-f]{7}\]\(\S+\): Alert on a full disk/);
  expect(report).not.toMatch(/plot|Paint/);
  expect(report).not.toContain(`#${other}]`);
  await scene.expectSettled();
});

test("the report tells of commits however they are named, each once", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  const bo = scene.as("bo");
  const short = bo.commit(REPO, "main", { a: "1" }, "Raise the limit").slice(0, 8);
  const linked = bo.commit(REPO, "main", { a: "2" }, "Watch the disk");
  bo.commit(REPO, "deadbeef", { a: "3" }, "Try something");
  const origin = scene.issue(number).url.split("/acme/")[0] ?? "";
  await scene.say("bo", number, `fixed in ${short}, ${short} I say; not deadbeef, nor on 20260504`);
  await scene.say("bo", number, `see ${origin}/${REPO}/commit/${linked.slice(0, 12)}`);
  await scene.say("ana", number, "/resolve");
  const report = reportIn(scene);
  // In the timeline, and as a step of the resolution.
  expect(report.match(/: Raise the limit/g)).toHaveLength(2);
  expect(report).toMatch(/Commit \[[\da-f]{7}\]\(\S+\): Watch the disk/);
  expect(report).not.toContain("Try something");
  await scene.expectSettled();
});

test.each([false, true])(
  "the report tells of what is named of the owner's other repositories; of private ones where the incident is private, too: %s",
  async (isPrivate) => {
    const scene = await createScene();
    const { world } = scene.github;
    const number = await scene.incident();
    world.setPrivate(REPO, isPrivate);
    const bo = scene.as("bo");
    const pulls = ["charts", "secrets"].map((name) => {
      const there = `acme/${name}`;
      world.addRepository({ owner: "acme", name, private: name === "secrets" });
      world.setPermission(there, "bo", "write");
      world.setCovered(scene.installation, there, true);
      bo.commit(there, "change", { a: name }, `Change ${name}`);
      const change = { branch: "change", title: `Mend ${name}`, body: "", isDraft: false };
      const pull = bo.openPullRequest(there, change);
      bo.merge(there, pull);
      return `${there}#${pull}`;
    });
    const commit = bo.commit("acme/charts", "main", { b: "1" }, "Pin a version");
    await scene.say("bo", number, `${pulls.join(" and ")}, acme/charts@${commit.slice(0, 7)}`);
    await scene.say("bo", number, "not other/thing#3, nor acme/nowhere#4");
    await scene.say("ana", number, "/resolve");
    const report = reportIn(scene);
    expect(report).toMatch(/\[acme\/charts#\d+\]\(\S+\) was merged: Mend charts/);
    expect(report).toMatch(/Commit \[acme\/charts@[\da-f]{7}\]\(\S+\): Pin a version/);
    expect(report.includes("Mend secrets")).toBe(isPrivate);
    await scene.expectSettled();
  },
);

test("the published report itself is no change that it tells of", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/resolve");
  const [pull] = scene.github.world.pullRequests(REPO);
  scene.as("ana").markReady(REPO, pull?.number ?? 0);
  scene.as("ana").merge(REPO, pull?.number ?? 0);
  await scene.settle();
  await scene.say("ana", number, "/note afterwards");
  expect(reportIn(scene)).not.toContain("was merged");
});

test("a team's own template makes the report, and one that cannot be used is told beside it", async () => {
  const files = {
    ".github/sitrep.yml": "report: { template: .github/report.hbs }\n",
    ".github/report.hbs":
      '---\ntitle: {{yaml title}}\n---\n\nOur own. {{#facts "x"}}{{said severity}}{{/facts}}\n',
  };
  const scene = await createScene({ files });
  const number = await scene.incident();
  await scene.say("ana", number, "/resolve");
  expect(reportIn(scene)).toContain("Our own.");
  const broken = await createScene({
    files: { ...files, ".github/report.hbs": "a\n{{#each days}}" },
  });
  const second = await broken.incident();
  await broken.say("ana", second, "/resolve");
  expect(reportIn(broken)).toContain("## What Happened");
  expect(broken.github.world.pullRequests(REPO)[0]?.body).toContain("`.github/report.hbs`, line 2");
});
