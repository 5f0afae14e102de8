import { expect, test } from "@jest/globals";
import { useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The lines below a heading of the status comment, without empty ones. */
function section(scene: Scene, number: number, heading: string): readonly string[] {
  const [, below = ""] = scene.status(number).split(`### ${heading}\n`);
  const own = below.split("\n### ")[0] ?? "";
  return own.split("\n").filter((line) => line !== "");
}

/** The row of the status comment about this reminder. */
const dueOf = (scene: Scene, number: number, reminder: string): string =>
  section(scene, number, "Due next").find((row) => row.includes(`\`${reminder}\``)) ?? "";

const lastNotice = (scene: Scene, number: number): string => scene.notices(number).at(-1) ?? "";

test("the status comment says what is due next and why, and moves with what people do", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  expect(dueOf(scene, number, "escalate")).toContain(
    "| **Fri 2026-03-06 14:30 UTC** | call for help (`escalate`) |",
  );
  expect(dueOf(scene, number, "update-due")).toContain("2 working hours after the declaration");
  await scene.say("ana", number, "/mitigated");
  expect(dueOf(scene, number, "escalate")).toBe("");
  await scene.say("ana", number, "/update It works for most.\nnext: 60 minutes");
  expect(dueOf(scene, number, "update-due")).toContain(
    "| **Fri 2026-03-06 14:45 UTC** | status update (`update-due`) | ana | 15 minutes before the promised update |",
  );
});

test("/why answers once, in the zone of whoever asks, and notifies nobody", async () => {
  const policy = "people:\n  bo:\n    zone: Asia/Kolkata\n";
  const scene = await createScene({ files: { ".github/sitrep.yml": policy } });
  const number = await scene.incident();
  await scene.say("bo", number, "/why escalate");
  expect(scene.receipts(number, "/why escalate")).toEqual(["+1"]);
  expect(lastNotice(scene, number).trim().split("\n")).toEqual([
    "**What is due**, for bo:",
    "",
    "- **Fri 2026-03-06 14:30 UTC** (Fri 20:00 in Asia/Kolkata): call for help (`escalate`), for whoever can.",
    "  Fri 14:30 UTC = 30 minutes after Fri 14:00 UTC, when it was declared.",
    "  `/mitigated` or `/resolve` makes it needless; `/escalate` calls for help at once.",
  ]);
  expect(lastNotice(scene, number)).not.toContain("@");
  await scene.say("bo", number, "/why pager");
  expect(lastNotice(scene, number)).toContain(
    "There is no such reminder. There are `confirm-role`",
  );
});

test("/snooze puts off the next one only, over a restart too", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/mitigated");
  await scene.say("ana", number, "/snooze 110 minutes update-due");
  expect(scene.notices(number)).toEqual([]);
  expect(scene.receipts(number, "/snooze")).toEqual(["+1"]);
  expect(dueOf(scene, number, "update-due")).toMatch(
    /^\| \*\*Fri 2026-03-06 15:50 UTC\*\* .* put off, was Fri 2026-03-06 15:45 UTC: /,
  );
  expect(scene.status(number)).toContain(
    "ana put off the reminder `update-due`: until 2026-03-06 15:50 UTC",
  );
  await scene.stop();
  await scene.start();
  await scene.wind(109 * MINUTE);
  expect(scene.notices(number)).toEqual([]);
  await scene.wind(MINUTE);
  expect(scene.notices(number)).toHaveLength(1);
  expect(dueOf(scene, number, "update-due")).toMatch(
    /^\| \*\*Fri 2026-03-06 16:00 UTC\*\* .* 2 working hours after the declaration \|$/,
  );
});

test("/snooze says so where there is nothing to put off", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/snooze 5m update-due");
  expect(lastNotice(scene, number)).toContain(
    "`update-due` comes later than that anyway, 2026-03-06 15:45 UTC.",
  );
  await scene.say("ana", number, "/snooze soon");
  expect(lastNotice(scene, number)).toContain("That is not a duration: at character 1");
  expect(scene.receipts(number, "/snooze soon")).toEqual(["confused"]);
});

test("what blocks closing is listed with who can do it, until nothing does", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  expect(scene.status(number)).not.toContain("What blocks closing");
  await scene.say("ana", number, "/resolve bigger disk");
  expect(section(scene, number, "What blocks closing")).toEqual([
    expect.stringMatching(
      /was not told that it is over\.\*\* ana: tell them, then write `\/update/,
    ),
    expect.stringMatching(
      /has not agreed\.\*\* ana: when they say that it works, write `\/confirm`/,
    ),
    expect.stringMatching(
      /Incident Report is not done\.\*\* ana: answer the questions in the draft/,
    ),
  ]);
  await scene.say("ana", number, "/done announce\n/done report");
  expect(section(scene, number, "What blocks closing")).toEqual([
    expect.stringContaining("counts as agreement from Tue 2026-03-10 14:00 UTC on."),
  ]);
  expect(dueOf(scene, number, "may-close")).toContain(
    "| 48 working hours after the community was told; Sat, Sun skipped |",
  );
  await scene.say("bo", number, "/why");
  expect(lastNotice(scene, number)).toContain("**What blocks closing:**");
  await scene.wind(4 * 24 * HOUR);
  expect(section(scene, number, "What blocks closing")).toEqual(["Nothing: `/close` closes it."]);
});
