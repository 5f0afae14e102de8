import { expect, test } from "@jest/globals";
import type { CallMatcher } from "../../src/sandbox/github/index.ts";
import { createRandom, seedFrom, type Random } from "../support/random.ts";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();

// `SEED=17 npm test -- test/e2e/races-many` tries others; `RACES=2000` more of them.
const RACES = Number(process.env["RACES"] ?? 200);
const A_SCENE = 25;
const FIRST_SEED = seedFrom(1);
const LINES = 6;

/** When the person's edit comes, in relation to what Sitrep does about a command. */
const MOMENTS = [
  "before the command",
  "before the read",
  "before the write",
  "in the write",
  "after the write",
] as const;
type Moment = (typeof MOMENTS)[number];

/** A field of the top comment, and the command for it. */
interface Field {
  readonly title: string;
  readonly values: readonly string[];
  readonly command: (value: string) => string;
}
const PEOPLE = ["@ana", "@bo", "@sam"];
const role = (title: string, command: string): Field => ({
  title,
  values: PEOPLE,
  command: (value) => `/${command} ${value}`,
});
const FIELDS: readonly Field[] = [
  role("Incident Commander", "commander"),
  role("External Liaison", "liaison"),
  {
    title: "Severity",
    values: ["SEV-1", "SEV-2", "SEV-3", "SEV-4"],
    command: (value) => `/severity ${value.at(-1)}`,
  },
];

const valueIn = (body: string, { title }: Field): string =>
  new RegExp(`\\*\\*${title}:\\*\\* ?(.*)`).exec(body)?.[1]?.trim() ?? "";
const withValue = (body: string, { title }: Field, value: string): string =>
  body.replace(new RegExp(`(\\*\\*${title}:\\*\\*).*`), `$1 ${value}`);

/** What a person writes: words of their own, or a field; and what must stand afterwards. */
interface Change {
  readonly what: string;
  readonly field: { readonly field: Field; readonly value: string } | null;
  readonly apply: (body: string) => string;
}

function wordsChange(random: Random, lines: string[], race: number): Change {
  const line = random.between(0, lines.length - 1);
  const before = lines[line] ?? "";
  const kind = random.pick(["rewrite", "insert", "remove"] as const);
  const isLast = kind === "remove" && lines.length < 3;
  const words = `${before.split(":")[0]}: words of race ${race}`;
  if (kind === "remove" && !isLast) {
    lines.splice(line, 1);
    return { what: kind, field: null, apply: (body) => body.replace(`${before}\n`, "") };
  }
  if (kind === "insert") {
    const added = `new ${race}: words of race ${race}`;
    lines.splice(line + 1, 0, added);
    return {
      what: kind,
      field: null,
      apply: (body) => body.replace(before, `${before}\n${added}`),
    };
  }
  lines[line] = words;
  return { what: "rewrite", field: null, apply: (body) => body.replace(before, words) };
}

function fieldChange(random: Random, field: Field, body: string): Change {
  const value = random.pick(field.values.filter((one) => one !== valueIn(body, field)));
  return {
    what: field.title,
    field: { field, value },
    apply: (text) => withValue(text, field, value),
  };
}

const isRead: CallMatcher = ({ operationName }) => operationName === "Look";
const isWrite: CallMatcher = ({ operationName }) => operationName === "Apply";

/** Lets the command and the edit meet at that moment, and Sitrep finish. */
async function meet(
  scene: Scene,
  moment: Moment,
  say: () => void,
  edit: () => void,
): Promise<void> {
  const { faults } = scene.github;
  if (moment === "before the command") edit();
  if (moment === "before the read") faults.beforeNext(isRead, edit);
  if (moment === "before the write") faults.beforeNext(isWrite, edit);
  // The mutations of a document run one after another, a turn of the event loop each or more.
  if (moment === "in the write") faults.beforeNext(isWrite, () => void setImmediate(edit));
  say();
  await scene.settle();
  if (moment === "after the write") edit();
  await scene.settle();
}

interface Race {
  readonly number: number;
  readonly lines: string[];
  readonly race: number;
}

interface Outcome {
  readonly wanted: object;
  readonly seen: object;
}

/** One command and one edit at once, and what must have become of both. */
async function run(scene: Scene, random: Random, { number, lines, race }: Race): Promise<Outcome> {
  const { body } = scene.issue(number);
  const moment = random.pick(MOMENTS);
  const field = random.pick(FIELDS);
  const commanded = random.pick(field.values.filter((one) => one !== valueIn(body, field)));
  const kind = random.pick(["words", "another field", "the same field"] as const);
  const other = random.pick(FIELDS.filter((one) => one !== field));
  const change =
    kind === "words"
      ? wordsChange(random, lines, race)
      : fieldChange(random, kind === "the same field" ? field : other, body);
  const command = { field, value: commanded };
  const isOne = change.field?.field === field && change.field.value === commanded;
  const changes = change.field === null || isOne ? [command] : [command, change.field];
  const toldBefore = changes.map((one) => timesTold(scene, number, one));
  await meet(
    scene,
    moment,
    () => void scene.as("ana").comment(REPO, number, field.command(commanded)),
    () => scene.as("sam").editBody(REPO, number, change.apply(scene.issue(number).body)),
  );
  const after = scene.issue(number).body;
  const edited = change.field;
  const elsewhere = edited !== null && edited.field !== field ? edited : command;
  const isEditLast = edited?.field === field && moment !== "before the command";
  const said = { moment, kind, what: change.what, commanded, edited: edited?.value };
  const value = isEditLast ? edited.value : commanded;
  return {
    wanted: {
      ...said,
      value,
      elsewhere: elsewhere === command ? value : elsewhere.value,
      words: lines.join("\n"),
      told: toldBefore.map((times) => times + 1),
    },
    seen: {
      ...said,
      value: valueIn(after, field),
      elsewhere: valueIn(after, elsewhere.field),
      words: after.split("\n\n")[0],
      told: changes.map((one) => timesTold(scene, number, one)),
    },
  };
}

/** How often the team was told that it is so: by a comment for a role, in the record's timeline for a severity. */
function timesTold(scene: Scene, number: number, { field, value }: NonNullable<Change["field"]>) {
  if (field.title === "Severity") {
    const record = scene.issue(number).comments.find(({ body }) => body.includes("sitrep:record"));
    return (
      record?.body
        .split(`"kind":"severity","by":`)
        .filter((part) => part.includes(`"what":"${value}"`)).length ?? 0
    );
  }
  const words = `**${value.slice(1)} is ${field.title} now.**`;
  return scene.notices(number).filter((text) => text.startsWith(words)).length;
}

test.each(Array.from({ length: Math.ceil(RACES / A_SCENE) }, (_, index) => FIRST_SEED + index))(
  `${A_SCENE} races of an edit by hand against a command lose nothing: SEED=%i`,
  async (seed) => {
    const scene = await createScene();
    const random = createRandom(seed);
    const lines = Array.from({ length: LINES }, (_, index) => `line ${index}: as it was`);
    const number = await scene.incident(lines.join("\n"));
    for (let race = 1; race <= A_SCENE; race++) {
      const { seen, wanted } = await run(scene, random, { number, lines, race });
      expect(seen).toEqual(wanted);
    }
  },
  30_000,
);
