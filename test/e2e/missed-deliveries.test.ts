import { expect, test } from "@jest/globals";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();

test("whatever happened while Sitrep was stopped takes effect once when it starts", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.stop();
  scene.as("ana").comment(REPO, number, "/commander @bo\n/note while it was down");
  scene.as("bo").comment(REPO, number, "/accept");
  scene
    .as("ana")
    .editBody(
      REPO,
      number,
      scene.issue(number).body.replace("**External Liaison:** @ana", "**External Liaison:** @sam"),
    );
  scene.as("cleo").comment(REPO, number, "/commander me");
  scene.as("ana").addLabel(REPO, number, "SEV-1");
  await scene.start();
  const issue = scene.issue(number);
  expect(issue.body).toContain(
    "- **Severity:** SEV-1\n- **Incident Commander:** @bo\n- **External Liaison:** @sam\n",
  );
  expect(issue.labels.toSorted()).toEqual(["SEV-1", "incident", "incident: investigating"]);
  expect(issue.assignees.toSorted()).toEqual(["bo", "sam"]);
  expect(scene.notices(number)).toHaveLength(2);
  expect(scene.receipts(number, "while it was down")).toEqual(["+1"]);
  expect(scene.receipts(number, "/commander me")).toEqual(["confused"]);
  await scene.stop();
  await scene.start();
  expect(scene.issue(number)).toEqual(issue);
});

test("declarations that nobody heard are found: by label, by comment, in the first body", async () => {
  const scene = await createScene({ running: false });
  const open = (body: string) => scene.as("ana").openIssue(REPO, { title: "x", body });
  const labelled = open("x");
  scene.as("ana").addLabel(REPO, labelled, "Incident");
  const spoken = open("x");
  scene.as("bo").comment(REPO, spoken, "/incident SEV-1");
  const opened = open("/incident SEV-2");
  const other = open("no incident at all, see /incident/2");
  await scene.start();
  for (const number of [labelled, spoken, opened])
    expect(scene.status(number)).toContain("Investigating");
  expect(scene.issue(spoken).labels).toContain("SEV-1");
  expect(scene.issue(opened).labels).toContain("SEV-2");
  expect(scene.issue(other).comments).toEqual([]);
});

test("a declaration by the policy's own label is found as well", async () => {
  const scene = await createScene({
    running: false,
    files: { ".github/sitrep.yml": "labels: [outage]" },
  });
  const number = scene.as("ana").openIssue(REPO, { title: "x", labels: ["outage"] });
  const not = scene.as("ana").openIssue(REPO, { title: "x", labels: ["incident"] });
  await scene.start();
  expect(scene.status(number)).toContain("Investigating");
  expect(scene.issue(not).comments).toEqual([]);
});

test("closing, reopening and the label coming off are noticed later as well", async () => {
  const scene = await createScene();
  const [closed, reopened, off] = [
    await scene.incident(),
    await scene.incident(),
    await scene.incident(),
  ];
  for (const number of [closed, reopened]) {
    await scene.say("ana", number, "/resolve\n/done report\n/confirm");
  }
  await scene.stop();
  scene.as("bo").close(REPO, closed);
  scene.as("bo").close(REPO, reopened);
  scene.as("bo").reopen(REPO, reopened);
  scene.as("bo").removeLabel(REPO, off, "incident");
  await scene.start();
  expect(scene.issue(closed).body).toContain("- **Status:** Closed\n");
  expect(scene.issue(reopened).body).toContain("- **Status:** Investigating\n");
  expect(scene.status(off)).toContain("**Sitrep stands by:** bo took the incident label off");
});

test("a command whose delivery is lost takes effect with the next sweep; one that comes twice takes effect once", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.dropNextDelivery();
  await scene.say("ana", number, "/commander @bo");
  expect(scene.issue(number).body).toContain("**Incident Commander:** @ana\n");
  await scene.wind(10 * 60_000);
  expect(scene.issue(number).body).toContain("**Incident Commander:** @bo\n");
  scene.github.faults.doubleNextDelivery(2);
  await scene.say("ana", number, "/commander @sam");
  await scene.say("ana", number, "/status");
  const named = scene.notices(number).filter((text) => text.includes("is Incident Commander now."));
  expect(named).toHaveLength(2);
});

test("a delivery that comes late finds everything done", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.dropNextDelivery();
  await scene.say("ana", number, "/commander @bo");
  await scene.say("bo", number, "/accept");
  expect(scene.notices(number)).toHaveLength(1);
  const late = scene.github.deliveries.all.find(
    ({ issue, problem }) => issue !== null && problem !== null,
  );
  scene.github.deliveries.redeliver(late?.id ?? "");
  scene.forget();
  await scene.settle();
  expect(scene.cost()).toEqual({ reads: 1, writes: 0 });
});

test("chatter while Sitrep was down does not hide what it said before", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/sme @bo");
  await scene.stop();
  for (let index = 0; index < 130; index++)
    scene.as("cleo").comment(REPO, number, `Still down, ${index}.`);
  scene.as("bo").comment(REPO, number, "/resolve");
  await scene.start();
  expect(scene.notices(number)).toEqual([
    expect.stringContaining("ana calls you in"),
    expect.stringContaining("**Resolved** by bo"),
    expect.stringContaining("please tell the community"),
  ]);
  expect(scene.issue(number).labels).toContain("incident: resolved");
});
