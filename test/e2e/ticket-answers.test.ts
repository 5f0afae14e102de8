import { describe, expect, test } from "@jest/globals";
import { PRIVATE, useDeskScenes, type DeskSceneOptions, type DeskSetting } from "./desk-scene.ts";

const createDeskScene = useDeskScenes();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const asked = ({ scene, number }: DeskSetting): readonly string[] =>
  scene.notices(number).filter((one) => /he community answered in/.test(one));

const answer = ({ desk, ticket }: DeskSetting): void =>
  void desk.world.answerAsCustomer(ticket, `<p>${PRIVATE.answer}</p>`);

async function resolved(options: DeskSceneOptions = {}): Promise<DeskSetting> {
  const setting = await createDeskScene(options);
  await setting.scene.say("ana", setting.number, "/resolve\n/done report");
  return setting;
}

/** How often the tickets are looked through within this time, hour by hour. */
async function reads(setting: DeskSetting, hours: number): Promise<readonly number[]> {
  const counts: number[] = [];
  for (let hour = 0; hour < hours; hour++) {
    const before = setting.desk.calls().length;
    await setting.scene.pass(HOUR);
    const calls = setting.desk.calls().slice(before);
    counts.push(calls.filter(({ path }) => path.includes("/conversations")).length);
  }
  return counts;
}

describe("an answer in the ticket", () => {
  test("is seen within ten minutes: the liaison is asked to read it, and nothing of it is told", async () => {
    const setting = await resolved();
    const { scene, number } = setting;
    answer(setting);
    await scene.wind(10 * MINUTE);
    expect(asked(setting)).toEqual([
      expect.stringMatching(
        /^@ana, the community answered in the ticket at 2026-03-06 14:00 UTC\. Please read it there\. If it says that it works, write `\/confirm`; if not, `\/reopen` and why\./,
      ),
    ]);
    expect(scene.status(number)).toContain("the community answered in the ticket");
    expect(scene.issue(number).state).toBe("open");
    expect(scene.status(number)).toContain("🟢 Resolved");
  });

  test("stops that silence counts as agreement, until the community is told something again", async () => {
    const setting = await resolved();
    const { scene, number } = setting;
    answer(setting);
    await scene.wind(10 * MINUTE);
    expect(scene.status(number)).toContain("silence does not count");
    await scene.wind(96 * HOUR);
    expect(scene.notices(number).join()).not.toContain("may be closed");
    await scene.say("ana", number, "/update thank you, we look again");
    expect(scene.status(number)).toContain("agreement from Thu 2026-03-12 14:10 UTC on");
  });

  test("is asked about again, and then the Project Manager is", async () => {
    const setting = await resolved({ policy: "manager: sam\n" });
    const { scene } = setting;
    answer(setting);
    await scene.wind(10 * MINUTE);
    await scene.wind(4 * HOUR + MINUTE);
    await scene.wind(4 * HOUR + MINUTE);
    expect(asked(setting).map((one) => /@\w+/.exec(one)?.[0])).toEqual(["@ana", "@ana", "@sam"]);
  });

  test.each([
    ["confirms it by /confirm", "/confirm", /community confirmed/],
    ["is not over by /reopen", "/reopen it fails for them", /🔴 Investigating/],
  ])("%s of somebody who read it", async (_, command, shows) => {
    const setting = await resolved();
    const { scene, number } = setting;
    answer(setting);
    await scene.wind(10 * MINUTE);
    await scene.say("ana", number, command);
    expect(scene.status(number)).toMatch(shows);
    const comments = scene.issue(number).comments;
    expect(comments.find(({ body }) => body.includes("Please read it there"))?.minimized).toBe(
      "outdated",
    );
  });

  test("while it goes on is told once, and answered by an update", async () => {
    const setting = await createDeskScene();
    const { scene, number } = setting;
    await scene.wind(5 * MINUTE);
    answer(setting);
    await scene.wind(20 * MINUTE);
    expect(asked(setting)).toEqual([expect.stringContaining("`/update` answers them")]);
    await scene.say("ana", number, "/update we look");
    await scene.wind(10 * HOUR);
    expect(asked(setting)).toHaveLength(1);
  });

  test("from before the ticket was named is what it is about", async () => {
    const setting = await createDeskScene({
      before: ({ world }) => world.answerAsCustomer(101, PRIVATE.answer),
    });
    await setting.scene.wind(20 * MINUTE);
    expect(asked(setting)).toEqual([]);
  });
});

describe("the tickets are looked through", () => {
  test("every ten minutes at first, then less and less often, and not once it is closed", async () => {
    const setting = await resolved();
    const counts = await reads(setting, 9);
    expect(counts[0]).toBe(6);
    expect(Math.max(...counts.slice(1))).toBe(4);
    expect(counts.slice(-4)).toEqual([1, 1, 1, 1]);
    await setting.scene.say("ana", setting.number, "/confirm\n/close");
    expect(await reads(setting, 1)).toEqual([0]);
  });

  test("and a desk that is down meanwhile is no trouble", async () => {
    const setting = await resolved();
    const { desk, scene, number } = setting;
    desk.faults.setDown(true);
    answer(setting);
    await scene.wind(30 * MINUTE);
    expect(scene.status(number)).not.toContain("Freshdesk");
    desk.faults.setDown(false);
    await scene.wind(HOUR);
    expect(asked(setting)).toHaveLength(1);
  });

  test("and a ticket that is gone is told", async () => {
    const { desk, scene, number, ticket } = await resolved();
    desk.world.remove(ticket);
    await scene.wind(20 * MINUTE);
    expect(scene.status(number)).toContain("is deleted. Restore it in Freshdesk");
    await scene.say("ana", number, "/note it is");
    expect(scene.status(number)).toContain("is deleted. Restore it in Freshdesk");
  });
});
