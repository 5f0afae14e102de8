import { expect, test } from "@jest/globals";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();
const policy = (...lines: readonly string[]) => ({
  files: { ".github/sitrep.yml": lines.join("\n") },
});

// A scene begins on Friday, 2026-03-06, at 14:00 UTC.
const rotation = (...lines: readonly string[]): readonly string[] => [
  "steward:",
  "  rotation:",
  "    people: [sam, bo]",
  "    length: 1 week",
  "    since: 2026-02-23 09:00",
  "    zone: Europe/Berlin",
  ...lines,
];
const DAY = 24 * 60 * 60_000;

test("whoever is Support Steward when the incident is declared is commander by default, and asked to confirm", async () => {
  const scene = await createScene(policy(...rotation()));
  const number = await scene.incident();
  expect(scene.issue(number).body).toContain("- **Incident Commander:** @bo\n");
  expect(scene.issue(number).body).toContain("- **External Liaison:** @bo\n");
  expect(scene.issue(number).assignees).toEqual(["bo"]);
  expect(scene.status(number)).toContain("@bo: can you be Incident Commander?");
  // Three days later it is the next one's turn, and a new incident is theirs; the old one stays as it is.
  await scene.wind(3 * DAY);
  const next = await scene.incident();
  expect(scene.issue(next).body).toContain("- **Incident Commander:** @sam\n");
  expect(scene.issue(number).body).toContain("- **Incident Commander:** @bo\n");
});

test("on a date that the policy overrides, somebody else is Support Steward", async () => {
  const overrides = "    overrides: [{ from: 2026-03-06, to: 2026-03-06, who: ana }]";
  const scene = await createScene(policy(...rotation(overrides)));
  const number = await scene.incident("The hub is down.", "sam");
  expect(scene.issue(number).body).toContain("- **Incident Commander:** @ana\n");
  await scene.wind(DAY);
  const next = await scene.incident("The hub is down.", "sam");
  expect(scene.issue(next).body).toContain("- **Incident Commander:** @bo\n");
});

test("a person who is named in the top comment comes before the Support Steward", async () => {
  const scene = await createScene(policy(...rotation()));
  const number = await scene.incident("Incident Commander: @sam");
  expect(scene.issue(number).body).toContain("Incident Commander: @sam");
  expect(scene.status(number)).toContain("| Incident Commander | sam |");
});

test("a Support Steward who may not hold a role gives way to the fallback, and the timeline says so", async () => {
  const scene = await createScene(
    policy(...rotation("  fallback: sam").map((line) => line.replace("[sam, bo]", "[sam, cleo]"))),
  );
  const number = await scene.incident();
  expect(scene.issue(number).body).toContain("- **Incident Commander:** @sam\n");
  expect(scene.status(number)).toContain(
    "by the policy, cleo is Support Steward, but may not hold a role here",
  );
});

test("without anybody who may be it, the roles are as without a Support Steward", async () => {
  const scene = await createScene(policy("steward: nobody-at-all"));
  const number = await scene.incident();
  expect(scene.issue(number).body).toContain("- **Incident Commander:** @ana\n");
  await scene.say("ana", number, "/commander steward");
  expect(scene.notices(number).at(-1)).toContain(
    "nobody-at-all is Support Steward by the policy, but has no write access",
  );
  expect(scene.receipts(number, "/commander steward")).toEqual(["confused"]);
});

test("`/commander steward` and `/liaison steward` name whoever is Support Steward when they are written", async () => {
  const scene = await createScene(policy(...rotation()));
  const number = await scene.incident("Incident Commander: @ana\n");
  await scene.say("ana", number, "/liaison steward");
  expect(scene.issue(number).body).toContain("- **External Liaison:** @bo\n");
  await scene.wind(3 * DAY);
  await scene.say("ana", number, "/commander steward");
  expect(scene.issue(number).body).toContain("Incident Commander: @sam");
  expect(scene.notices(number).at(-1)).toContain("@sam, can you take it?");
});

test("`/commander steward` says so where the policy names none, and `@steward` is an account", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/commander steward");
  expect(scene.notices(number).at(-1)).toContain("The policy does not say who is Support Steward");
  scene.github.world.addUser({ login: "steward" });
  scene.github.world.setPermission(REPO, "steward", "write");
  await scene.say("ana", number, "/commander @steward");
  expect(scene.status(number)).toContain("| Incident Commander | steward |");
});

test("commands in the first body know the Support Steward too", async () => {
  const scene = await createScene(policy(...rotation()));
  const number = await scene.open({ body: "Down.\n\n/incident\n/liaison steward\n/commander me" });
  expect(scene.issue(number).body).toContain("- **Incident Commander:** @ana\n");
  expect(scene.issue(number).body).toContain("- **External Liaison:** @bo\n");
});

test("in the process of 2026 the steward is liaison, and the Tech Lead is called in as expert", async () => {
  const scene = await createScene(policy("extends: 2i2c-2026", ...rotation(), "manager: sam"));
  const number = await scene.incident();
  const { body } = scene.issue(number);
  expect(body).toContain("- **Incident Responder:** @ana\n");
  expect(body).toContain("- **Communication Liaison:** @bo\n");
  expect(body).toContain("- **Subject Matter Experts:** @sam\n");
  expect(scene.notices(number)).toHaveLength(1);
  expect(scene.notices(number)[0]).toContain(
    "@sam, the process calls the Tech Lead in as **Subject Matter Expert** from the start.",
  );
  // They may delegate on anybody's behalf.
  await scene.say("sam", number, "/commander @bo");
  expect(scene.issue(number).body).toContain("- **Incident Responder:** @bo\n");
});

test("a Tech Lead who is there already is expert, and is not called", async () => {
  const scene = await createScene(policy("extends: 2i2c-2026", "manager: ana"));
  const number = await scene.incident();
  expect(scene.issue(number).body).toContain("- **Subject Matter Experts:** @ana\n");
  expect(scene.notices(number)).toEqual([]);
});

test("reminders name whoever is manager when they come", async () => {
  const lines = rotation().map((line) => line.replace("steward", "manager"));
  const scene = await createScene(policy(...lines, "engineering: acme/engineering"));
  const number = await scene.incident();
  await scene.wind(31 * 60_000);
  expect(scene.notices(number).find((text) => text.includes("@acme/engineering"))).toContain("@bo");
});

test("an incident that is put together from the thread has the steward of its declaration, whatever the policy says now", async () => {
  const scene = await createScene(policy("extends: 2i2c-2026", ...rotation(), "manager: sam"));
  const number = await scene.incident();
  const before = scene.status(number);
  await scene.stop();
  scene.github.world.setFile(
    REPO,
    ".github/sitrep.yml",
    "extends: 2i2c-2026\nsteward: sam\nmanager: sam\n",
  );
  const { id } = scene.issue(number).comments[0]!;
  scene.as("ana").deleteComment(REPO, number, id);
  await scene.start();
  await scene.say("ana", number, "Still here?");
  expect(scene.status(number)).toBe(before);
  expect(scene.issue(number).body).toContain("- **Communication Liaison:** @bo\n");
  expect(scene.issue(number).body).toContain("- **Subject Matter Experts:** @sam\n");
});
