import { expect, test } from "@jest/globals";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();
const policy = (...lines: readonly string[]) => ({
  files: { ".github/sitrep.yml": lines.join("\n") },
});

test("a policy names the labels, and the preset's do not count then", async () => {
  const scene = await createScene(policy("labels: [outage, 'type: post-mortem']"));
  const number = await scene.open({ body: "x" });
  scene.as("ana").addLabel(REPO, number, "incident");
  await scene.settle();
  expect(scene.issue(number).comments).toEqual([]);
  scene.as("ana").addLabel(REPO, number, "Type: Post-Mortem");
  await scene.settle();
  expect(scene.status(number)).toContain("Investigating");
  const other = await scene.open({ body: "y" });
  await scene.say("bo", other, "/incident");
  expect(scene.issue(other).labels).toContain("outage");
});

test("a policy names the severities, the lowest first at the declaration", async () => {
  const scene = await createScene(policy("severities: [P1, P2, P3]"));
  const number = await scene.incident();
  expect(scene.issue(number).labels.toSorted()).toEqual([
    "P3",
    "incident",
    "incident: investigating",
  ]);
  await scene.say("ana", number, "/severity SEV-1");
  expect(scene.notices(number).at(-1)).toContain("choose one of P1, P2, P3");
  await scene.say("ana", number, "/sev p1");
  expect(scene.issue(number).labels).toContain("P1");
  expect(scene.issue(number).labels).not.toContain("P3");
  expect(scene.issue(number).body).toContain("- **Severity:** P1\n");
});

test("a policy names the phases' labels, which count by hand too; an incident from before is relabelled", async () => {
  const scene = await createScene({});
  const number = await scene.incident();
  scene.github.world.setFile(
    REPO,
    ".github/sitrep.yml",
    "phases: { investigating: looking, mitigated: 'status: contained' }\n",
  );
  await scene.settle();
  expect(scene.issue(number).labels.toSorted()).toEqual(["SEV-4", "incident", "looking"]);
  scene.as("bo").addLabel(REPO, number, "Status: contained");
  await scene.settle();
  expect(scene.issue(number).body).toContain("- **Status:** Mitigated\n");
  expect(scene.issue(number).labels).not.toContain("looking");
  await scene.say("bo", number, "/resolve");
  expect(scene.issue(number).labels.toSorted()).toEqual([
    "SEV-4",
    "incident",
    "incident: resolved",
  ]);
  scene.as("bo").addLabel(REPO, number, "incident: investigating");
  await scene.settle();
  expect(scene.issue(number).labels.toSorted()).toEqual(["SEV-4", "incident", "looking"]);
});

test("severities that the policy has no more give way to those that it has", async () => {
  const scene = await createScene({});
  const number = await scene.incident();
  scene.github.world.setFile(REPO, ".github/sitrep.yml", "severities: [high, low]\n");
  await scene.settle();
  expect(scene.issue(number).labels).toContain("SEV-4");
  await scene.say("ana", number, "/severity high");
  expect(scene.issue(number).labels.toSorted()).toEqual([
    "high",
    "incident",
    "incident: investigating",
  ]);
});

test("a policy lets people with triage rights command and hold roles", async () => {
  const scene = await createScene(policy("rights: triage"));
  const number = await scene.incident();
  await scene.say("tri", number, "/severity 1");
  expect(scene.receipts(number, "/severity")).toEqual(["+1"]);
  await scene.say("tri", number, "/liaison me");
  const issue = scene.issue(number);
  expect(issue.body).toContain("- **External Liaison:** @tri\n");
  // GitHub assigns only people with write access: said once, and the others stay assigned.
  expect(issue.assignees).toEqual(["ana"]);
  expect(scene.status(number)).toContain("GitHub did not let Sitrep do this");
  await scene.say("tri", number, "/commander @bo");
  expect(scene.issue(number).assignees).toEqual(["bo"]);
});

test("a policy names the roles in its own words, which are written and read", async () => {
  const scene = await createScene(
    policy(
      "extends: 2i2c-2026",
      "roles:",
      "  liaison:",
      "    title: Voice",
      "    aliases: [Speaker]",
    ),
  );
  const number = await scene.incident("Speaker: @bo\n");
  const issue = scene.issue(number);
  expect(issue.body).toContain("Speaker: @bo\n");
  expect(issue.body).toContain("- **Incident Responder:** @ana\n");
  expect(scene.status(number)).toContain("| Voice | bo |");
  await scene.say("ana", number, "/handoff @sam voice");
  expect(scene.notices(number).at(-1)).toContain("@sam, can you take over as **Voice**");
});

test("a broken policy file stops nothing: the preset serves, and the status comment says where and how to mend it", async () => {
  const scene = await createScene(
    policy("extends: 2i2c-2022", "labels:", "  - outage", "rights: everybody"),
  );
  const number = await scene.incident();
  const broken = scene.status(number);
  expect(broken).toContain(
    "`.github/sitrep.yml` of acme/hubs, line 4, column 1: “rights” must be one of write, triage.",
  );
  expect(broken).toContain("The preset serves until it is mended.");
  await scene.say("ana", number, "/severity 1");
  expect(scene.issue(number).labels).toContain("SEV-1");
  expect(scene.notices(number)).toEqual([
    expect.stringContaining("**The policy file has a mistake**"),
  ]);
  scene.github.world.setFile(REPO, ".github/sitrep.yml", "labels: [incident]\n");
  await scene.say("ana", number, "Mended the policy.");
  expect(scene.status(number)).not.toContain("sitrep.yml");
});

test("a policy that is no YAML at all is told by its place too", async () => {
  const scene = await createScene(policy("labels: [incident", "severities: {"));
  const number = await scene.incident();
  expect(scene.status(number)).toMatch(
    /`\.github\/sitrep\.yml` of acme\/hubs, line \d+, column \d+: /,
  );
  expect(scene.issue(number).assignees).toEqual(["ana"]);
});

test("where a liaison is optional nobody is asked to be one, whoever leads speaks, and whoever takes the role has it", async () => {
  const scene = await createScene(policy("roles: { liaison: optional }"));
  const number = await scene.incident();
  const { body } = scene.issue(number);
  expect(body).toContain("- **Incident Commander:** @ana\n");
  expect(body).not.toContain("External Liaison");
  expect(scene.status(number)).not.toContain("External Liaison");
  await scene.say("ana", number, "/commander @bo");
  await scene.say("bo", number, "/decline late here");
  await scene.say("ana", number, "/resolve");
  expect(scene.notices(number).at(-1)).toContain("@ana");
  expect(scene.notices(number).join("\n")).not.toContain("External Liaison");
  await scene.say("bo", number, "/liaison me");
  expect(scene.status(number)).toContain("| External Liaison | bo |");
  expect(scene.issue(number).assignees.toSorted()).toEqual(["ana", "bo"]);
});

test("a liaison whom somebody named in the top comment has the role, optional or not", async () => {
  const scene = await createScene(policy("roles: { liaison: optional }"));
  const number = await scene.incident("External Liaison: @sam\n\nDown.");
  expect(scene.status(number)).toContain("| External Liaison | sam |");
  expect(scene.issue(number).body).toContain("External Liaison: @sam\n");
});
