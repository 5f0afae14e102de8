import { expect, test } from "@jest/globals";
import type { Incident } from "../../src/incident/incident.ts";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();

const MANY = 10_000;
const A_PAGE = 100;
const RECORD = "<!-- sitrep:record";

/** What the record says of the incident, but for what each look sees anew in the thread and in the top comment. */
function incidentOf(scene: Scene, number: number): object {
  const body = scene.issue(number).comments.find((one) => one.body.includes(RECORD))?.body ?? "";
  const text = body.slice(body.indexOf(RECORD));
  const json = text.slice(text.indexOf("{"), text.lastIndexOf(" -->"));
  const { incident } = JSON.parse(json) as { incident: Incident };
  const live = incident.reminded.filter((sent) => !sent.outdated);
  const reminded = live.map((sent) => ({ ...sent, nodeId: null }));
  return { ...incident, reminded, ticked: [] };
}

/** An incident with a history, in which so many comments come while Sitrep is away, and a command among the last. */
async function long(scene: Scene, comments: number): Promise<number> {
  const number = await scene.incident("The hub is down.");
  await scene.say("ana", number, "/commander @bo\n/sme @sam storage\n/note first");
  await scene.say("bo", number, "/accept\n/sme @nobody-here\n/severity 2");
  await scene.wind(31 * 60_000);
  await scene.stop();
  for (let index = 0; index < comments; index++) {
    const text = index % 1000 === 500 ? `/note at ${index}` : `Still down, ${index}.`;
    scene.as(index % 2 === 0 ? "ana" : "cleo").comment(REPO, number, text);
  }
  scene.as("bo").comment(REPO, number, "/severity 1");
  await scene.start();
  expect(scene.issue(number).labels).toContain("SEV-1");
  await scene.say("ana", number, "/update It is found.\nnext: 2h");
  // What was said within two minutes before is read once more, since it may have turned up late.
  await scene.wind(3 * 60_000);
  await scene.say("ana", number, "/note It is quiet now.");
  return number;
}

const without = (text: string): string => text.replace(/status=\S+/, "");

/** What a comment, a command, and a command after a restart cost. */
async function costs(scene: Scene, number: number): Promise<readonly object[]> {
  const all: object[] = [];
  scene.forget();
  await scene.say("ana", number, "Any news?");
  all.push(scene.cost());
  scene.forget();
  await scene.say("bo", number, "/note another");
  all.push(scene.cost());
  await scene.stop();
  scene.as("bo").comment(REPO, number, "/note after a restart");
  scene.forget();
  await scene.start();
  all.push(scene.cost());
  return all;
}

test("in a thread of ten thousand comments a look asks no more of GitHub than in one of ten", async () => {
  const [short, deep] = [await createScene(), await createScene()];
  const few = await costs(short, await long(short, 10));
  const many = await costs(deep, await long(deep, MANY));
  expect(many.slice(0, 2)).toEqual(few.slice(0, 2));
  expect(few.slice(0, 2)).toEqual([
    { reads: 1, writes: 0 },
    { reads: 1, writes: 1 },
  ]);
  // After a restart the status comment is out of view: one request finds it by the top comment.
  const [restart, restarted] = [few[2], many[2]] as { reads: number; writes: number }[];
  expect(restarted?.reads).toBe((restart?.reads ?? 0) + 1);
  expect(restarted?.writes).toBe(restart?.writes);
}, 120_000);

test.each([
  ["ten", 10],
  ["a thousand", 1000],
  ["ten thousand", MANY],
])(
  "put together anew from %s comments, the incident is the same, at one request for each hundred",
  async (_, comments) => {
    const scene = await createScene();
    const number = await long(scene, comments);
    const [notices, incident, shown] = [
      scene.notices(number),
      incidentOf(scene, number),
      scene.status(number),
    ];
    const { comments: all, body } = scene.issue(number);
    const status = all.find((one) => one.body.includes(RECORD));
    scene.as("ana").deleteComment(REPO, number, status?.id ?? 0);
    scene.forget();
    await scene.wind(10 * 60_000);
    const looks = scene.github.calls.all.filter(({ operationName }) =>
      ["Look", "Earlier", "EarlierEdits", "Status"].includes(operationName ?? ""),
    );
    expect(looks.length).toBeLessThanOrEqual(Math.ceil(comments / A_PAGE) + 5);
    expect(incidentOf(scene, number)).toEqual(incident);
    expect(scene.notices(number)).toEqual(notices);
    expect(scene.status(number)).toBe(shown);
    expect(without(scene.issue(number).body)).toBe(without(body));
  },
  120_000,
);
