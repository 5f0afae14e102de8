import { expect, test } from "@jest/globals";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();

test("a person's label makes an incident: section, labels, assignee, and both roles are asked of the opener", async () => {
  const scene = await createScene();
  const number = await scene.incident("The hub is down.\n", "bo");
  const issue = scene.issue(number);
  expect(issue.body).toMatch(/^The hub is down\.\n\n\n<!-- sitrep:section status=\S+ -->\n/);
  for (const line of [
    "- **Status:** Investigating",
    "- **Severity:** SEV-4",
    "- **Incident Commander:** @bo",
    "- **External Liaison:** @bo",
    "- [x] Open the incident issue and tell engineering",
    "- [ ] Name the Incident Commander",
  ]) {
    expect(issue.body.split("\n")).toContain(line);
  }
  expect(issue.body.match(/^- \[[ x]\]/gm)).toHaveLength(12);
  expect(issue.labels.toSorted()).toEqual(["SEV-4", "incident", "incident: investigating"]);
  expect(issue.assignees).toEqual(["bo"]);
  expect(issue.comments).toHaveLength(1);
  expect(scene.status(number)).toContain("@bo: can you be Incident Commander? Write `/accept`");
  expect(scene.status(number)).toContain("ana declared the incident");
});

test("the second label of the policy declares as well, in any case", async () => {
  const scene = await createScene();
  const number = await scene.open({ body: "x" });
  scene.as("ana").addLabel(REPO, number, "TYPE: hub incident");
  await scene.settle();
  expect(scene.issue(number).labels.toSorted()).toEqual([
    "SEV-4",
    "TYPE: hub incident",
    "incident: investigating",
  ]);
  expect(scene.status(number)).toContain("Investigating");
});

test("an incident that is opened with its label is one from the start", async () => {
  const scene = await createScene();
  const number = await scene.open({ by: "sam", body: "x", labels: ["incident"] });
  expect(scene.issue(number).assignees).toEqual(["sam"]);
  expect(scene.status(number)).toContain("sam declared the incident");
});

test("an outsider who fills in the form declares, and names nobody", async () => {
  const scene = await createScene();
  scene.as("ana").addLabel(REPO, await scene.open({ title: "x" }), "incident");
  await scene.settle();
  const body = "### Incident Commander\n\n@cleo\n\n### Severity\n\nSEV-1\n";
  const number = await scene.open({ by: "cleo", body, formLabels: ["incident"] });
  const issue = scene.issue(number);
  expect(issue.assignees).toEqual([]);
  expect(issue.labels.toSorted()).toEqual(["SEV-4", "incident", "incident: investigating"]);
  expect(issue.body).not.toContain("@cleo");
  expect(scene.status(number)).toContain("nobody is Incident Commander");
  expect(scene.status(number)).toContain("Sitrep put Incident Commander back, which cleo changed");
  expect(scene.notices(number)).toEqual([
    expect.stringMatching(/^\*\*Nobody is Incident Commander\*\* since/),
  ]);
});

test("whoever declares becomes commander when the opener has no rights, and the opener's words give way", async () => {
  const scene = await createScene();
  const number = await scene.incident("Incident Commander: @bo\n\nTicket: none", "cleo");
  const issue = scene.issue(number);
  expect(issue.assignees).toEqual(["ana"]);
  expect(issue.body).toContain("Incident Commander: @ana\n");
  expect(scene.status(number)).toContain("Sitrep put Incident Commander back, which cleo changed");
});

test("what stands in the top comment of somebody with rights is followed: roles, experts, severity, tickets", async () => {
  const scene = await createScene();
  const body = [
    "Incident Commander: @bo",
    "External Liason: @sam",
    "SMEs: @ana (storage)",
    "Severity: sev2",
    "Support ticket ref: https://example.freshdesk.com/a/tickets/125",
    "Impact started: 2026-03-06 13:30 UTC",
  ].join("\r\n");
  const number = await scene.incident(body);
  const issue = scene.issue(number);
  expect(issue.body.startsWith(body.replace("sev2", "SEV-2"))).toBe(true);
  expect(issue.assignees.toSorted()).toEqual(["bo", "sam"]);
  expect(issue.labels).toContain("SEV-2");
  const status = scene.status(number);
  expect(status).toContain("| Incident Commander | bo |");
  expect(status).toContain("| External Liaison | sam |");
  expect(status).toContain("ana (storage)");
  expect(status).toContain("tickets/125");
  expect(status).toContain("impact started 2026-03-06 13:30 UTC");
});

test("names that cannot be followed are answered with one hint, and stay as they are written", async () => {
  const scene = await createScene();
  const body =
    "Incident Commander: @nobody-of-that-name\nExternal Liaison: @acme/sre\nSeverity: bad";
  const number = await scene.incident(body);
  const issue = scene.issue(number);
  expect(issue.body.startsWith(`${body}\n`)).toBe(true);
  expect(issue.assignees).toEqual(["ana"]);
  expect(scene.notices(number)).toHaveLength(1);
  expect(scene.notices(number)[0]).toContain(
    "There is no GitHub account named nobody-of-that-name",
  );
  const status = scene.status(number);
  expect(status).toContain("stands under Incident Commander in the top comment, but there is no");
  expect(status).toContain("stands under External Liaison in the top comment, but Sitrep cannot");
  expect(status).toContain("stands under Severity in the top comment, but Sitrep cannot");
});

test("a label that is taken off before anybody looked declares nothing", async () => {
  const scene = await createScene({ running: false });
  const number = scene.as("ana").openIssue(REPO, { title: "x", body: "y" });
  scene.as("ana").addLabel(REPO, number, "incident");
  scene.as("ana").removeLabel(REPO, number, "incident");
  await scene.start();
  expect(scene.issue(number).comments).toEqual([]);
  expect(scene.issue(number).body).toBe("y");
});
