import { describe, expect, test } from "@jest/globals";
import { REPO, useScenes } from "./scene.ts";

const createScene = useScenes();
const IC = "**Incident Commander:** @ana";
const field = (title: string, value: string) => (body: string) =>
  body.replace(new RegExp(`(\\*\\*${title}:\\*\\*).*`), `$1 ${value}`);

describe.each(["Incident Commander", "External Liaison"])("%s edited by hand", (title) => {
  test("has the effect of the command: notice once, question, assignment", async () => {
    const scene = await createScene();
    const number = await scene.incident();
    await scene.edit("bo", number, field(title, "@sam"));
    const issue = scene.issue(number);
    expect(issue.assignees.toSorted()).toEqual(["ana", "sam"]);
    expect(scene.notices(number)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^\\*\\*sam is ${title} now\\.\\*\\* bo wrote it into the top comment\\.[^]*@sam, can you take it`,
        ),
      ),
    ]);
    expect(scene.status(number)).toContain(`bo made sam ${title}`);
    await scene.edit("bo", number, field(title, "sam"));
    expect(scene.notices(number)).toHaveLength(1);
    await scene.say("sam", number, "/accept");
    expect(scene.notices(number)).toHaveLength(1);
  });

  test("to oneself needs no question; emptied, the role is vacant and the team is told", async () => {
    const scene = await createScene();
    const number = await scene.incident();
    await scene.edit("bo", number, field(title, "@Bo"));
    expect(scene.notices(number)).toEqual([
      `**bo is ${title} now.** They took the role themselves. Before, it was ana.`,
    ]);
    await scene.edit("ana", number, field(title, ""));
    expect(scene.notices(number)[1]).toMatch(
      new RegExp(`^\\*\\*Nobody is ${title} now\\.\\*\\* ana took bo off the role\\.`),
    );
    expect(scene.status(number)).toContain(`nobody is ${title}.`);
    expect(scene.issue(number).assignees).toEqual(["ana"]);
  });

  test.each([
    ["@nobody-here", "There is no GitHub account named nobody-here."],
    ["@cleo", "cleo has no write access to this repository"],
    ["@acme/sre", "does not read as one person's GitHub login."],
    ["whoever is awake", "does not read as one person's GitHub login."],
  ])("to %j is answered with a hint, the words stay, and the holder stays", async (words, hint) => {
    const scene = await createScene();
    const number = await scene.incident();
    await scene.edit("bo", number, field(title, words));
    expect(scene.issue(number).body).toContain(`**${title}:** ${words}\n`);
    expect(scene.notices(number)).toHaveLength(1);
    expect(scene.notices(number)[0]).toContain("@bo, Sitrep could not do this:");
    expect(scene.notices(number)[0]).toContain(hint);
    expect(scene.status(number)).toContain(`stands under ${title} in the top comment, but `);
    expect(scene.status(number)).toContain(`| ${title} | ana |`);
    await scene.say("ana", number, "/note the words stay");
    expect(scene.issue(number).body).toContain(`**${title}:** ${words}\n`);
    await scene.edit("bo", number, field(title, "@ana"));
    expect(scene.status(number)).not.toContain("in the top comment, but");
    expect(scene.notices(number)).toHaveLength(1);
  });

  test("by the opener without rights is put back, and the status comment says so", async () => {
    const scene = await createScene();
    const number = await scene.incident("Help!", "cleo");
    const before = scene.issue(number).body;
    await scene.edit("cleo", number, field(title, "@cleo"));
    expect(scene.issue(number).body).toBe(before);
    await scene.edit("cleo", number, field(title, ""));
    expect(scene.issue(number).body).toBe(before);
    await scene.edit("cleo", number, field(title, "@acme/everybody"));
    expect(scene.issue(number).body).toBe(before);
    expect(scene.notices(number)).toEqual([]);
    expect(scene.issue(number).assignees).toEqual(["ana"]);
    expect(scene.status(number)).toContain(
      `Sitrep put ${title} back, which cleo changed without write access`,
    );
  });
});

test("a hint that is not followed is mended by a command, which writes over the words", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.edit("bo", number, (body) =>
    body.replace(IC, "**Incident Commander:** @nobody-here"),
  );
  await scene.say("bo", number, "/commander me");
  expect(scene.issue(number).body).toContain("**Incident Commander:** @bo\n");
  expect(scene.status(number)).not.toContain("nobody-here");
});

test("two roles in one edit are two notices; an edit of words elsewhere is none", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.edit("bo", number, (body) =>
    body.replaceAll("@ana", "@sam").replace("everyone", "everybody"),
  );
  expect(scene.notices(number)).toHaveLength(2);
  scene.forget();
  await scene.edit("bo", number, (body) => body.replace("everybody", "all"));
  expect(scene.cost()).toEqual({ reads: 1, writes: 0 });
  expect(scene.issue(number).body).toMatch(/^The hub is down for all\.\n/);
});

test("edits that were missed are each followed in order, with the rights of whoever made them", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.stop();
  const edit = (login: string, change: (body: string) => string) =>
    scene.as(login).editBody(REPO, number, change(scene.issue(number).body));
  edit("bo", field("Incident Commander", "@sam"));
  edit("bo", field("External Liaison", "@bo"));
  edit("sam", field("Incident Commander", "@bo"));
  await scene.start();
  expect(scene.notices(number)).toHaveLength(3);
  expect(scene.status(number)).toContain("sam made bo Incident Commander");
  expect(scene.issue(number).assignees).toEqual(["bo"]);
});
