import { expect, test } from "@jest/globals";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();
const FILE = ".github/sitrep.yml";
const policy = (...lines: readonly string[]) => ({ files: { [FILE]: lines.join("\n") } });

const HOUR = 60 * 60_000;
const calls = (texts: readonly string[]) => texts.filter((text) => text.includes("Help is"));

// Every scene begins on Friday, 2026-03-06, 14:00 UTC: 15:00 in Berlin, Saturday 01:00 in Melbourne.

test("an update promised in working hours is due after the weekend, by the office's hours of that day", async () => {
  const scene = await createScene(
    policy(
      "calendar:",
      "  offices:",
      "    - zone: Europe/Berlin",
      "      hours: 09:00-17:00",
      "      reduced:",
      "        - { from: 2026-03-09, to: 2026-03-10, hours: 10:00-12:00, name: spring cleaning }",
    ),
  );
  const number = await scene.incident();
  await scene.say("ana", number, "/update logins are slow\nnext: 3 working hours");
  expect(scene.receipts(number, "/update")).toEqual(["+1"]);
  // Friday until 17:00 are two hours less some seconds, the rest is from Monday 10:00 on.
  expect(scene.status(number)).toContain("Next update: 2026-03-09 10:00 UTC");
  await scene.say("ana", number, "/update still slow\nnext: 5 working hours");
  // Monday has two hours; what is left comes on Tuesday from 10:00 on.
  expect(scene.status(number)).toContain("Next update: 2026-03-10 10:00 UTC");
  await scene.say("ana", number, "/update a bit faster\nnext: 2 working days");
  // Tuesday ends at noon, earlier than it is now.
  expect(scene.status(number)).toContain("Next update: 2026-03-10 11:00 UTC");
  await scene.say("ana", number, "/update back\nnext: 90 minutes");
  expect(scene.status(number)).toContain("Next update: 2026-03-06 15:30 UTC");
});

test("whoever promised an update is reminded on Monday, and nobody on the weekend", async () => {
  const scene = await createScene(
    policy("calendar: { offices: [{ zone: Europe/Berlin, hours: 09:00-17:00 }] }"),
  );
  const number = await scene.incident();
  await scene.say("ana", number, "/mitigated");
  await scene.say("ana", number, "/update logins are slow\nnext: 3 working hours");
  const asked = () => scene.notices(number).filter((text) => text.includes("a status update"));
  // To Monday, 08:40 UTC: the promise is for 09:00.
  await scene.wind(66 * HOUR + 40 * 60_000);
  expect(asked()).toEqual([]);
  await scene.wind(10 * 60_000);
  expect(asked()).toEqual([
    expect.stringContaining("@ana, please tell the community where things stand"),
  ]);
  expect(asked()[0]).toContain("2026-03-09 09:00 UTC");
});

test("a public holiday of the office's region is no working time", async () => {
  const scene = await createScene(
    policy(
      "calendar:",
      "  offices:",
      "    - { zone: Australia/Melbourne, hours: 09:00-17:00, country: AU-VIC }",
    ),
  );
  const number = await scene.incident();
  await scene.say("ana", number, "/update logins are slow\nnext: 2 working hours");
  // Monday, the 9th, is Labour Day in Victoria.
  expect(scene.status(number)).toContain("Next update: 2026-03-10 00:00 UTC");
  expect(scene.status(number)).not.toContain(FILE);
});

test("a country that there is not is told with its place, and the calendar serves without it", async () => {
  const scene = await createScene(
    policy(
      "calendar:",
      "  offices:",
      "    - zone: Europe/Berlin",
      "      hours: 09:00-17:00",
      "      country: DE-XX",
    ),
  );
  const number = await scene.incident();
  expect(scene.status(number)).toContain(
    `\`${FILE}\`, line 5, column 7: Sitrep knows no country or region “DE-XX”`,
  );
  await scene.say("ana", number, "/update logins are slow\nnext: 3 working hours");
  expect(scene.status(number)).toContain("Next update: 2026-03-09 09:00 UTC");
  scene.github.world.setFile(
    REPO,
    FILE,
    "calendar: { offices: [{ zone: Europe/Berlin, hours: 09:00-17:00, country: DE }] }",
  );
  await scene.say("ana", number, "Mended the policy.");
  expect(scene.status(number)).not.toContain(FILE);
});

test("a reminder that the policy switches off does not come, and another one comes when it says", async () => {
  const scene = await createScene(policy("reminders: { escalate: { after: 5 minutes } }"));
  const off = await createScene(policy("reminders: { escalate: off }"));
  const [number, other] = [await scene.incident(), await off.incident()];
  await scene.wind(5 * 60_000);
  await off.wind(2 * HOUR);
  expect(calls(scene.notices(number))).toHaveLength(1);
  expect(calls(off.notices(other))).toEqual([]);
});

test("a duration that is none is told with its place and an example, and the preset's serves", async () => {
  const scene = await createScene(policy("reminders:", "  escalate:", "    after: 5 moons"));
  const number = await scene.incident();
  expect(scene.status(number)).toContain(
    `\`${FILE}\` of acme/hubs, line 3, column 5: “reminders.escalate.after” cannot be “5 moons”. That is not a duration: at character 3,`,
  );
  expect(scene.status(number)).toContain("30 minutes");
});
