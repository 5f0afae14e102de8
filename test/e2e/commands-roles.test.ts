import { describe, expect, test } from "@jest/globals";
import { useScenes } from "./scene.ts";

const createScene = useScenes();

describe.each([
  {
    role: "commander",
    title: "Incident Commander",
    words: ["commander", "ic", "responder", "lead"],
  },
  { role: "liaison", title: "External Liaison", words: ["liaison", "comms"] },
] as const)("/$role", ({ role, title, words }) => {
  test.each(words)(
    "as /%s names somebody at once, tells the team, and asks them to confirm",
    async (word) => {
      const scene = await createScene();
      const number = await scene.incident();
      await scene.say("bo", number, `/${word} @sam`);
      const issue = scene.issue(number);
      expect(issue.body).toContain(`- **${title}:** @sam\n`);
      expect(issue.assignees.toSorted()).toEqual(["ana", "sam"]);
      expect(scene.receipts(number, `/${word}`)).toEqual(["+1"]);
      expect(scene.notices(number)).toEqual([
        expect.stringMatching(
          new RegExp(
            `^\\*\\*sam is ${title} now\\.\\*\\* bo named them\\. Before, it was ana\\.[^]*@sam, can you take it`,
          ),
        ),
      ]);
      expect(scene.status(number)).toContain(`| ${title} | sam | `);
      await scene.say("bo", number, `/${word} sam`);
      expect(scene.notices(number)).toHaveLength(1);
      expect(scene.issue(number).comments.at(-1)?.reactions).toHaveLength(1);
    },
  );

  test("me takes the role without a question, and moves the assignment", async () => {
    const scene = await createScene();
    const number = await scene.incident();
    await scene.say("ana", number, "/commander @bo\n/liaison @bo");
    expect(scene.issue(number).assignees).toEqual(["bo"]);
    await scene.say("sam", number, `/${role} me`);
    expect(scene.issue(number).assignees.toSorted()).toEqual(["bo", "sam"]);
    expect(scene.notices(number).at(-1)).toBe(
      `**sam is ${title} now.** They took the role themselves. Before, it was bo.`,
    );
    await scene.say("sam", number, `/${role} me`);
    expect(scene.notices(number)).toHaveLength(3);
  });

  test("of an account that does not exist, of a team, of nobody and of somebody without access is refused in one reply", async () => {
    const scene = await createScene();
    const number = await scene.incident();
    await scene.say(
      "bo",
      number,
      `/${role} @nobody-here\n/${role} @acme/sre\n/${role}\n/${role} @cleo`,
    );
    expect(scene.issue(number).body).toContain(`- **${title}:** @ana\n`);
    expect(scene.receipts(number, `/${role}`)).toEqual(["confused"]);
    expect(scene.notices(number)).toHaveLength(1);
    const [reply] = scene.notices(number);
    for (const part of [
      "@bo, Sitrep could not do this:",
      "There is no GitHub account named nobody-here.",
      "That is a team; a role is held by one person.",
      "It does not say whom.",
      "cleo has no write access to this repository",
      `Write it like \`/${role} @user\`. That is open to anyone with write access.`,
    ]) {
      expect(reply).toContain(part);
    }
  });
});

test("/sme and /expert call somebody in, with an area; once more with another area changes it", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/sme @bo storage and quotas");
  expect(scene.issue(number).body).toContain(
    "- **Subject Matter Experts:** @bo (storage and quotas)\n",
  );
  expect(scene.issue(number).body).toContain("- [x] Bring in Subject Matter Experts as needed\n");
  expect(scene.notices(number).at(-1)).toMatch(
    /^@bo, ana calls you in as .* \(storage and quotas\)/,
  );
  await scene.say("ana", number, "/expert @bo storage and quotas\n/sme @bo");
  expect(scene.notices(number)).toHaveLength(1);
  await scene.say("sam", number, "/expert me (network)");
  expect(scene.issue(number).body).toContain("@bo (storage and quotas), @sam (network)\n");
  expect(scene.notices(number).at(-1)).toBe("**sam joined as Subject Matter Expert (network).**");
  await scene.say("ana", number, "/sme @bo disks");
  expect(scene.issue(number).body).toContain("@bo (disks), @sam (network)\n");
  expect(scene.issue(number).assignees).toEqual(["ana"]);
});

