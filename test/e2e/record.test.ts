import { expect, test } from "@jest/globals";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();

/** A busy incident whose every command would show if it were run twice. */
async function busy(scene: Scene): Promise<number> {
  const number = await scene.incident("/severity 3\n\nThe hub is down.");
  await scene.say("ana", number, "/accept");
  await scene.say("ana", number, "/commander @bo\n/sme @sam storage\n/note tried a restart");
  await scene.say("bo", number, "/update all slow\nnext: 2h\n/status");
  await scene.edit("bo", number, (body) =>
    body.replace("**External Liaison:** @ana", "**External Liaison:** @bo"),
  );
  await scene.say("cleo", number, "/resolve");
  await scene.say("ana", number, "/sme @nobody-here");
  return number;
}

const statusOf = (scene: Scene, number: number) => {
  const found = scene
    .issue(number)
    .comments.find(({ body }) => body.includes("<!-- sitrep:record"));
  if (found === undefined) throw new Error("there is no status comment");
  return found;
};

/** Everything but the status comment itself. */
const rest = (scene: Scene, number: number) => {
  const { body, labels, assignees, state, comments } = scene.issue(number);
  const others = comments.filter((comment) => !comment.body.includes("<!-- sitrep:record"));
  return { body: body.replace(/status=\S+/, ""), labels, assignees, state, others };
};

const SABOTAGE: readonly (readonly [string, (body: string) => string])[] = [
  [
    "cut to its text",
    (body) => body.replace(/\n*<!-- sitrep:record[^]*/, "\n\n<!-- sitrep:record v2 -->"),
  ],
  ["changed in its record", (body) => body.replace('"commander":"bo"', '"commander":"cleo"')],
  ["emptied", () => "<!-- sitrep:record none -->"],
  ["signed by somebody else", (body) => body.replace(/(sitrep:record v2 )\S+/, "$1AAAA")],
];

test.each(SABOTAGE)(
  "a status comment that is %s is made anew from the thread, and no command runs twice",
  async (_, spoil) => {
    const scene = await createScene();
    const number = await busy(scene);
    const [before, shown] = [rest(scene, number), scene.status(number)];
    const { id, body } = statusOf(scene, number);
    scene.as("ana").editComment(REPO, number, id, spoil(body));
    await scene.settle();
    expect(rest(scene, number)).toEqual(before);
    expect(scene.status(number).replace(/- Sitrep's own notes.*\n/, "")).toContain(
      "| Incident Commander | bo |",
    );
    for (const words of [
      "tried a restart",
      "all slow",
      "| External Liaison | bo |",
      "sam (storage)",
    ]) {
      expect(shown).toContain(words);
      expect(scene.status(number)).toContain(words);
    }
    expect(scene.status(number).match(/tried a restart/g)).toHaveLength(1);
  },
);

test("a status comment that is deleted is made anew, is pinned, and the section points to it", async () => {
  const scene = await createScene();
  const number = await busy(scene);
  const before = rest(scene, number);
  scene.as("ana").deleteComment(REPO, number, statusOf(scene, number).id);
  await scene.settle();
  await scene.say("ana", number, "Where is it?");
  const status = statusOf(scene, number);
  expect(scene.issue(number).body).toContain(`<!-- sitrep:section status=${status.nodeId} -->`);
  const after = rest(scene, number);
  expect({ ...after, others: after.others.slice(0, -1) }).toEqual(before);
  expect(scene.status(number)).toContain("| Incident Commander | bo |");
});

test("words added to the status comment by a person are written over, and the record stands", async () => {
  const scene = await createScene();
  const number = await busy(scene);
  const { id, body } = statusOf(scene, number);
  scene.as("ana").editComment(REPO, number, id, `Hello!\n\n${body}`);
  await scene.settle();
  expect(statusOf(scene, number).body.startsWith("## ")).toBe(true);
});

test("a record that is copied from another issue is not believed", async () => {
  const scene = await createScene();
  const other = await scene.incident();
  await scene.say("ana", other, "/commander @sam\n/severity 1");
  const number = await scene.incident();
  const { id } = statusOf(scene, number);
  scene.as("ana").editComment(REPO, number, id, statusOf(scene, other).body);
  await scene.settle();
  expect(scene.issue(number).body).toContain("**Incident Commander:** @ana\n");
  expect(scene.issue(number).labels).toContain("SEV-4");
});

test("somebody else's comment with the marks of a status comment is a comment like any other", async () => {
  const scene = await createScene();
  const number = await busy(scene);
  const { body, nodeId } = statusOf(scene, number);
  await scene.say("cleo", number, body.replace('"commander":"bo"', '"commander":"cleo"'));
  await scene.say("ana", number, "/severity 2");
  expect(scene.issue(number).body).toContain("**Incident Commander:** @bo\n");
  expect(scene.issue(number).body).toContain(`status=${nodeId}`);
});

test("a status comment that a person unpins stays unpinned", async () => {
  const scene = await createScene();
  const number = await busy(scene);
  scene.as("ana").unpinComment(REPO, number, statusOf(scene, number).id);
  await scene.say("ana", number, "/severity 1");
  await scene.stop();
  await scene.start();
  expect(statusOf(scene, number).pinned).toBe(false);
});

test("another secret or process goes on where the old one was", async () => {
  const scene = await createScene();
  const number = await busy(scene);
  const before = rest(scene, number);
  await scene.stop();
  await scene.start();
  expect(rest(scene, number)).toEqual(before);
  await scene.say("bo", number, "/resolve");
  expect(scene.issue(number).labels).toContain("incident: resolved");
});
