import { expect, test } from "@jest/globals";
import { COMMENT_BUDGET } from "../../src/incident/comment-budget.ts";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();
const PEOPLE = Array.from({ length: 50 }, (_, index) => `sre-${index}`);

function addPeople(scene: Awaited<ReturnType<typeof createScene>>): void {
  for (const login of PEOPLE) {
    scene.github.world.addUser({ login });
    scene.github.world.setPermission(REPO, login, "write");
  }
}

test("fifty comments with commands at once on one issue all take effect, in few looks", async () => {
  const scene = await createScene();
  addPeople(scene);
  const number = await scene.incident();
  scene.forget();
  for (const [index, login] of PEOPLE.entries()) {
    scene.as(login).comment(REPO, number, `/sme me area-${index}\n/note note-${index}.`);
  }
  await scene.settle();
  const issue = scene.issue(number);
  for (const [index, login] of PEOPLE.entries())
    expect(issue.body).toContain(`@${login} (area-${index})`);
  expect(scene.notices(number).filter((text) => /^\*\*sre-\d+ joined as/.test(text))).toHaveLength(
    50,
  );
  const receipts = issue.comments.filter((comment) => comment.author?.startsWith("sre-"));
  expect(receipts.map((comment) => comment.reactions.map(({ content }) => content))).toEqual(
    PEOPLE.map(() => ["+1"]),
  );
  const looks = scene.github.calls.all.filter((call) => call.operationName === "Look").length;
  expect(looks).toBeLessThanOrEqual(10);
});

test("the last of fifty commanders has the role, and each was told in turn", async () => {
  const scene = await createScene();
  addPeople(scene);
  const number = await scene.incident();
  for (const login of PEOPLE) scene.as(login).comment(REPO, number, "/commander me");
  await scene.settle();
  expect(scene.issue(number).body).toContain("**Incident Commander:** @sre-49\n");
  expect(scene.issue(number).assignees.toSorted()).toEqual(["ana", "sre-49"]);
  expect(scene.notices(number).map((text) => /^\*\*(\S+) is/.exec(text)?.[1])).toEqual(PEOPLE);
});

test("fifty comments over three issues take effect where they were made", async () => {
  const scene = await createScene();
  addPeople(scene);
  const numbers = [await scene.incident("a"), await scene.incident("b"), await scene.incident("c")];
  for (const [index, login] of PEOPLE.entries()) {
    scene.as(login).comment(REPO, numbers[index % 3] ?? 0, `/sme me`);
  }
  await scene.settle();
  for (const [place, number] of numbers.entries()) {
    const experts = /Experts:\*\* (.*)/.exec(scene.issue(number).body)?.[1]?.split(", ");
    expect(experts).toEqual(
      PEOPLE.filter((_, index) => index % 3 === place).map((login) => `@${login}`),
    );
  }
});

test("fifty questions at once are each answered once", async () => {
  const scene = await createScene();
  addPeople(scene);
  const number = await scene.incident();
  for (const login of PEOPLE) scene.as(login).comment(REPO, number, "/help\n/status");
  await scene.settle();
  expect(scene.notices(number)).toHaveLength(100);
});

test("ten people who ask for help at once are answered, with room for the record", async () => {
  const scene = await createScene();
  addPeople(scene);
  const number = await scene.incident();
  for (const login of PEOPLE.slice(0, 10)) scene.as(login).comment(REPO, number, "/help");
  await scene.settle();
  expect(scene.notices(number)).toHaveLength(10);
  const lengths = scene.issue(number).comments.map((comment) => comment.body.length);
  expect(Math.max(...lengths)).toBeLessThan(20_000);
});

/** The record in the status comment; throws where there is none. */
function recordOf(scene: Awaited<ReturnType<typeof createScene>>, number: number): object {
  const bodies = scene.issue(number).comments.map(({ body }) => body);
  const [, json] = /^<!-- sitrep:record v2 \S+ (.*) -->$/m.exec(bodies.join("\n")) ?? [];
  return JSON.parse(json ?? "") as object;
}

test("what is owed in a locked issue is kept as far as there is room, and the incident goes on", async () => {
  const scene = await createScene();
  addPeople(scene);
  const number = await scene.incident();
  scene.as("ana").lock(REPO, number);
  for (const login of PEOPLE) scene.as(login).comment(REPO, number, "/status\n/sme me\n/oops");
  await scene.settle();
  expect(scene.issue(number).body).toContain("@sre-49");
  expect(scene.notices(number)).toEqual([]);
  const { outbox } = recordOf(scene, number) as { outbox: readonly unknown[] };
  expect(outbox.length).toBeGreaterThan(5);
  expect(JSON.stringify(outbox).length).toBeLessThanOrEqual(COMMENT_BUDGET.outbox + 100);
  scene.as("ana").unlock(REPO, number);
  await scene.settle();
  expect(scene.notices(number).length).toBeGreaterThan(5);
  expect(scene.receipts(number, "/oops")).toEqual(["+1"]);
});

test("a command with sixty thousand characters is refused like any other, and the record has room", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, `/severity ${"-->".repeat(20_000)}`);
  await scene.edit("ana", number, (body) =>
    body.replace("**Incident Commander:** @ana", `**Incident Commander:** ${"x ".repeat(20_000)}`),
  );
  expect(scene.receipts(number, "/severity")).toEqual(["confused"]);
  expect(JSON.stringify(recordOf(scene, number)).length).toBeLessThan(10_000);
  await scene.say("ana", number, "/severity 1");
  expect(scene.issue(number).labels).toContain("SEV-1");
});

test("a very long incident keeps its record within GitHub's limit", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  const words = "-->".repeat(90);
  for (let round = 0; round < 4; round++) {
    for (let index = 0; index < 25; index++)
      scene.as("ana").comment(REPO, number, `/note ${round}-${index} ${words}`);
    await scene.settle();
  }
  const lengths = scene.issue(number).comments.map((comment) => comment.body.length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(65_536);
  await scene.stop();
  await scene.start();
  await scene.say("ana", number, "/severity 1");
  expect(scene.issue(number).labels).toContain("SEV-1");
  expect(scene.status(number)).toContain("3-24");
});
