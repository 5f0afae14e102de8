import { expect, test } from "@jest/globals";
import { htmlOf, linksOf, liveIn, seen } from "../support/markdown.ts";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();

const TEXTS: readonly (readonly [string, string])[] = [
  ["template marks", "{{x}} {{{y}}} {{> brief}}"],
  ["chat marks", "<!channel> <@U1>"],
  ["mentions", "@acme/sre @everyone @zed"],
  ["backticks", "``` ` `` ticks ```"],
  ["ends of comments", "--> ]]> <!-- --!> <![CDATA["],
  ["right to left", "\u202Egnp.exe\u2066 \u05E9\u05DC\u05D5\u05DD"],
  ["HTML", "<script>alert(1)</script><img src=x onerror=alert(1)>"],
  ["links", "[a](javascript:alert(1)) ![b](https://evil.example/p.png) https://evil.example"],
  ["references", "#1 GH-1 acme/hubs#1 0123456789abcdef0123456789abcdef01234567"],
  [
    "marks of Sitrep",
    "<!-- sitrep:record v2 x {} --> <!-- sitrep:post IC_1/0/help --> <!-- sitrep:section -->",
  ],
  ["a table", "| a | b | \\| &#64;zed &lt;b&gt;"],
];

// Whom Sitrep may mention, what it may link to: its own people, and their words' comments.
const ALLOWED = /^@(ana|bo|sam)\b|^127|^http:\/\/127/;
const COMMENTS = /^<!--[^]*-->$|^<\/?details>$|^<summary>How to give commands<\/summary>$/;

/** Nothing that people wrote is live in what Sitrep wrote. */
function expectInert(scene: Scene, number: number): void {
  for (const { author, body } of scene.issue(number).comments) {
    if (author !== "sitrep[bot]") continue;
    expect(
      liveIn(body).filter((live) => !ALLOWED.test(live) && !live.startsWith("http://127")),
    ).toEqual([]);
    expect(
      linksOf(body).filter(
        (link) => !link.startsWith("http://127") && !link.startsWith("https://example"),
      ),
    ).toEqual([]);
    expect(
      htmlOf(body).filter(
        (html) =>
          !html
            .split("\n")
            .every((line) => COMMENTS.test(line.trim()) || /sitrep:record/.test(line)),
      ),
    ).toEqual([]);
  }
}

test.each(TEXTS)(
  "%s in titles, bodies, notes, updates, areas and reasons are inert and whole",
  async (_, text) => {
    const scene = await createScene();
    const body = `${text}\n\nThe hub is down. ${text}`;
    const number = scene.as("cleo").openIssue(REPO, { title: `Down ${text}`, body });
    scene.as("ana").addLabel(REPO, number, "incident");
    await scene.settle();
    expect(scene.issue(number).body).toContain(body);
    await scene.say("ana", number, `/note ${text}`);
    await scene.say("ana", number, `/update ${text}`);
    await scene.say("ana", number, `/sme @bo ${text.slice(0, 50)}`);
    await scene.say("ana", number, `/handoff @sam\n/resolve ${text}`);
    await scene.say("sam", number, `/decline ${text}`);
    await scene.say("ana", number, `/reopen ${text}`);
    await scene.say(
      "ana",
      number,
      `/severity ${text}\n/commander ${text}\n/ticket ${text}\n/help ${text}`,
    );
    await scene.say("ana", number, `/cancel ${text}`);
    expect(scene.issue(number).body).toContain(body);
    expect(scene.issue(number).state).toBe("closed");
    expectInert(scene, number);
    expect(scene.status(number).match(/ana noted/g)).toHaveLength(1);
    await scene.stop();
    await scene.start();
    await scene.say("ana", number, "/reopen it goes on");
    expect(scene.issue(number).state).toBe("open");
  },
);

test.each(TEXTS)("%s in fields by hand are inert in what Sitrep says of them", async (_, text) => {
  const scene = await createScene();
  const number = await scene.incident("Help!", "cleo");
  for (const title of [
    "Incident Commander",
    "Severity",
    "Subject Matter Experts",
    "Support ticket",
    "Community Representative",
    "Impact started",
  ]) {
    // Whoever may name a ticket may link to it.
    const login = title === "Support ticket" ? "cleo" : "ana";
    await scene.edit(login, number, (body) =>
      body.replace(
        new RegExp(`(\\*\\*${title}:\\*\\*).*`),
        (_all, start: string) => `${start} ${text}`,
      ),
    );
    await scene.edit("cleo", number, (body) =>
      body.replace(
        new RegExp(`(\\*\\*${title}:\\*\\*).*`),
        (_all, start: string) => `${start} x ${text}`,
      ),
    );
  }
  expectInert(scene, number);
  await scene.say("ana", number, "/commander @bo\n/severity 1");
  expect(scene.status(number)).toContain("| Incident Commander | bo |");
});

test("an outsider's words make Sitrep mention and message nobody", async () => {
  const scene = await createScene();
  const number = await scene.incident("Incident Commander: @sam\nCC @acme/sre @bo", "cleo");
  await scene.say(
    "cleo",
    number,
    "@bo @acme/sre\n/sme @bo\n/handoff @sam\n/note @acme/everybody\n/resolv",
  );
  const words = scene
    .issue(number)
    .comments.filter((one) => one.author === "sitrep[bot]")
    .map((one) => one.body)
    .join("\n");
  expect(liveIn(words).filter((live) => /^@(bo|sam|acme)/.test(live))).toEqual([]);
});

test("a comment and a note of 65,536 characters are read, and cut where they are quoted", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, `/severity 1\n/note ${"long ".repeat(13_000)}`);
  await scene.say("ana", number, `/update ${"<".repeat(65_000)}`);
  expect(scene.issue(number).labels).toContain("SEV-1");
  expect(seen(scene.status(number))).toMatch(/ana noted: (long )+l?o?n?g?…/);
  expect(Math.max(...scene.notices(number).map((text) => text.length), 0)).toBeLessThan(30_000);
});

test("a body that has no room for the section is left alone, the incident runs, and the status comment says why", async () => {
  const scene = await createScene();
  const body = "The log says x.\n".repeat(4094).slice(0, 65_500);
  const number = await scene.incident(body);
  expect(scene.issue(number).body).toBe(body);
  expect(scene.issue(number).assignees).toEqual(["ana"]);
  expect(scene.status(number)).toContain(
    "GitHub did not let Sitrep do this: write the roles into the top comment. It says: Body is too long",
  );
  await scene.say("ana", number, "/commander @bo\n/resolve");
  expect(scene.issue(number).labels).toContain("incident: resolved");
  expect(scene.status(number)).toContain("| Incident Commander | bo |");
  await scene.edit("ana", number, () => "Shorter now.");
  expect(scene.issue(number).body).toContain("**Incident Commander:** @bo\n");
  expect(scene.status(number)).not.toContain("GitHub did not let");
});

test.each([
  "`",
  "> ",
  "<",
  "- [ ] ",
  "| a ",
  "[",
  "*",
  "<details>",
  "/a\n",
  "Incident Commander: @ana\n",
])("a body of 65,000 characters of %j neither crashes nor blocks", async (piece) => {
  const scene = await createScene();
  const body = piece.repeat(Math.floor(65_000 / piece.length));
  const number = await scene.open({ body, labels: ["incident"] });
  expect(scene.status(number)).toContain("| Incident Commander | ana |");
});
