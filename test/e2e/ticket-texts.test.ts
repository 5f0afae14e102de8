import { describe, expect, test } from "@jest/globals";
import { useDeskScenes, type DeskSetting } from "./desk-scene.ts";

const createDeskScene = useDeskScenes();
const MINUTE = 60_000;

/** What the community was told after the first response. */
const told = ({ messages }: DeskSetting): readonly string[] =>
  messages()
    .slice(1)
    .filter((one) => one.startsWith("reply: "));

const last = ({ scene, number }: DeskSetting): string => scene.notices(number).at(-1) ?? "";

/** Bo is liaison; ana leads; sam may command and speaks for nobody. */
async function begun(policy?: string): Promise<DeskSetting> {
  const setting = await createDeskScene(policy === undefined ? {} : { policy });
  await setting.scene.say("ana", setting.number, "/liaison @bo");
  return setting;
}

describe("what goes out, by whom and by the policy", () => {
  test.each<readonly [string, string, readonly [string, string][], readonly string[]]>([
    ["role", "the liaison's own", [["bo", "/update words"]], ["words"]],
    ["role", "the commander's own", [["ana", "/update words"]], ["words"]],
    ["role", "another's, waiting", [["sam", "/update words"]], []],
    [
      "role",
      "another's, let go by the liaison",
      [
        ["sam", "/update words"],
        ["bo", "/approve"],
      ],
      ["words"],
    ],
    [
      "role",
      "another's, not let go by themselves",
      [
        ["sam", "/update! words"],
        ["sam", "/approve"],
      ],
      [],
    ],
    [
      "role",
      "nothing of somebody without rights",
      [
        ["sam", "/update words"],
        ["cleo", "/approve"],
        ["cleo", "/update mine"],
        ["cleo", "/resolve mine"],
      ],
      [],
    ],
    ["always", "the liaison's own, waiting", [["bo", "/update words"]], []],
    [
      "always",
      "the liaison's own, once they saw it",
      [
        ["bo", "/update words"],
        ["bo", "/approve"],
      ],
      ["words"],
    ],
    ["never", "anybody's", [["sam", "/update words"]], ["words"]],
    ["never", "nobody's doubtful words", [["sam", "/update fixed soon"]], []],
    [
      "never",
      "doubtful words that are insisted on",
      [["sam", "/update! fixed soon"]],
      ["fixed soon"],
    ],
    ["role", "doubtful words of the liaison, waiting", [["bo", "/update fixed soon"]], []],
    [
      "role",
      "doubtful words, let go",
      [
        ["bo", "/update fixed soon"],
        ["ana", "/approve"],
      ],
      ["fixed soon"],
    ],
    [
      "role",
      "the newest of two that wait",
      [
        ["sam", "/update first"],
        ["sam", "/update second"],
        ["bo", "/approve"],
        ["bo", "/approve"],
      ],
      ["second"],
    ],
    [
      "role",
      "nothing that waited when another text went out",
      [
        ["sam", "/update first"],
        ["bo", "/update second"],
        ["bo", "/approve"],
      ],
      ["second"],
    ],
    [
      "role",
      "nothing that waited when it was closed",
      [
        ["sam", "/update first"],
        ["ana", "/cancel it was none"],
        ["bo", "/approve"],
      ],
      [],
    ],
  ])("%s: %s", async (approval, _, says, words) => {
    const setting = await begun(`ticket: { approval: ${approval} }\n`);
    for (const [login, text] of says) await setting.scene.say(login, setting.number, text);
    expect(told(setting)).toEqual(words.map((one) => expect.stringContaining(` ${one} `)));
  });
});

test("two tickets are told all of it, and closed", async () => {
  const setting = await begun();
  const { desk, scene, number, messages, status } = setting;
  const other = desk.world.openTicket();
  await scene.say("bo", number, `/ticket ${desk.addressOf(other)}`);
  await scene.say("bo", number, "/update words");
  await scene.say("bo", number, "/resolve\n/done report\n/confirm");
  await scene.say("ana", number, "/close");
  expect(messages(other)).toEqual(messages());
  expect(told(setting)).toHaveLength(2);
  expect([status(), status(other)]).toEqual([5, 5]);
});

