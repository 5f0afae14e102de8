import { expect, test } from "@jest/globals";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const policy = (...lines: readonly string[]) => ({
  files: { ".github/sitrep.yml": lines.join("\n") },
});
const MINUTE = 60_000;

/** Sitrep, once the team has these members. */
async function withTeam(members: readonly string[] | null, ...lines: readonly string[]) {
  const scene = await createScene(policy(...lines));
  scene.github.world.setTeam("acme/support", members);
  return scene;
}

const failTeams = (scene: Scene, ms: number): void =>
  scene.github.faults.failFor(ms, {
    status: 502,
    match: ({ operationName }) => operationName === "Team",
  });

const commanderOf = (scene: Scene, number: number): string =>
  /Incident Commander:\*\* @(\w+)/.exec(scene.issue(number).body)?.[1] ?? "";

/** A body without the place of the status comment, which is another one when it was deleted. */
const withoutPointer = (text: string): string => text.replace(/status=\w+/, "");

test("the only member of the team is Support Steward, and the team is asked about once in five minutes", async () => {
  const scene = await withTeam(["bo"], "steward: { team: acme/support }");
  scene.forget();
  const number = await scene.incident();
  expect(commanderOf(scene, number)).toBe("bo");
  await scene.say("ana", number, "/severity 1");
  const asked = scene.github.calls.all.filter(({ operationName }) => operationName === "Team");
  expect(asked).toHaveLength(1);
  expect(scene.status(number)).not.toContain("acme/support");
});

test("of a team with several members the first by login is picked where the policy says so", async () => {
  const scene = await withTeam(["sam", "bo"], "steward: { team: acme/support, pick: first }");
  expect(commanderOf(scene, await scene.incident())).toBe("bo");
});

test("a team with several members does not tell who is meant: the fallback serves, and the status comment says why", async () => {
  const scene = await withTeam(["sam", "bo"], "steward: { team: acme/support, fallback: sam }");
  const number = await scene.incident();
  expect(commanderOf(scene, number)).toBe("sam");
  expect(scene.status(number)).toContain(
    "The team acme/support does not tell who is Support Steward. More than one person is in it, and the policy means its only one; `pick: first` means the first by login. Meanwhile it is sam.",
  );
  // As soon as one is left, it is said no more.
  scene.github.world.setTeam("acme/support", ["bo"]);
  await scene.wind(6 * MINUTE);
  await scene.say("ana", number, "Mended the team.");
  expect(scene.status(number)).not.toContain("acme/support");
});

test("without a fallback, a team that does not exist leaves the roles as they are without a Support Steward", async () => {
  const scene = await withTeam(null, "steward: { team: acme/support }");
  const number = await scene.incident();
  expect(commanderOf(scene, number)).toBe("ana");
  expect(scene.status(number)).toContain(
    "GitHub knows no such team, or does not show it to the App. Meanwhile it is nobody.",
  );
  await scene.say("ana", number, "/commander steward");
  expect(scene.notices(number).at(-1)).toContain("By the policy, nobody is Support Steward now.");
});

test("an App that may not read teams goes by the fallback, and the status comment says what it lacks", async () => {
  const scene = await createScene({
    ...policy("steward: { team: acme/support, fallback: bo }"),
    running: false,
  });
  const { world } = scene.github;
  world.setTeam("acme/support", ["sam"]);
  world.uninstall(scene.installation);
  const permissions = { issues: "write", metadata: "read", contents: "read" } as const;
  world.installApp("acme", ["hubs"], { permissions });
  await scene.start();
  const number = await scene.incident();
  expect(commanderOf(scene, number)).toBe("bo");
  expect(scene.status(number)).toContain("it needs the permission “Members: read”");
});

test("while a team cannot be read its last answer serves, and the status comment says how old it is", async () => {
  const scene = await withTeam(["bo"], "steward: { team: acme/support, fallback: sam }");
  await scene.incident();
  // Read in the same minute as the incident, at 14:00.
  scene.github.world.setTeam("acme/support", ["sam"]);
  failTeams(scene, 60 * MINUTE);
  await scene.wind(10 * MINUTE);
  const next = await scene.incident();
  expect(commanderOf(scene, next)).toBe("bo");
  expect(scene.status(next)).toMatch(
    /@bo: can you be Incident Commander\?.* You were Support Steward as of 2026-03-06 14:00 UTC; who it is now cannot be read\./,
  );
  expect(scene.status(next)).toContain(
    "The team acme/support does not tell who is Support Steward. GitHub does not answer for it now. Sitrep goes by who it was as of 2026-03-06 14:00 UTC.",
  );
  await scene.wind(61 * MINUTE);
  await scene.say("ana", next, "/commander steward");
  expect(commanderOf(scene, next)).toBe("sam");
  expect(scene.status(next)).not.toContain("acme/support");
});

test("a team that could never be read leaves it to the fallback", async () => {
  const scene = await createScene(policy("steward: { team: acme/support, fallback: sam }"));
  scene.github.world.setTeam("acme/support", ["bo"]);
  failTeams(scene, 30 * MINUTE);
  const number = await scene.incident();
  expect(commanderOf(scene, number)).toBe("sam");
  expect(scene.status(number)).toContain("GitHub does not answer for it now. Meanwhile it is sam.");
});

test("an incident that is put together from the thread keeps the steward of its declaration, though the team changed", async () => {
  const scene = await withTeam(["bo"], "steward: { team: acme/support }");
  const number = await scene.incident();
  const before = scene.status(number);
  await scene.stop();
  scene.github.world.setTeam("acme/support", ["sam"]);
  scene.as("ana").deleteComment(REPO, number, scene.issue(number).comments[0]?.id ?? 0);
  await scene.start();
  await scene.say("ana", number, "Still here?");
  expect(commanderOf(scene, number)).toBe("bo");
  expect(scene.status(number)).toBe(before);
});

test("a team names the manager whom reminders call", async () => {
  const scene = await withTeam(["sam"], "manager: { team: acme/support }");
  const number = await scene.incident();
  await scene.wind(31 * MINUTE);
  expect(scene.notices(number).join("\n")).toContain("@sam");
});

test("`/commander steward` stays carried out for whoever it was then, when the record is lost and the team changed", async () => {
  const scene = await withTeam(["bo"], "steward: { team: acme/support }");
  const number = await scene.incident("Incident Commander: @sam");
  await scene.say("ana", number, "/commander steward");
  await scene.say("ana", number, "/liaison steward");
  const { body } = scene.issue(number);
  const said = scene.notices(number);
  await scene.stop();
  scene.github.world.setTeam("acme/support", ["ana"]);
  scene.as("ana").deleteComment(REPO, number, scene.issue(number).comments[0]?.id ?? 0);
  await scene.start();
  expect(withoutPointer(scene.issue(number).body)).toBe(withoutPointer(body));
  expect(scene.status(number)).toContain("| Incident Commander | bo |");
  expect(scene.status(number)).toContain("| External Liaison | bo |");
  expect(scene.notices(number)).toEqual(said);
  expect(scene.receipts(number, "/commander steward")).toEqual(["+1"]);
  expect(scene.status(number)).toContain("ana made bo Incident Commander");
});
