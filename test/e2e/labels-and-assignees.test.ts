import { expect, test } from "@jest/globals";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();

test.each(["ana", "tri"])(
  "a phase's label put on by hand (%s) is the command of the phase",
  async (login) => {
    const scene = await createScene();
    const number = await scene.incident();
    await scene.say("ana", number, "/mitigated");
    await scene.say("ana", number, "/reopen now the repository has the label");
    scene.as(login).addLabel(REPO, number, "incident: mitigated");
    await scene.settle();
    expect(scene.issue(number).labels.toSorted()).toEqual([
      "SEV-4",
      "incident",
      "incident: mitigated",
    ]);
    expect(scene.issue(number).body).toContain("- **Status:** Mitigated\n");
    expect(scene.status(number)).toContain(`${login} set the state to Mitigated`);
    scene.as("ana").addLabel(REPO, number, "Incident: Resolved");
    await scene.settle();
    expect(scene.issue(number).body).toContain("- **Status:** Resolved\n");
    expect(scene.notices(number).slice(-2)).toEqual([
      expect.stringMatching(/^\*\*Resolved\*\* by ana/),
      expect.stringMatching(/^@ana, please tell the community that it is over/),
    ]);
    scene.as("ana").addLabel(REPO, number, "incident: investigating");
    await scene.settle();
    expect(scene.issue(number).labels.filter((name) => /^incident: /i.test(name))).toEqual([
      "incident: investigating",
    ]);
    expect(scene.notices(number).at(-1)).toMatch(/^\*\*Not over:\*\* ana/);
  },
);

test("a severity's label put on by hand is the command", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.as("bo").addLabel(REPO, number, "sev-1");
  await scene.settle();
  expect(scene.issue(number).labels.toSorted()).toEqual([
    "incident",
    "incident: investigating",
    "sev-1",
  ]);
  expect(scene.issue(number).body).toContain("- **Severity:** SEV-1\n");
  expect(scene.status(number)).toContain("bo set the severity to SEV-1");
});

test("a phase's or severity's label taken off by hand comes back; other labels are nobody's business", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.as("bo").removeLabel(REPO, number, "incident: investigating");
  scene.as("bo").removeLabel(REPO, number, "SEV-4");
  scene.as("bo").addLabel(REPO, number, "area: storage");
  await scene.settle();
  expect(scene.issue(number).labels.toSorted()).toEqual([
    "SEV-4",
    "area: storage",
    "incident",
    "incident: investigating",
  ]);
});

test("with the declaring label off Sitrep stands by; put back on, it goes on where it was", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/commander @bo\n/severity 2");
  scene.as("sam").removeLabel(REPO, number, "incident");
  await scene.settle();
  expect(scene.status(number)).toContain(
    "**Sitrep stands by:** sam took the incident label off at 2026-03-06 14:00 UTC.",
  );
  await scene.say("ana", number, "/severity 1\n/commander me");
  await scene.edit("ana", number, (body) => body.replace("@bo", "@sam"));
  expect(scene.receipts(number, "/severity 1")).toEqual([]);
  expect(scene.issue(number).labels).toContain("SEV-2");
  scene.as("sam").addLabel(REPO, number, "incident");
  await scene.settle();
  expect(scene.status(number)).toContain("sam put the incident label back on");
  expect(scene.status(number)).not.toContain("stands by");
  expect(scene.status(number)).toContain("| Incident Commander | bo |");
  expect(scene.issue(number).labels).toContain("SEV-2");
  expect(scene.notices(number)).toHaveLength(1);
  await scene.say("ana", number, "/severity 1");
  expect(scene.issue(number).labels).toContain("SEV-1");
});

test("/incident takes it up again, and puts the label back on", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.as("sam").removeLabel(REPO, number, "incident");
  await scene.settle();
  await scene.say("bo", number, "/incident 1");
  expect(scene.issue(number).labels.toSorted()).toEqual([
    "SEV-1",
    "incident",
    "incident: investigating",
  ]);
  expect(scene.status(number)).toContain("bo put the incident label back on");
});

test("one of two declaring labels may go", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.as("ana").addLabel(REPO, number, "type: Hub Incident");
  scene.as("ana").removeLabel(REPO, number, "incident");
  await scene.settle();
  expect(scene.status(number)).not.toContain("stands by");
  expect(scene.issue(number).labels).not.toContain("incident");
});

test("an assignee whom a person takes off stays off until they are named anew; others whom people assign stay", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.as("bo").unassign(REPO, number, "ana");
  scene.as("bo").assign(REPO, number, "sam");
  await scene.settle();
  await scene.say("ana", number, "/note on\n/severity 2");
  expect(scene.issue(number).assignees).toEqual(["sam"]);
  await scene.say("ana", number, "/commander @bo");
  expect(scene.issue(number).assignees.toSorted()).toEqual(["bo", "sam"]);
  await scene.say("ana", number, "/commander me");
  expect(scene.issue(number).assignees.toSorted()).toEqual(["ana", "sam"]);
});

test("a former holder whom a person assigns again stays", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/commander @bo\n/liaison @bo");
  expect(scene.issue(number).assignees).toEqual(["bo"]);
  scene.as("ana").assign(REPO, number, "ana");
  await scene.settle();
  await scene.say("bo", number, "/note on");
  expect(scene.issue(number).assignees.toSorted()).toEqual(["ana", "bo"]);
});