test("/release stands an expert down, without a comment; somebody who is none is answered", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/sme @bo\n/sme @sam");
  await scene.say("ana", number, "/release @bo");
  await scene.say("sam", number, "/release me");
  expect(scene.issue(number).body).toContain("- **Subject Matter Experts:**\n");
  expect(scene.status(number)).toContain("ana stood bo down");
  expect(scene.status(number)).toContain("sam stood down");
  expect(scene.notices(number)).toHaveLength(2);
  await scene.say("ana", number, "/release @bo");
  expect(scene.notices(number).at(-1)).toContain(
    "bo is no Subject Matter Expert in this incident; nobody is.",
  );
  // A box that was ticked on evidence stays.
  expect(scene.issue(number).body).toContain("- [x] Bring in Subject Matter Experts as needed\n");
});

test("/accept settles the question, ticks the step, and needs no comment", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  expect(scene.issue(number).body).toContain("- [ ] Name the Incident Commander\n");
  await scene.say("ana", number, "/accept");
  expect(scene.issue(number).body).toContain("- [x] Name the Incident Commander\n");
  expect(scene.issue(number).body).toContain("- [x] Name the External Liaison\n");
  expect(scene.status(number)).toContain("Nothing is open.");
  expect(scene.status(number)).toContain("ana confirmed that they are Incident Commander");
  await scene.say("ana", number, "/accept commander");
  expect(scene.notices(number)).toEqual([]);
  expect(scene.receipts(number, "/accept")).toEqual(["+1"]);
});

test("/accept of one role leaves the other question open", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/accept liaison");
  expect(scene.issue(number).body).toContain("- [ ] Name the Incident Commander\n");
  expect(scene.issue(number).body).toContain("- [x] Name the External Liaison\n");
});

test("/accept and /decline by somebody who was not asked are answered kindly", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("bo", number, "/accept\n/decline");
  expect(scene.notices(number)).toHaveLength(1);
  expect(scene.notices(number)[0]).toContain("Nobody has asked you to take a role.");
  expect(scene.receipts(number, "/accept")).toEqual(["confused"]);
});

test("/decline of a role that another gave puts it back to who held it before", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/commander @bo");
  expect(scene.issue(number).assignees.toSorted()).toEqual(["ana", "bo"]);
  await scene.say("ana", number, "/liaison @sam");
  expect(scene.issue(number).assignees.toSorted()).toEqual(["bo", "sam"]);
  await scene.say("bo", number, "/decline it is 3 a.m. here");
  expect(scene.issue(number).body).toContain("- **Incident Commander:** @ana\n");
  expect(scene.issue(number).assignees.toSorted()).toEqual(["ana", "sam"]);
  expect(scene.notices(number).at(-1)).toMatch(
    /^\*\*bo cannot be Incident Commander\.\*\*[^]*3 a\.m\. here[^]*@ana, you are/,
  );
});

test("/decline of the role by default leaves it vacant, and says who can take it", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/decline");
  expect(scene.issue(number).body).toContain(
    "- **Incident Commander:**\n- **External Liaison:**\n",
  );
  expect(scene.issue(number).assignees).toEqual([]);
  expect(scene.notices(number)).toEqual([
    expect.stringContaining("ana cannot be Incident Commander"),
    expect.stringContaining("ana cannot be External Liaison"),
    expect.stringContaining("Nobody is Incident Commander** since"),
  ]);
  expect(scene.status(number)).toContain("nobody is External Liaison. Write `/liaison me`");
});
