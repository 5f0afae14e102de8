import { expect, test } from "@jest/globals";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const MINUTE = 60_000;

/** Sitrep's comments about a closing. */
const told = (scene: Scene, number: number): readonly string[] =>
  scene.notices(number).filter((text) => /something is missing/.test(text.split("\n")[0] ?? ""));

async function closeByHand(
  scene: Scene,
  number: number,
  login = "bo",
  reason?: "completed" | "not_planned" | "duplicate",
): Promise<void> {
  scene.as(login).close(REPO, number, reason);
  await scene.settle();
}

const stateOf = (scene: Scene, number: number): string => scene.issue(number).state;

const POLICY = (closeGate: string) => ({
  files: { ".github/sitrep.yml": `closeGate: ${closeGate}\n` },
});

test("/close is refused with all that is missing, and closes when it is done", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("bo", number, "/close");
  expect(stateOf(scene, number)).toBe("open");
  expect(scene.receipts(number, "/close")).toEqual(["confused"]);
  expect(told(scene, number)).toHaveLength(1);
  expect(told(scene, number)[0]).toMatch(
    /^\*\*Not closed yet\.\*\* bo asked[^]*not resolved[^]*not told[^]*not agreed[^]*not done/,
  );
  expect(scene.status(number)).toContain("bo wanted to close it while something is missing");
  await scene.say("ana", number, "/resolve");
  await scene.say("ana", number, "/done told\n/done report\n/confirm");
  await scene.say("bo", number, "/close now");
  const issue = scene.issue(number);
  expect([issue.state, issue.stateReason]).toEqual(["closed", "completed"]);
  expect(scene.receipts(number, "/close now")).toEqual(["+1"]);
  expect(issue.body).toContain("- **Status:** Closed\n");
  for (const step of [
    "Tell the Community Representative that it is resolved",
    "Fill in",
    "Close",
  ]) {
    expect(issue.body).toContain(`- [x] ${step}`);
  }
  expect(scene.status(number)).toContain("**Closed** by bo at");
  expect(told(scene, number)).toHaveLength(1);
  await scene.say("ana", number, "/close");
  expect(scene.status(number).match(/closed the issue/g)).toHaveLength(1);
});

test("a closing by hand with everything done stands", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/resolve\n/done report\n/confirm");
  await closeByHand(scene, number);
  expect(stateOf(scene, number)).toBe("closed");
  expect(told(scene, number)).toEqual([]);
  expect(scene.status(number)).toContain("bo closed the issue");
});

test("48 working hours of silence open the last gate", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/resolve\n/done told\n/done report");
  await scene.wind(4 * 24 * 60 * MINUTE - 5 * MINUTE);
  await scene.say("ana", number, "/close");
  expect(told(scene, number)[0]).toContain("counts as agreement from Tue 2026-03-10 14:00 UTC on");
  await scene.wind(6 * MINUTE);
  await scene.say("ana", number, "/close");
  expect(stateOf(scene, number)).toBe("closed");
});

test("a closing by hand too early is undone, with what is missing; a second one within ten minutes stands", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await closeByHand(scene, number);
  expect(stateOf(scene, number)).toBe("open");
  expect(told(scene, number)).toEqual([
    expect.stringMatching(/^\*\*Opened again, since something is missing\.\*\* bo closed it/),
  ]);
  expect(scene.issue(number).body).toContain("- **Status:** Investigating\n");
  expect(scene.issue(number).labels).toContain("incident: investigating");
  await scene.wind(9 * MINUTE);
  await closeByHand(scene, number, "sam");
  expect(stateOf(scene, number)).toBe("closed");
  expect(told(scene, number)).toHaveLength(1);
  expect(scene.status(number)).toContain("sam closed it though something is missing: not resolved");
  expect(scene.status(number)).toContain("**Closed** by sam at");
});

test("after more than ten minutes it is undone again", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await closeByHand(scene, number);
  await scene.wind(11 * MINUTE);
  await closeByHand(scene, number);
  expect(stateOf(scene, number)).toBe("open");
  expect(told(scene, number)).toHaveLength(2);
});

