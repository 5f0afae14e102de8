import { expect, test } from "@jest/globals";
import { useScenes } from "./scene.ts";

const createScene = useScenes();

test("/handoff asks, the old holder stays on the hook until /accept; then the team gets a brief", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/accept");
  await scene.say("ana", number, "/note restarted the hub\n/sme @bo storage\n/severity 2");
  await scene.say("ana", number, "/update logins are slow\nnext: 2h");
  await scene.say("ana", number, "/handoff @sam");
  expect(scene.issue(number).body).toContain("- **Incident Commander:** @ana\n");
  expect(scene.issue(number).assignees).toEqual(["ana"]);
  expect(scene.receipts(number, "/handoff")).toEqual(["eyes"]);
  expect(scene.notices(number).at(-1)).toMatch(
    /^@sam, can you take over as \*\*Incident Commander\*\*\? ana asks\./,
  );
  expect(scene.status(number)).toContain("sam: can you take over as Incident Commander from ana?");
  await scene.say("sam", number, "/accept");
  const issue = scene.issue(number);
  expect(issue.body).toContain("- **Incident Commander:** @sam\n- **External Liaison:** @ana\n");
  expect(issue.assignees.toSorted()).toEqual(["ana", "sam"]);
  const brief = scene.notices(number).at(-1) ?? "";
  expect(brief).toContain("**sam is Incident Commander now.** They took over from ana.");
  for (const words of [
    "- **State:** Investigating since 2026-03-06 14:00 UTC, SEV-2",
    "- **Subject Matter Expert:** bo (storage)",
    "logins are slow",
    "- **Next update promised:** 2026-03-06 16:00 UTC",
    "restarted the hub",
    "  - Fill in the Incident Report",
  ]) {
    expect(brief).toContain(words);
  }
  expect(brief).not.toContain("  - Name the Incident Commander");
  expect(scene.status(number)).toContain("Nothing is open.");
});

test("asking the same person again changes nothing; asking another replaces the question", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/accept");
  await scene.say("ana", number, "/handoff @sam");
  await scene.say("bo", number, "/handoff @sam commander");
  expect(scene.notices(number)).toHaveLength(1);
  await scene.say("bo", number, "/handoff @bo");
  expect(scene.notices(number).at(-1)).toContain(
    "To take the role yourself, write `/commander me`",
  );
  await scene.say("ana", number, "/handoff @bo");
  await scene.say("sam", number, "/accept");
  expect(scene.issue(number).body).toContain("- **Incident Commander:** @ana\n");
  expect(scene.notices(number).at(-1)).toContain("Nobody has asked you to take a role.");
  await scene.say("bo", number, "/accept");
  expect(scene.issue(number).body).toContain("- **Incident Commander:** @bo\n");
});

test("/decline says so to the one who asked, and the holder stays", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/handoff @sam liaison");
  await scene.say("sam", number, "/decline\nI am about to sleep.");
  expect(scene.issue(number).body).toContain("- **External Liaison:** @ana\n");
  expect(scene.notices(number).at(-1)).toMatch(
    /^\*\*sam cannot be External Liaison\.\*\*[^]*about to sleep[^]*@ana, you are External Liaison/,
  );
  expect(scene.status(number)).toContain("sam cannot be External Liaison: I am about to sleep.");
});

test.each(["liaison", "External Liaison", "comms lead", "External Liason"])(
  "the role is read by the name %j",
  async (name) => {
    const scene = await createScene();
    const number = await scene.incident();
    await scene.say("ana", number, `/handoff @bo ${name}`);
    await scene.say("bo", number, "/accept");
    expect(scene.issue(number).body).toContain(
      "- **Incident Commander:** @ana\n- **External Liaison:** @bo\n",
    );
  },
);

test("a handoff of a role that nobody holds names at once; of a role that is none, or to the holder, is refused", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/decline");
  await scene.say("ana", number, "/handoff @bo");
  expect(scene.issue(number).body).toContain("- **Incident Commander:** @bo\n");
  const before = scene.notices(number).length;
  await scene.say("ana", number, "/handoff @bo\n/handoff @sam janitor");
  expect(scene.notices(number)).toHaveLength(before + 1);
  expect(scene.notices(number).at(-1)).toContain("bo holds that role already.");
  expect(scene.notices(number).at(-1)).toContain("It names no role that can be handed over");
});
