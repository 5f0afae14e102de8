import { expect, test } from "@jest/globals";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();
const labels = (names: readonly string[]): readonly string[] => names.toSorted();

test.each([
  ["/incident", "SEV-4"],
  ["/incident SEV-1", "SEV-1"],
  ["/declare sev 2", "SEV-2"],
  ["  /Incident 3  \r\nThe hub is gone.", "SEV-3"],
])("a comment %j on an ordinary issue declares it", async (text, severity) => {
  const scene = await createScene();
  const number = await scene.open({ by: "cleo", body: "Cannot log in." });
  await scene.say("bo", number, text);
  const issue = scene.issue(number);
  expect(labels(issue.labels)).toEqual(labels(["incident", "incident: investigating", severity]));
  expect(issue.assignees).toEqual(["bo"]);
  expect(issue.body).toContain(`- **Severity:** ${severity}\n`);
  expect(scene.receipts(number, text)).toEqual(["+1"]);
  expect(scene.notices(number)).toEqual([]);
  expect(scene.status(number)).toContain("bo declared the incident");
});

test("labels that the repository lacks are created once, with colours of their own", async () => {
  const scene = await createScene();
  const first = await scene.open({ body: "x" });
  expect(scene.github.world.labels(REPO)).toEqual([]);
  await scene.say("ana", first, "/incident SEV-1");
  await scene.say("ana", await scene.open({ body: "y" }), "/incident SEV-1");
  expect(scene.github.world.labels(REPO).map(({ name, color }) => [name, color])).toEqual([
    ["incident", "b60205"],
    ["incident: investigating", "d73a4a"],
    ["SEV-1", "b60205"],
  ]);
});

test("a command in the first body declares, and so do the commands behind it", async () => {
  const scene = await createScene();
  const body = "/incident SEV-2\n/sme @bo storage\n\nThe hub is down.";
  const number = await scene.open({ by: "sam", body });
  const issue = scene.issue(number);
  expect(issue.body.startsWith(body)).toBe(true);
  expect(issue.labels).toContain("SEV-2");
  expect(issue.assignees).toEqual(["sam"]);
  expect(scene.status(number)).toContain("bo (storage)");
  expect(issue.reactions).toEqual([{ login: "sitrep[bot]", content: "+1" }]);
  expect(scene.notices(number)).toEqual([
    expect.stringContaining("@bo, sam calls you in as **Subject Matter Expert** (storage)."),
  ]);
});

test("commands in the first body wait for the declaration by label, and take effect then", async () => {
  const scene = await createScene();
  const number = await scene.open({ by: "bo", body: "/severity 1\n/commander @sam" });
  expect(scene.issue(number).comments).toEqual([]);
  scene.as("ana").addLabel(REPO, number, "incident");
  await scene.settle();
  expect(scene.issue(number).assignees.toSorted()).toEqual(["bo", "sam"]);
  expect(scene.issue(number).body).toContain("- **Incident Commander:** @sam\n");
  expect(scene.issue(number).labels).toContain("SEV-1");
});

test("a severity that is none does not stop the declaration: the lowest counts, one answer says so", async () => {
  const scene = await createScene();
  const number = await scene.open({ body: "x" });
  await scene.say("ana", number, "/incident SEV-9");
  expect(scene.issue(number).labels).toContain("SEV-4");
  expect(scene.receipts(number, "SEV-9")).toEqual(["confused"]);
  expect(scene.notices(number)).toEqual([
    expect.stringContaining("There is no such severity; choose one of SEV-1, SEV-2, SEV-3, SEV-4"),
  ]);
});

test.each(["cleo", "zed", "tri"])(
  "an outsider (%s) who declares gets the refused reaction, and nothing else happens",
  async (login) => {
    const scene = await createScene();
    const number = await scene.open({ by: "cleo", body: "Cannot log in." });
    await scene.say(login, number, "/incident SEV-1");
    const issue = scene.issue(number);
    expect(scene.receipts(number, "/incident")).toEqual(["confused"]);
    expect(issue.labels).toEqual([]);
    expect(issue.assignees).toEqual([]);
    expect(issue.body).toBe("Cannot log in.");
    expect(issue.comments).toHaveLength(1);
    expect(scene.github.world.labels(REPO)).toEqual([]);
  },
);

test("an outsider's declaration in the first body gets the reaction alone; a person's declaration counts later", async () => {
  const scene = await createScene();
  const number = await scene.open({ by: "cleo", body: "/incident SEV-1\n/commander @bo" });
  expect(scene.issue(number).comments).toEqual([]);
  expect(scene.issue(number).reactions).toEqual([{ login: "sitrep[bot]", content: "confused" }]);
  await scene.say("ana", number, "/incident");
  expect(scene.issue(number).labels).toContain("SEV-4");
  expect(scene.issue(number).assignees).toEqual(["ana"]);
  expect(scene.notices(number)).toEqual([]);
});

test("other commands on an ordinary issue are nobody's business", async () => {
  const scene = await createScene();
  const number = await scene.open({ body: "x" });
  scene.forget();
  await scene.say("ana", number, "/commander me\n/resolve");
  expect(scene.cost()).toEqual({ reads: 0, writes: 0 });
  expect(scene.issue(number).comments).toHaveLength(1);
});

test("declaring once more sets the severity, and says nothing new", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("bo", number, "/incident SEV-2");
  expect(scene.issue(number).labels).toContain("SEV-2");
  await scene.say("bo", number, "/declare SEV-2");
  await scene.say("bo", number, "/incident");
  expect(scene.notices(number)).toEqual([]);
  expect(scene.issue(number).labels).toContain("SEV-2");
  expect(scene.issue(number).labels).not.toContain("SEV-4");
  expect(scene.receipts(number, "/declare")).toEqual(["+1"]);
  expect(scene.status(number).match(/declared the incident/g)).toHaveLength(1);
});

test("a bot that writes the command declares nothing", async () => {
  const scene = await createScene();
  scene.github.world.addUser({ login: "alerts[bot]", type: "Bot" });
  scene.github.world.setPermission(REPO, "alerts[bot]", "admin");
  const number = await scene.open({ body: "x" });
  await scene.say("alerts[bot]", number, "/incident SEV-1");
  expect(scene.issue(number).comments).toHaveLength(1);
  expect(scene.issue(number).labels).toEqual([]);
});
