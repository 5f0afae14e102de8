import { expect, test } from "@jest/globals";
import type { CallMatcher } from "../../src/sandbox/github/index.ts";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const isRead: CallMatcher = ({ operationName }) => operationName === "Look";
const isWrite: CallMatcher = ({ operationName }) => operationName === "Apply";
const isPreparation: CallMatcher = ({ operationName }) => operationName === "Prepare";
const field = (title: string, value: string) => (body: string) =>
  body.replace(new RegExp(`(\\*\\*${title}:\\*\\*).*`), `$1 ${value}`);

/** The person edits the top comment in the moment in which Sitrep's next write arrives. */
function editMeanwhile(
  scene: Scene,
  number: number,
  login: string,
  change: (body: string) => string,
  when: CallMatcher = isWrite,
): void {
  scene.github.faults.beforeNext(when, () =>
    scene.as(login).editBody(REPO, number, change(scene.issue(number).body)),
  );
}

test("an edit elsewhere in the body between Sitrep's read and write is not lost, nor is the command", async () => {
  const scene = await createScene();
  const number = await scene.incident("The hub is down.");
  editMeanwhile(scene, number, "sam", (body) =>
    body.replace("The hub is down.", "The hub and the proxy are down."),
  );
  await scene.say("ana", number, "/commander @bo");
  const { body } = scene.issue(number);
  expect(body).toMatch(/^The hub and the proxy are down\.\n/);
  expect(body).toContain("**Incident Commander:** @bo\n");
  expect(scene.notices(number)).toHaveLength(1);
});

test("an edit meanwhile is seen in the answer to the write, though its delivery is lost", async () => {
  const scene = await createScene();
  const number = await scene.incident("One.");
  editMeanwhile(scene, number, "sam", (body) => {
    scene.github.faults.dropNextDelivery();
    return body.replace("One.", "One, by sam.");
  });
  await scene.say("ana", number, "/severity 1");
  expect(scene.issue(number).body).toMatch(/^One, by sam\.\n/);
  expect(scene.issue(number).body).toContain("**Severity:** SEV-1\n");
});

test("an edit of another field meanwhile has its effect, and so has the command", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  editMeanwhile(scene, number, "sam", field("External Liaison", "@sam"));
  await scene.say("ana", number, "/commander @bo");
  expect(scene.issue(number).body).toContain(
    "**Incident Commander:** @bo\n- **External Liaison:** @sam\n",
  );
  expect(scene.notices(number)).toHaveLength(2);
  expect(scene.issue(number).assignees.toSorted()).toEqual(["bo", "sam"]);
});

test("an edit of the same field meanwhile wins, since it is younger; both are told", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  editMeanwhile(scene, number, "sam", field("Incident Commander", "@sam"));
  await scene.say("ana", number, "/commander @bo");
  expect(scene.issue(number).body).toContain("**Incident Commander:** @sam\n");
  expect(scene.issue(number).assignees.toSorted()).toEqual(["ana", "sam"]);
  expect(scene.status(number)).toContain("| Incident Commander | sam |");
  expect(scene.notices(number).at(-1)).toContain("**sam is Incident Commander now.**");
});

test("two people who edit meanwhile, one after the other, both keep their words", async () => {
  const scene = await createScene();
  const number = await scene.incident("One.\n\nTwo.");
  editMeanwhile(scene, number, "sam", (body) => body.replace("One.", "One, by sam."));
  editMeanwhile(scene, number, "bo", (body) => body.replace("Two.", "Two, by bo."));
  await scene.say("ana", number, "/severity 1");
  const { body } = scene.issue(number);
  expect(body).toMatch(/^One, by sam\.\n\nTwo, by bo\.\n/);
  expect(body).toContain("**Severity:** SEV-1\n");
});

