import { expect, test } from "@jest/globals";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();
const phaseLabels = (labels: readonly string[]) =>
  labels.filter((label) => label.startsWith("incident: "));

test.each(["/mitigated", "/mitigate rolled back"])(
  "%s sets the phase: label, field, timeline, no comment",
  async (text) => {
    const scene = await createScene();
    const number = await scene.incident();
    await scene.say("ana", number, text);
    const issue = scene.issue(number);
    expect(phaseLabels(issue.labels)).toEqual(["incident: mitigated"]);
    expect(issue.body).toContain("- **Status:** Mitigated\n");
    expect(scene.status(number)).toContain("ana set the state to Mitigated");
    await scene.say("bo", number, text);
    expect(scene.notices(number)).toEqual([]);
    expect(scene.status(number).match(/set the state/g)).toHaveLength(1);
  },
);

test.each(["/resolve the disk is bigger now", "/resolved\nthe disk is bigger now"])(
  "%j resolves: label, field, step, a comment that says so and one that asks the liaison",
  async (text) => {
    const scene = await createScene();
    const number = await scene.incident();
    await scene.say("ana", number, "/liaison @bo");
    await scene.say("bo", number, "/accept");
    await scene.wind(90 * 60_000);
    await scene.say("ana", number, text);
    const issue = scene.issue(number);
    expect(phaseLabels(issue.labels)).toEqual(["incident: resolved"]);
    expect(issue.body).toContain("- **Status:** Resolved\n");
    expect(issue.body).toContain("- [x] Investigate and resolve the incident\n");
    expect(issue.state).toBe("open");
    const after = [
      expect.stringMatching(/^\*\*Resolved\*\* by ana, 1 h 30 min after[^]*the disk is bigger now/),
      expect.stringMatching(/^@bo, please tell the community/),
    ];
    expect(scene.notices(number).slice(-2)).toEqual(after);
    await scene.say("sam", number, "/resolve");
    expect(scene.notices(number).slice(-2)).toEqual(after);
    await scene.say("sam", number, "/mitigated");
    expect(scene.notices(number).at(-1)).toContain("The incident is resolved already.");
  },
);

test("/reopen takes a resolved incident up again, and calls the commander back", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/reopen no");
  expect(scene.notices(number)).toEqual([]);
  await scene.say("ana", number, "/resolve");
  await scene.say("bo", number, "/reopen");
  expect(scene.notices(number).at(-1)).toContain("It does not say why.");
  await scene.say("bo", number, "/reopen logins fail again");
  expect(phaseLabels(scene.issue(number).labels)).toEqual(["incident: investigating"]);
  expect(scene.issue(number).body).toContain("- **Status:** Investigating\n");
  expect(scene.notices(number).at(-1)).toMatch(
    /^\*\*Not over:\*\* bo opened the incident again\.[^]*logins fail again[^]*@ana, you are Incident Commander/,
  );
});

test("/reopen opens a closed issue again", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/resolve\n/done report\n/confirm");
  scene.as("ana").close(REPO, number);
  await scene.settle();
  expect(scene.issue(number).body).toContain("- **Status:** Closed\n");
  await scene.say("bo", number, "/reopen it is back");
  const issue = scene.issue(number);
  expect(issue.state).toBe("open");
  expect(issue.body).toContain("- **Status:** Investigating\n");
  expect(phaseLabels(issue.labels)).toEqual(["incident: investigating"]);
  expect(scene.status(number)).toContain("## 🔴 Investigating");
});

test.each(["/cancel", "/false-alarm the probe was wrong"])(
  "%s closes as not planned, at once and once",
  async (text) => {
    const scene = await createScene();
    const number = await scene.incident();
    await scene.say("bo", number, text);
    const issue = scene.issue(number);
    expect([issue.state, issue.stateReason]).toEqual(["closed", "not_planned"]);
    expect(issue.body).toContain("- **Status:** Cancelled\n");
    expect(issue.body).toContain("- [ ] Close the incident");
    expect(scene.receipts(number, text)).toEqual(["+1"]);
    expect(scene.status(number)).toContain("**No incident:** bo said so");
    expect(scene.notices(number)).toEqual([]);
    await scene.say("bo", number, text);
    expect(scene.status(number).match(/no incident/g)).toHaveLength(1);
  },
);

test("what was cancelled can be reopened by a person's hand or by command, and is not closed again", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("bo", number, "/cancel");
  scene.as("ana").reopen(REPO, number);
  await scene.settle();
  expect(scene.issue(number).state).toBe("open");
  expect(scene.issue(number).body).toContain("- **Status:** Investigating\n");
  await scene.say("bo", number, "/cancel");
  await scene.say("ana", number, "/reopen it is one after all");
  expect(scene.issue(number).state).toBe("open");
  await scene.say("bo", number, "/cancel");
  expect(scene.issue(number).state).toBe("closed");
});

test("/confirm counts once it is resolved, by the representative without any rights", async () => {
  const scene = await createScene();
  const number = await scene.incident("Community Representative: @cleo\n");
  await scene.say("cleo", number, "/confirm");
  expect(scene.receipts(number, "/confirm")).toEqual(["confused"]);
  expect(scene.notices(number)).toEqual([]);
  await scene.say("ana", number, "/resolve");
  expect(scene.status(number)).toContain("when they say that it works, write `/confirm`.");
  await scene.say("cleo", number, "/confirm thank you");
  expect(scene.receipts(number, "/confirm thank")).toEqual(["+1"]);
  expect(scene.status(number)).toContain("the community confirmed 2026-03-06 14:00 UTC");
  await scene.say("ana", number, "/confirm");
  expect(scene.status(number).match(/confirmed for the community/g)).toHaveLength(1);
  await scene.say("zed", number, "/confirm");
  expect(scene.receipts(number, "/confirm")).toEqual(["confused"]);
});

test("/confirm before it is resolved is refused, and counts for one resolution only", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/confirm");
  expect(scene.notices(number)[0]).toContain("The incident is not resolved yet");
  await scene.say("ana", number, "/resolve\n/confirm");
  await scene.say("ana", number, "/reopen again\n/resolve");
  expect(scene.status(number)).not.toContain("the community confirmed 20");
});

test("closing by hand as completed ticks the last step; reopening by hand takes the incident up again", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/resolve\n/done report\n/confirm");
  scene.as("bo").close(REPO, number);
  await scene.settle();
  expect(scene.issue(number).body).toContain("- [x] Close the incident once");
  expect(scene.status(number)).toContain("**Closed** by bo at 2026-03-06 14:00 UTC");
  scene.as("sam").reopen(REPO, number);
  await scene.settle();
  expect(scene.issue(number).body).toContain("- **Status:** Investigating\n");
  expect(scene.status(number)).toContain("sam opened it again");
  expect(phaseLabels(scene.issue(number).labels)).toEqual(["incident: investigating"]);
});

test("closing by hand as not planned is a cancellation", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.as("bo").close(REPO, number, "not_planned");
  await scene.settle();
  expect(scene.issue(number).body).toContain("- **Status:** Cancelled\n");
  expect(scene.status(number)).toContain("**No incident:** bo said so");
});
