import { expect, test } from "@jest/globals";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();

const COMMANDS = [
  "/incident SEV-2",
  "/commander me",
  "/commander @bo",
  "/liaison @bo",
  "/sme @bo storage",
  "/handoff @bo",
  "/accept",
  "/decline",
  "/severity 1",
  "/note x",
  "/update x\nnext: 2h",
  "/mitigated",
  "/ticket https://example.com/1",
  "/cancel",
  "/status",
  "/help",
  "/comander",
  "/severity 99",
] as const;

/** What a comment costs once the people in it are known; labels that the repository lacks are made beforehand. */
async function warm(scene: Scene): Promise<number> {
  const other = await scene.incident();
  await scene.say("ana", other, "/commander @bo\n/severity 1\n/mitigated");
  await scene.say("ana", other, "/severity 2\n/resolve");
  return scene.incident();
}

test.each(COMMANDS)("%j costs one read and one write", async (text) => {
  const scene = await createScene();
  const number = await warm(scene);
  scene.forget();
  await scene.say("ana", number, text);
  expect(scene.cost()).toEqual({ reads: 1, writes: 1 });
});

test("resolving costs more: the whole thread and what mentions it are read, the report is drafted, looked at, told, and put on the list of those that are owed", async () => {
  const scene = await createScene();
  const number = await warm(scene);
  scene.forget();
  await scene.say("ana", number, "/resolve");
  expect(scene.cost()).toEqual({ reads: 9, writes: 5 });
  scene.forget();
  await scene.say("ana", number, "/note x");
  // What the report is made from changed: it is read and written anew.
  expect(scene.cost()).toEqual({ reads: 7, writes: 3 });
});

test("a command by and about people who are not known yet costs one look-up of rights each", async () => {
  const scene = await createScene();
  const number = await warm(scene);
  scene.forget();
  await scene.say("sam", number, "/commander me");
  expect(scene.cost()).toEqual({ reads: 2, writes: 1 });
  await scene.wind(60_000);
  scene.forget();
  await scene.say("sam", number, "/commander @ana");
  expect(scene.cost()).toEqual({ reads: 1, writes: 1 });
});

test("a command that needs a new label costs one write more", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.forget();
  await scene.say("ana", number, "/severity 1");
  expect(scene.cost().reads).toBe(1);
  expect(scene.cost().writes).toBeLessThanOrEqual(2);
});

test("a declaration costs no more than three reads and three writes, one of them for earlier incidents", async () => {
  const scene = await createScene();
  const number = await scene.open({ body: "x" });
  scene.forget();
  await scene.say("ana", number, "/incident");
  expect(scene.cost().reads).toBeLessThanOrEqual(3);
  expect(scene.cost().writes).toBeLessThanOrEqual(3);
  expect(scene.github.calls.all.map(({ operationName }) => operationName)).toContain("LookBack");
});

test("earlier incidents cost a declaration one read more, and a look where something of theirs is told", async () => {
  const scene = await createScene();
  const first = await scene.open({ title: "Storage is full", labels: ["incident"] });
  await scene.say("ana", first, "/resolve");
  const cost = async (title: string) => {
    const number = await scene.open({ title });
    scene.forget();
    await scene.say("ana", number, "/incident");
    return scene.cost();
  };
  const { reads, writes } = await cost("Logins fail");
  expect(await cost("Storage is slow")).toEqual({ reads: reads + 1, writes: writes + 1 });
  const documents = scene.github.calls.all.map(({ operationName }) => operationName);
  expect(documents.filter((name) => name?.startsWith("LookBack"))).toEqual([
    "LookBack",
    "LookBackRecords",
  ]);
});

test("an edit by hand that changes a role costs one read and one write", async () => {
  const scene = await createScene();
  const number = await warm(scene);
  scene.forget();
  await scene.edit("ana", number, (body) => body.replace("@ana", "@bo"));
  expect(scene.cost()).toEqual({ reads: 1, writes: 1 });
});

test("chatter in an incident costs one read; a person's edit elsewhere too", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/accept");
  scene.forget();
  await scene.say("cleo", number, "Any news?");
  await scene.edit("ana", number, (body) => body.replace("everyone", "all"));
  expect(scene.cost()).toEqual({ reads: 2, writes: 0 });
});

test("as long as nobody took an incident up, the rights of whoever writes in it are looked up", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("cleo", number, "Any news?");
  scene.forget();
  await scene.say("cleo", number, "Still nothing?");
  expect(scene.cost()).toEqual({ reads: 2, writes: 0 });
  scene.forget();
  await scene.say("ana", number, "I am at it.");
  expect(scene.cost().writes).toBe(1);
  scene.forget();
  await scene.say("cleo", number, "Thank you!");
  expect(scene.cost()).toEqual({ reads: 1, writes: 0 });
});

test("what concerns no incident costs nothing at all", async () => {
  const scene = await createScene();
  const number = await scene.open({ body: "A question." });
  scene.forget();
  await scene.say("ana", number, "/commander me");
  scene.as("ana").addLabel(REPO, number, "question");
  scene.as("ana").assign(REPO, number, "bo");
  scene.as("ana").editBody(REPO, number, "Another question.");
  scene.as("ana").close(REPO, number);
  await scene.settle();
  expect(scene.github.calls.count()).toBe(0);
});

test("Sitrep's own echoes cost nothing", async () => {
  const scene = await createScene();
  const number = await warm(scene);
  scene.forget();
  scene.github.deliveries.clear();
  await scene.say("ana", number, "/commander @bo\n/severity 1\n/mitigated");
  const echoes = scene.github.deliveries.all.filter(({ sender }) => sender === "sitrep[bot]");
  expect(echoes.length).toBeGreaterThan(5);
  expect(scene.cost()).toEqual({ reads: 1, writes: 1 });
});

test("a look stays one request with a hundred and twenty comments in the thread", async () => {
  const scene = await createScene();
  const number = await warm(scene);
  for (let group = 0; group < 4; group++) {
    for (let index = 0; index < 30; index++) scene.as("cleo").comment(REPO, number, "Any news?");
    await scene.wind(3 * 60_000);
  }
  await scene.say("ana", number, "/note x");
  scene.forget();
  await scene.say("ana", number, "/note y");
  expect(scene.cost()).toEqual({ reads: 1, writes: 1 });
});