test("an edit while Sitrep mends its own stale write is not lost either", async () => {
  const scene = await createScene();
  const number = await scene.incident("One.\n\nTwo.");
  let writes = 0;
  const isSecond: CallMatcher = (call) => isWrite(call) && ++writes === 2;
  editMeanwhile(scene, number, "sam", (body) => body.replace("One.", "One, by sam."));
  editMeanwhile(scene, number, "bo", (body) => body.replace("Two.", "Two, by bo."), isSecond);
  await scene.say("ana", number, "/severity 1");
  const { body } = scene.issue(number);
  expect(body).toContain("by bo.");
  expect(body).toContain("**Severity:** SEV-1\n");
});

test("an edit right after Sitrep's write stands", async () => {
  const scene = await createScene();
  const number = await scene.incident("One.");
  scene.as("ana").comment(REPO, number, "/severity 1");
  await scene.settle();
  await scene.edit("sam", number, (body) => body.replace("One.", "One, by sam."));
  await scene.say("ana", number, "/severity 2");
  expect(scene.issue(number).body).toMatch(/^One, by sam\.\n/);
  expect(scene.issue(number).body).toContain("**Severity:** SEV-2\n");
});

test.each([
  ["the preparation", isPreparation],
  ["the first write", isWrite],
])(
  "an edit while the section is put in (at %s) is not lost, and there is one section",
  async (_, when) => {
    const scene = await createScene();
    const number = await scene.open({ body: "One.\n\nTwo." });
    editMeanwhile(scene, number, "sam", (body) => body.replace("One.", "One, by sam."), when);
    scene.as("ana").addLabel(REPO, number, "incident");
    await scene.settle();
    const { body } = scene.issue(number);
    expect(body).toMatch(/^One, by sam\.\n\nTwo\.\n/);
    expect(body.match(/<!-- sitrep:section/g)).toHaveLength(1);
  },
);

test("a person who empties the body meanwhile empties it; the section is not forced upon them", async () => {
  const scene = await createScene();
  const number = await scene.incident("One.");
  editMeanwhile(scene, number, "sam", () => "Start again.");
  await scene.say("ana", number, "/severity 1");
  expect(scene.issue(number).body).toBe("Start again.");
  expect(scene.issue(number).labels).toContain("SEV-1");
});

test("a comment that comes while Sitrep looks is heard by the next look", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.beforeNext(isWrite, () =>
    scene.as("bo").comment(REPO, number, "/severity 2"),
  );
  await scene.say("ana", number, "/severity 1");
  expect(scene.issue(number).labels).toContain("SEV-2");
  scene.github.faults.beforeNext(isRead, () => scene.as("bo").comment(REPO, number, "/severity 3"));
  await scene.say("ana", number, "/severity 1");
  expect(scene.issue(number).labels).toContain("SEV-3");
});

test("a label, an assignee and the state that people change meanwhile stand", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.github.faults.beforeNext(isWrite, () => {
    scene.as("sam").addLabel(REPO, number, "area: storage");
    scene.as("sam").assign(REPO, number, "sam");
    scene.as("sam").close(REPO, number, "not_planned");
  });
  await scene.say("ana", number, "/commander @bo");
  const issue = scene.issue(number);
  expect(issue.labels).toContain("area: storage");
  expect(issue.assignees.toSorted()).toEqual(["ana", "bo", "sam"]);
  expect(issue.state).toBe("closed");
  expect(issue.body).toContain("- **Status:** Cancelled\n");
});

test("with slow answers, two comments and an edit all take effect", async () => {
  const scene = await createScene();
  const number = await scene.incident("One.");
  scene.github.faults.delayAnswers(10);
  scene.as("ana").comment(REPO, number, "/commander @bo");
  scene.as("sam").editBody(REPO, number, scene.issue(number).body.replace("One.", "One, by sam."));
  scene.as("sam").comment(REPO, number, "/liaison me");
  await scene.settle();
  expect(scene.issue(number).body).toMatch(/^One, by sam\./);
  expect(scene.issue(number).body).toContain(
    "**Incident Commander:** @bo\n- **External Liaison:** @sam\n",
  );
});
