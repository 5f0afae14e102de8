import { expect, test } from "@jest/globals";
import type { Incident } from "../../src/incident/incident.ts";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();

const RECORD = "<!-- sitrep:record";

/** The status comment as it is now. */
function statusOf(scene: Scene, number: number) {
  const found = scene.issue(number).comments.find(({ body }) => body.includes(RECORD));
  if (found === undefined) throw new Error("there is no status comment");
  return found;
}

/** What the record says of the incident, without what a later look finds in the thread and in the top comment anyway. */
function incidentOf(scene: Scene, number: number): object {
  const { body } = statusOf(scene, number);
  const text = body.slice(body.indexOf(RECORD));
  const json = text.slice(text.indexOf("{"), text.lastIndexOf(" -->"));
  const { incident } = JSON.parse(json) as { incident: Incident };
  const reminded = incident.reminded.map((sent) => ({ ...sent, nodeId: null }));
  return { ...incident, reminded, ticked: [] };
}

/** Everything that people see but the status comment. */
function rest(scene: Scene, number: number): object {
  const { body, labels, assignees, state, comments } = scene.issue(number);
  const others = comments.filter((comment) => !comment.body.includes(RECORD));
  return { body: body.replace(/status=\S+/, ""), labels, assignees, state, others };
}

/** Sitrep's comments other than the status comment, by a word in them. */
const own = (scene: Scene, number: number, words: string) =>
  scene
    .issue(number)
    .comments.filter(
      ({ author, body }) =>
        author === "sitrep[bot]" && !body.includes(RECORD) && body.includes(words),
    );

/** An incident in which every command would show if it ran twice; two reminders were sent. */
async function busy(scene: Scene): Promise<number> {
  const number = await scene.incident("The hub is down.");
  await scene.say("ana", number, "/commander @bo\n/sme @sam storage\n/note tried a restart");
  await scene.say("bo", number, "/accept\n/update all slow\nnext: 2h\n/status");
  await scene.edit("bo", number, (body) =>
    body.replace("**External Liaison:** @ana", "**External Liaison:** @bo"),
  );
  await scene.say("cleo", number, "/resolve");
  await scene.say("ana", number, "/sme @nobody-here\n/severity 1");
  await scene.wind(45 * 60_000);
  return number;
}

const edit = (scene: Scene, number: number, change: (body: string) => string): void => {
  const { id, body } = statusOf(scene, number);
  scene.as("ana").editComment(REPO, number, id, change(body));
};

const SABOTAGE: readonly (readonly [string, (scene: Scene, number: number) => void])[] = [
  [
    "deleted",
    (scene, number) => scene.as("ana").deleteComment(REPO, number, statusOf(scene, number).id),
  ],
  ["emptied", (scene, number) => edit(scene, number, () => "Nothing to see here.")],
  [
    "cut in the middle of its record",
    (scene, number) => edit(scene, number, (body) => body.slice(0, -200)),
  ],
  [
    "changed in its record",
    (scene, number) =>
      edit(scene, number, (body) => body.replace('"commander":"bo"', '"commander":"cleo"')),
  ],
  [
    "changed in its visible text",
    (scene, number) => edit(scene, number, (body) => body.replace("| bo |", "| cleo |")),
  ],
];

test.each(SABOTAGE)(
  "a status comment that is %s is put together again, and nothing runs or is said twice",
  async (_, spoil) => {
    const scene = await createScene();
    const number = await busy(scene);
    const [before, shown, incident] = [
      rest(scene, number),
      scene.status(number),
      incidentOf(scene, number),
    ];
    spoil(scene, number);
    await scene.settle();
    // A comment that is deleted tells nobody: the next look finds it.
    await scene.wind(10 * 60_000);
    expect(rest(scene, number)).toEqual(before);
    expect(scene.status(number)).toBe(shown);
    expect(incidentOf(scene, number)).toEqual(incident);
  },
);

test("an older record of the same issue, put back by somebody, is not gone by", async () => {
  const scene = await createScene();
  const number = await scene.incident("The hub is down.");
  await scene.say("ana", number, "/note first");
  const older = statusOf(scene, number).body;
  await scene.say("ana", number, "/commander @bo\n/sme @sam storage\n/help\n/status\n/note second");
  await scene.say("bo", number, "/accept\n/nonsense\n/severity 1");
  await scene.edit("bo", number, (body) =>
    body.replace("**External Liaison:** @ana", "**External Liaison:** @sam"),
  );
  await scene.wind(31 * 60_000);
  // What a person deletes of Sitrep's words stays deleted.
  scene.as("ana").deleteComment(REPO, number, own(scene, number, "sam")[0]?.id ?? 0);
  await scene.settle();
  const [before, shown, incident] = [
    rest(scene, number),
    scene.status(number),
    incidentOf(scene, number),
  ];
  edit(scene, number, () => older);
  await scene.settle();
  expect(rest(scene, number)).toEqual(before);
  expect(scene.status(number)).toBe(shown);
  expect(incidentOf(scene, number)).toEqual(incident);
});