test("a refused /close counts as the first try", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("bo", number, "/close");
  await closeByHand(scene, number, "bo");
  expect(stateOf(scene, number)).toBe("closed");
  expect(scene.status(number)).toContain("bo closed it though something is missing");
});

test("the time to try again counts from when somebody was told, though Sitrep came late", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.stop();
  scene.as("bo").close(REPO, number);
  await scene.wind(20 * MINUTE);
  await scene.start();
  expect(stateOf(scene, number)).toBe("open");
  await scene.wind(5 * MINUTE);
  await closeByHand(scene, number);
  expect(stateOf(scene, number)).toBe("closed");
});

test("Sitrep's own opening again changes nothing else, and help comes when it would have come", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.wind(20 * MINUTE);
  await closeByHand(scene, number);
  expect(scene.status(number)).not.toContain("opened it again");
  await scene.wind(9 * MINUTE);
  expect(scene.notices(number).filter((text) => text.includes("Help is"))).toEqual([]);
  await scene.wind(MINUTE);
  expect(scene.notices(number).filter((text) => text.includes("Help is"))).toHaveLength(1);
});

test.each(["not_planned", "duplicate"] as const)("closing as %s has no gate", async (reason) => {
  const scene = await createScene();
  const number = await scene.incident();
  await closeByHand(scene, number, "bo", reason);
  expect(stateOf(scene, number)).toBe("closed");
  expect(told(scene, number)).toEqual([]);
});

test("the author without rights may close on GitHub, and is never taken to mean it; nobody is notified", async () => {
  const scene = await createScene();
  const number = await scene.incident("The hub is down.", "cleo");
  for (const _ of [1, 2, 3]) {
    await closeByHand(scene, number, "cleo");
    expect(stateOf(scene, number)).toBe("open");
    await scene.wind(MINUTE);
  }
  expect(told(scene, number)).toHaveLength(1);
  expect(told(scene, number)[0]).not.toContain("@");
  await closeByHand(scene, number, "bo");
  expect(stateOf(scene, number)).toBe("closed");
});

test("an automation is asked to come back", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.world.addUser({ login: "stale[bot]", type: "Bot" });
  scene.github.world.setPermission(REPO, "stale[bot]", "write");
  for (const _ of [1, 2]) {
    await closeByHand(scene, number, "stale[bot]");
    expect(stateOf(scene, number)).toBe("open");
  }
  expect(told(scene, number)).toHaveLength(1);
  expect(told(scene, number)[0]).toContain("An automation closed it");
  expect(scene.status(number)).toContain("an automation closed it while something is missing");
});

test("a policy that only warns leaves it closed and says what is missing", async () => {
  const scene = await createScene(POLICY("warn"));
  const number = await scene.incident();
  await closeByHand(scene, number);
  expect(stateOf(scene, number)).toBe("closed");
  expect(told(scene, number)).toEqual([
    expect.stringMatching(/^\*\*Closed, though something is missing\.\*\* bo closed it/),
  ]);
  expect(scene.status(number)).toContain("bo closed it though something is missing");
});

test("a policy without gates leaves it closed and says nothing", async () => {
  const scene = await createScene(POLICY("off"));
  const [byHand, byCommand] = [await scene.incident(), await scene.incident()];
  await closeByHand(scene, byHand);
  await scene.say("bo", byCommand, "/close");
  for (const number of [byHand, byCommand]) {
    expect(stateOf(scene, number)).toBe("closed");
    expect(scene.notices(number)).toEqual([]);
    expect(scene.status(number)).toContain("bo closed the issue");
  }
});

test("while Sitrep stands by, a closing is nobody's business", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.as("ana").removeLabel(REPO, number, "incident");
  await closeByHand(scene, number);
  expect(stateOf(scene, number)).toBe("closed");
  expect(told(scene, number)).toEqual([]);
});
