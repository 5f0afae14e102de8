import { expect, test } from "@jest/globals";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();

test("several commands in one comment take effect in order, with one receipt and one reply", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say(
    "bo",
    number,
    "Taking over.\r\n\r\n/IC me  \r\n  /sev 1\t\r\n/note first\r\nline two\r\n/sme @nobody-here\r\n/mitigated",
  );
  const issue = scene.issue(number);
  expect(issue.body).toContain(
    "- **Status:** Mitigated\n- **Severity:** SEV-1\n- **Incident Commander:** @bo\n",
  );
  expect(scene.receipts(number, "Taking over")).toEqual(["+1", "confused"]);
  expect(scene.notices(number)).toHaveLength(2);
  expect(scene.notices(number)[1]).toContain("`/sme @nobody-here`");
  expect(scene.status(number)).toMatch(/bo noted: first\s+line two/);
});

test.each([
  ["a fence", "```\n/resolve\n```"],
  ["indented code", "text\n\n    /resolve"],
  ["a code span over lines", "`a\n/resolve\nb`"],
  ["a quote", "> /resolve\n\nagreed"],
  ["a lazy quote", "> somebody said\n/resolve"],
  ["a fold-out", "<details>\n\n/resolve\n\n</details>"],
  ["an HTML comment", "<!--\n/resolve\n-->\ntext"],
  ["a list", "- /resolve"],
  ["a sentence", "please /resolve this"],
  ["a path", "/resolve/it"],
  ["a file", "/resolve.sh"],
])("a command in %s is not run", async (_, text) => {
  const scene = await createScene();
  const number = await scene.incident();
  // The first word says that somebody is there, which is written down.
  await scene.say("ana", number, "Looking.");
  scene.forget();
  await scene.say("ana", number, text);
  expect(scene.cost()).toEqual({ reads: 1, writes: 0 });
  expect(scene.issue(number).body).toContain("- **Status:** Investigating\n");
  expect(scene.receipts(number, text)).toEqual([]);
});

test.each([
  "/etc/passwd is gone",
  "/usr",
  "/home/jovyan is full",
  "/dev",
  "/node selector",
  "/shrug",
  "/srv is full",
])("the path or word %j is left alone", async (text) => {
  const scene = await createScene();
  const number = await scene.incident();
  // The first word says that somebody is there, which is written down.
  await scene.say("ana", number, "Looking.");
  scene.forget();
  await scene.say("ana", number, text);
  expect(scene.cost().writes).toBe(0);
  expect(scene.issue(number).comments).toHaveLength(3);
});

test("near misses get one hint together, to somebody who may command", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/resolv\n/comander me\n/etc");
  expect(scene.notices(number)).toHaveLength(1);
  expect(scene.notices(number)[0]).toContain("`/resolv` is no command. Did you mean `/resolve`?");
  expect(scene.notices(number)[0]).toContain(
    "`/comander` is no command. Did you mean `/commander`?",
  );
  await scene.say("cleo", number, "/resolv");
  expect(scene.notices(number)).toHaveLength(1);
  expect(scene.receipts(number, "/resolv")).toEqual([]);
});

test("a comment that is edited later is not run again, nor is one that was refused", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/severity 1");
  const [, first] = scene.issue(number).comments;
  scene.as("ana").editComment(REPO, number, first?.id ?? 0, "/severity 2");
  await scene.settle();
  expect(scene.issue(number).labels).toContain("SEV-1");
  await scene.say("ana", number, "/severity 9");
  const last = scene.issue(number).comments.at(-2);
  expect(last?.body).toBe("/severity 9");
  scene.as("ana").editComment(REPO, number, last?.id ?? 0, "/severity 3");
  await scene.settle();
  expect(scene.issue(number).labels).toContain("SEV-1");
  expect(scene.notices(number)).toHaveLength(1);
});

test("a comment that is deleted after it was run stays done", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/severity 1");
  scene.as("ana").deleteComment(REPO, number, scene.issue(number).comments.at(-1)?.id ?? 0);
  await scene.settle();
  expect(scene.issue(number).labels).toContain("SEV-1");
});

test("whoever wrote the words last is asked for the rights", async () => {
  const scene = await createScene({ running: false });
  const number = scene.as("ana").openIssue(REPO, { title: "x", body: "y", labels: ["incident"] });
  const id = scene.as("cleo").comment(REPO, number, "It is broken for me.");
  scene.as("bo").editComment(REPO, number, id, "/severity 1");
  await scene.start();
  expect(scene.issue(number).labels).toContain("SEV-1");
  expect(scene.status(number)).toContain("bo set the severity to SEV-1");
});

test("bots never command, however far their rights go", async () => {
  const scene = await createScene();
  scene.github.world.addUser({ login: "renovate[bot]", type: "Bot" });
  scene.github.world.setPermission(REPO, "renovate[bot]", "admin");
  const number = await scene.incident();
  scene.forget();
  await scene.say("renovate[bot]", number, "/resolve\n/resolv\n/commander @bo");
  expect(scene.cost().writes).toBe(0);
  expect(scene.issue(number).comments).toHaveLength(2);
  expect(scene.issue(number).comments.at(-1)?.reactions).toEqual([]);
});

test.each(["cleo", "zed", "tri"])(
  "an outsider (%s) gets the refused reaction for every command, and no word",
  async (login) => {
    const scene = await createScene();
    const number = await scene.incident();
    const before = scene.issue(number);
    const text =
      "/commander me\n/severity 1\n/resolve\n/cancel\n/help\n/status\n/note x\n/sme @ana\n/handoff @bo\n/accept\n/ticket\n/confirm";
    await scene.say(login, number, text);
    expect(scene.receipts(number, "/commander me")).toEqual(["confused"]);
    const after = scene.issue(number);
    expect(after.comments).toHaveLength(2);
    expect([after.body, after.labels, after.assignees, after.state]).toEqual([
      before.body,
      before.labels,
      before.assignees,
      "open",
    ]);
    expect(scene.status(number)).not.toContain(`${login} `);
  },
);

test("rights that were given a moment ago count at once; rights that were taken count within five minutes", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("cleo", number, "/severity 1");
  scene.github.world.setPermission(REPO, "cleo", "write");
  await scene.say("cleo", number, "/severity 2");
  expect(scene.issue(number).labels).toContain("SEV-2");
  scene.github.world.setPermission(REPO, "cleo", "none");
  await scene.wind(5 * 60_000);
  await scene.say("cleo", number, "/severity 3");
  expect(scene.issue(number).labels).toContain("SEV-2");
});