test("a record put back does not undo what was allowed when it was done", async () => {
  const scene = await createScene();
  const number = await scene.incident("The hub is down.");
  await scene.say("ana", number, "/note first");
  const older = statusOf(scene, number).body;
  await scene.say("bo", number, "/commander me\n/severity 1");
  scene.github.world.setPermission(REPO, "bo", "read");
  const before = rest(scene, number);
  await scene.wind(6 * 60_000);
  edit(scene, number, () => older);
  await scene.settle();
  expect(rest(scene, number)).toEqual(before);
  expect(scene.issue(number).body).toContain("**Incident Commander:** @bo\n");
});

test.each([
  ["of the same repository", REPO],
  ["of another repository", "acme/infrastructure"],
])("a record of another issue %s is not believed", async (_, place) => {
  const scene = await createScene();
  if (place !== REPO) {
    scene.github.world.addRepository({ owner: "acme", name: "infrastructure" });
    for (const login of ["ana", "bo", "sam"])
      scene.github.world.setPermission(place, login, "admin");
    scene.github.world.setCovered(scene.installation, place, true);
  }
  const other = scene
    .as("ana")
    .openIssue(place, { title: "Other", body: "x", labels: ["incident"] });
  await scene.settle();
  scene.as("ana").comment(place, other, "/commander @sam\n/severity 1");
  await scene.settle();
  const foreign = scene.github.world
    .issue(place, other)
    .comments.find(({ body }) => body.includes(RECORD));
  const number = await busy(scene);
  const [before, incident] = [rest(scene, number), incidentOf(scene, number)];
  edit(scene, number, () => foreign?.body ?? "");
  await scene.settle();
  expect(rest(scene, number)).toEqual(before);
  expect(incidentOf(scene, number)).toEqual(incident);
});

test("comments of Sitrep that people delete are not posted again, though the record is lost later", async () => {
  const scene = await createScene();
  const number = await busy(scene);
  for (const words of ["calls you in", "Incident Commander now", "Help is needed"]) {
    const [found] = own(scene, number, words);
    expect(found).toBeDefined();
    scene.as("ana").deleteComment(REPO, number, found?.id ?? 0);
  }
  await scene.settle();
  const left = scene.notices(number);
  await scene.say("ana", number, "/note still here");
  await scene.expectSettled();
  for (const words of ["calls you in", "Incident Commander now", "Help is needed"])
    expect(own(scene, number, words)).toEqual([]);
  expect(scene.notices(number).slice(0, left.length)).toEqual(left);
});

test("a reminder that people show again, after Sitrep hid it, stays shown", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.wind(31 * 60_000);
  const [reminder] = own(scene, number, "Help is needed");
  await scene.say("ana", number, "/mitigated");
  const isHidden = () => own(scene, number, "Help is needed")[0]?.minimized !== null;
  expect(isHidden()).toBe(true);
  scene.as("ana").unminimizeComment(REPO, number, reminder?.id ?? 0);
  await scene.settle();
  await scene.say("ana", number, "/note I want to read that again");
  await scene.wind(60 * 60_000);
  expect(isHidden()).toBe(false);
  edit(scene, number, () => "Nothing.");
  await scene.settle();
  await scene.wind(60 * 60_000);
  expect(scene.notices(number).filter((text) => text.includes("Help is needed"))).toHaveLength(1);
});

test("receipts that are taken off are not needed: no command runs again", async () => {
  const scene = await createScene();
  const number = await busy(scene);
  for (const { id, reactions } of scene.issue(number).comments) {
    for (const { login, content } of reactions) scene.as(login).unreact(REPO, number, content, id);
  }
  const [{ body }, notices] = [scene.issue(number), scene.notices(number)];
  await scene.say("ana", number, "Hello?");
  edit(scene, number, () => "Gone.");
  await scene.settle();
  expect(scene.notices(number)).toEqual(notices);
  expect(scene.issue(number).body).toBe(body);
});

test("a top comment that is copied from another incident does not make that one's status comment its own", async () => {
  const scene = await createScene();
  const number = await busy(scene);
  const [incident, { body }] = [incidentOf(scene, number), scene.issue(number)];
  const copy = scene.as("cleo").openIssue(REPO, { title: "Again", body });
  for (let index = 0; index < 60; index++)
    scene.as("cleo").comment(REPO, copy, `Me too, ${index}.`);
  await scene.settle();
  scene.as("ana").addLabel(REPO, copy, "incident");
  await scene.settle();
  expect(statusOf(scene, copy).nodeId).not.toBe(statusOf(scene, number).nodeId);
  await scene.say("ana", copy, "/severity 3");
  expect(incidentOf(scene, number)).toEqual(incident);
  expect(scene.issue(copy).labels).toContain("SEV-3");
});

test("where a command's comment and the record are both deleted, the roles in the top comment stand", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say(
    "ana",
    number,
    "/commander @bo\n/sme @sam storage\n/ticket https://example.com/7",
  );
  await scene.say("bo", number, "/accept\n/severity 1");
  for (const { id, author, body } of scene.issue(number).comments)
    if (author === "ana" || body.includes(RECORD)) scene.as("ana").deleteComment(REPO, number, id);
  await scene.wind(10 * 60_000);
  const issue = scene.issue(number);
  expect(issue.body).toContain("**Incident Commander:** @bo\n");
  expect(issue.body).toContain("@sam (storage)");
  expect(issue.body).toContain("https://example.com/7");
  expect(scene.status(number)).toContain("| Incident Commander | bo |");
});