describe("a text that waits", () => {
  test("is shown as it will be sent, to those whose word it waits for, and hidden afterwards", async () => {
    const setting = await begun();
    const { scene, number } = setting;
    await scene.say("sam", number, "/update logins are **slow**\n- we look\nnext: 3h");
    expect(last(setting)).toBe(
      [
        "@bo, @ana, sam wrote this for the community.",
        "",
        "> Hello,",
        ">",
        "> This is what we know now:",
        ">",
        "> logins are slow",
        ">",
        "> \\- we look",
        ">",
        "> You hear from us again by Fri 2026-03-06 17:00 UTC, also if there is no news.",
        "",
        "`/approve` sends it as it stands here. `/update` with better words takes its place.",
      ].join("\n"),
    );
    expect(scene.status(number)).toContain("a text by sam for the community waits for `/approve`");
    expect(scene.status(number)).toContain("None yet.");
    await scene.say("bo", number, "/approve");
    expect(told(setting)).toEqual([
      "reply: Hello, This is what we know now: logins are slow we look You hear from us again by Fri 2026-03-06 17:00 UTC, also if there is no news.",
    ]);
    const comments = scene.issue(number).comments;
    expect(
      comments.find(({ body }) => body.includes("wrote this for the community"))?.minimized,
    ).toBe("outdated");
    expect(scene.status(number)).toContain("sam gave a status update, and bo approved it");
  });

  test("says what is doubtful and how to mend it, and repeats no secret", async () => {
    const setting = await begun();
    const { scene, number } = setting;
    await scene.say("bo", number, "/update fixed by 5pm, see http://localhost:8888, @sam broke it");
    const said = last(setting);
    expect(said).toContain("@bo, this was not sent to the community yet");
    expect(said).toContain("Nobody knows yet when it works again.");
    expect(said).toContain("The community cannot open this.");
    expect(said).toContain("Write 'we' or 'the team' instead of a name.");
    expect(said).toContain("leave out whose doing it was.");
    await scene.say("bo", number, "/update the password=hunter2hunter2 leaked");
    expect(last(setting)).toContain("This looks like a secret.");
    expect(last(setting)).not.toContain("hunter2");
    expect(told(setting)).toEqual([]);
  });

  test("of somebody to whom nobody listens is answered kindly", async () => {
    const setting = await begun();
    const { scene, number } = setting;
    await scene.say("bo", number, "/approve");
    expect(last(setting)).toContain("Nothing waits for approval");
    await scene.say("sam", number, "/update words\n/approve");
    expect(scene.notices(number).join()).toContain(
      "That is open to the External Liaison and the Incident Commander.",
    );
    await scene.say("bo", number, `/update ${"x".repeat(1501)}`);
    expect(last(setting)).toContain("1500 are the most");
    await scene.say("bo", number, "/approve");
    expect(told(setting)).toEqual([expect.stringContaining("words")]);
  });
});

describe("the resolution", () => {
  test("is told, sets the status, opens the gate, and the liaison is asked for their word", async () => {
    const setting = await begun();
    const { scene, number, status } = setting;
    await scene.say("bo", number, "/resolve the disk is bigger now");
    expect(told(setting)).toEqual([
      "reply: Hello, As far as we can see, it works again. the disk is bigger now Does it work for you too? Please answer this message and tell us. If it does not, we go on. Thank you for your patience.",
    ]);
    expect(status()).toBe(4);
    expect(last(setting)).toMatch(
      /^@bo, the community was told at 2026-03-06 14:00 UTC that it is/,
    );
    expect(scene.status(number)).toContain("agreement from Tue 2026-03-10 14:00 UTC on");
    expect(scene.issue(number).body).toContain(
      "- [x] Tell the Community Representative that it is resolved",
    );
  });

  test.each([
    ["resolved", 4],
    ["pending", 3],
    ["none", 3],
  ] as const)("leaves the ticket %s where the policy says so", async (onResolve, number) => {
    const setting = await begun(`ticket: { onResolve: ${onResolve} }\n`);
    await setting.scene.say("bo", setting.number, "/resolve");
    expect(told(setting)).toHaveLength(1);
    expect(setting.status()).toBe(number);
  });

  test("by a label is told, too, when somebody lets it go; else people are asked to", async () => {
    const setting = await begun();
    const { scene, number } = setting;
    scene.as("sam").addLabel("acme/hubs", number, "incident: resolved");
    await scene.settle();
    expect(last(setting)).toContain("sam wrote this for the community, that it is over.");
    expect(scene.status(number)).toContain("🟢 Resolved");
    expect(told(setting)).toEqual([]);
    await scene.wind(31 * MINUTE);
    expect(last(setting)).toContain("please tell the community that it is over");
    await scene.say("bo", number, "/approve");
    expect(told(setting)).toEqual([expect.stringContaining("it works again.")]);
  });

  test("in better words takes the place of the one that waits", async () => {
    const setting = await begun();
    await setting.scene.say("sam", setting.number, "/resolve bo fixed it");
    await setting.scene.say("bo", setting.number, "/update the disk is bigger");
    expect(told(setting)).toEqual([expect.stringContaining("it works again. the disk is bigger")]);
    expect(setting.status()).toBe(4);
  });

  test("is not told any more when it is not over", async () => {
    const setting = await begun();
    const { desk, scene, number } = setting;
    desk.faults.setDown(true);
    await scene.say("bo", number, "/resolve");
    await scene.say("bo", number, "/reopen it fails again");
    desk.faults.setDown(false);
    await scene.wind(11 * MINUTE);
    expect(told(setting)).toEqual([]);
    await scene.say("bo", number, "/resolve now it works");
    expect(told(setting)).toEqual([expect.stringContaining("now it works")]);
  });

  test.each([
    ["closed", 5],
    ["none", 4],
  ] as const)(
    "and closing leaves the ticket %s where the policy says so",
    async (onClose, number) => {
      const setting = await begun(`ticket: { onClose: ${onClose} }\n`);
      const { scene, status } = setting;
      await scene.say("bo", setting.number, "/resolve\n/done report\n/confirm");
      await scene.say("ana", setting.number, "/close");
      expect(scene.issue(setting.number).state).toBe("closed");
      expect(status()).toBe(number);
    },
  );

  test("stays what it is in a ticket that somebody opens again after the closing", async () => {
    const setting = await begun();
    const { desk, scene, number, ticket } = setting;
    await scene.say("bo", number, "/resolve\n/done report\n/confirm");
    await scene.say("ana", number, "/close");
    desk.world.answerAsCustomer(ticket, "Planted answer narwhal");
    await scene.say("ana", number, "/note afterwards");
    await scene.wind(60 * MINUTE);
    expect(setting.status()).toBe(2);
  });
});
