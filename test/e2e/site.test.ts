import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSiteSettings, type SiteRequest } from "../../src/config/index.ts";
import { writeSite } from "../../src/site.ts";
import { tokenOf } from "../support/embedded-github.ts";
import { startSitrepProcess } from "../support/sitrep-process.ts";
import { REPO, useScenes, type Scene } from "./scene.ts";

const createScene = useScenes();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sitrep-site-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MINUTE = 60_000;

const ASKED = { private: false, names: false };

/** What a workflow has in its environment. */
const environmentOf = (scene: Scene, token: string) => ({
  GITHUB_TOKEN: token,
  GITHUB_API_URL: `${scene.github.url}/api/v3`,
  GITHUB_REPOSITORY: REPO,
});

/** Builds the site of a scene in this process. */
async function build(scene: Scene, asked: Partial<SiteRequest> = {}) {
  const token = await tokenOf(scene.github, scene.installation);
  const out = join(folder, "site");
  const read = readSiteSettings(environmentOf(scene, token), { ...ASKED, out, ...asked });
  if (read.kind === "problems") throw new Error(read.problems.join(" "));
  const { isBuilt, lines } = await writeSite(read.settings);
  const readFile = (path: string): string => readFileSync(join(out, path), "utf8");
  return { isBuilt, says: lines.join("\n"), out, read: readFile };
}

/** Runs `sitrep site` as a workflow does. */
async function run(scene: Scene, env: object = {}) {
  const token = await tokenOf(scene.github, scene.installation);
  const out = join(folder, "site");
  const started = startSitrepProcess({ ...environmentOf(scene, token), ...env }, [
    "site",
    "--out",
    out,
  ]);
  const { code } = await started.ended;
  return { code, says: started.output().trim(), token, out };
}

/** What people see of a page. */
const seen = (page: string): string =>
  page
    .replaceAll(/<(svg|head)\b[^]*?<\/\1\s*>/g, " ")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");

/** An incident that went through everything. */
async function played(scene: Scene): Promise<number> {
  const number = await scene.incident("The hub is down for everyone.\n\n- **Severity:** SEV-2");
  await scene.wind(4 * MINUTE);
  await scene.say("ana", number, "/accept");
  await scene.wind(6 * MINUTE);
  await scene.say("ana", number, "/note the node pool is full, says @bo");
  await scene.say("ana", number, "/sme @bo storage");
  await scene.wind(5 * MINUTE);
  await scene.say("ana", number, "/update We see it, and make room.\nnext: 1h");
  await scene.wind(20 * MINUTE);
  await scene.say("bo", number, "/mitigated a node more");
  const item = scene.as("ana").openIssue(REPO, { title: "Let the pool grow by itself" });
  scene.as("ana").addSubIssue(REPO, number, item);
  await scene.wind(30 * MINUTE);
  await scene.say("ana", number, "/resolve the pool grows by itself now");
  return number;
}

describe("a site from the incidents of a repository", () => {
  test("shows the record of an incident by role, and asks GitHub four times for all of it", async () => {
    const scene = await createScene();
    const number = await played(scene);
    scene.forget();
    const { says, read, out } = await build(scene);
    expect(says).toBe(
      `${out} holds the site of ${REPO}: 1 incident, 1 of them followed by Sitrep.`,
    );
    expect(scene.cost()).toEqual({ reads: 4, writes: 0 });

    const page = seen(read(`incidents/${number}.html`));
    expect(page).toContain("Acknowledged somebody took it up 2026-03-06 14:04 UTC after 4 min");
    expect(page).toContain("Mitigated users could work again 2026-03-06 14:35 UTC after 35 min");
    expect(page).toContain("Resolved it was over 2026-03-06 15:05 UTC after 1 h 5 min");
    expect(page).toContain("the node pool is full, says a responder");
    expect(page).toContain("the Subject Matter Expert set the state to Mitigated a node more");
    expect(page).toContain("Open Let the pool grow by itself");
    expect(page).not.toMatch(/\b(?:ana|bo)\b/);
    expect(seen(read("index.html"))).toContain("Hub is down #1 Resolved SEV-2 Declared 2026-03-06");
    expect(seen(read("unfinished.html"))).toContain("Let the pool grow by itself");
    expect(JSON.parse(read("incidents.json"))).toMatchObject({
      incidents: [{ number, secondsTo: { mitigate: 2105 }, report: { state: "draft" } }],
    });
  });

  test("tells the same times as the draft of the report, also where people corrected them", async () => {
    const scene = await createScene();
    const number = await played(scene);
    const { body } = scene.issue(number);
    const times = [
      "Detected: 2026-03-06 13:50 UTC",
      "Acknowledged: 2026-03-06 14:02 UTC",
      "Mitigated: 2026-03-06 14:30 UTC",
    ];
    scene.as("ana").editBody(REPO, number, `${body}\n\n${times.join("\n\n")}\n`);
    await scene.settle();
    await scene.say("bo", number, "/impact 2026-03-06 13:40 UTC to 15:00 UTC");
    await scene.say("ana", number, "/report");
    const [pull] = scene.github.world.pullRequests(REPO);
    const draft = pull?.files[0]?.text ?? "";
    const found = (name: string): string | undefined =>
      new RegExp(`\\| ${name} \\|[^\\n]*\\| (\\S+ \\S+ UTC) \\|\\n`).exec(draft)?.[1];
    const { read } = await build(scene);
    const page = seen(read(`incidents/${number}.html`));
    const shown = (title: string): string | undefined =>
      new RegExp(`${title} (?:\\w+ )+(\\d\\S+ \\S+ UTC)`).exec(page)?.[1];
    expect([shown("Detected it"), shown("Acknowledged"), shown("Mitigated")]).toEqual(
      times.map((line) => line.replace(/^\w+: /, "")),
    );
    expect([
      found("Time to detect"),
      found("Time to acknowledge"),
      found("Time to mitigate"),
    ]).toEqual(times.map((line) => line.replace(/^\w+: /, "")));
    expect(shown("Resolved it")).toBe(found("Time to resolve"));
    expect(draft).toMatch(/\| \*\*Impact ended\*\* \| 2026-03-06 15:00 UTC/);
    expect(shown("Impact ended")).toBe("2026-03-06 15:00 UTC");
    expect(draft).toMatch(/\| \*\*Duration\*\* \| 1 h 20 min/);
    expect(page).toContain("Duration 1 h 20 min");
  });

  test("shows what people wrote in a published report, and links it", async () => {
    const scene = await createScene();
    const number = await played(scene);
    const [pull] = scene.github.world.pullRequests(REPO);
    const [file] = pull?.files ?? [];
    const text = `${file?.text ?? ""}\n## Lessons\n\nNobody's <b>fault</b>.\n`;
    scene.as("ana").commit(REPO, pull?.branch ?? "", { [file?.path ?? ""]: text });
    scene.as("ana").markReady(REPO, pull?.number ?? 0);
    scene.as("ana").merge(REPO, pull?.number ?? 0);
    await scene.settle();
    const { read } = await build(scene);
    const page = read(`incidents/${number}.html`);
    expect(page).toContain("<h3>Lessons</h3>");
    expect(page).toContain("Nobody&#39;s &lt;b&gt;fault&lt;/b&gt;.");
    expect(page).toMatch(/<a\s+href="http[^"]+"[^>]*><span class="report-published">Published</);
    expect(read("unfinished.html")).toContain("Nothing is left.");
  });

  test("shows all of a timeline that is too long for the record", async () => {
    const scene = await createScene();
    const number = await scene.incident();
    for (let part = 0; part < 4; part++) {
      const lines = Array.from(
        { length: 20 },
        (_, index) => `/note ${part}-${index} ${"x".repeat(200)}`,
      );
      await scene.say("ana", number, lines.join("\n"));
    }
    const archives = scene
      .issue(number)
      .comments.filter(({ body }) => /timeline\/\d+ -->/.test(body));
    expect(archives.length).toBeGreaterThan(1);
    scene.forget();
    const { read } = await build(scene);
    // One more than without, for a hundred comments.
    expect(scene.cost()).toEqual({ reads: 5, writes: 0 });
    const page = seen(read(`incidents/${number}.html`));
    for (const words of ["0-0", "1-5", "3-19"]) expect(page).toContain(`noted ${words} xxx`);
    expect(page).not.toContain("older entries");

    // As a comment of an older version, or one that somebody touched: counted, and linked.
    await scene.stop();
    const [first] = archives;
    scene.as("ana").editComment(REPO, number, first?.id ?? 0, "gone");
    const less = await build(scene);
    expect(seen(less.read(`incidents/${number}.html`))).toContain(
      "25 older entries stand in the issue",
    );
    await scene.start();
  });

  test("names people where that is asked for", async () => {
    const scene = await createScene();
    const number = await played(scene);
    const { read } = await build(scene, { names: true });
    expect(seen(read(`incidents/${number}.html`))).toContain("bo set the state to Mitigated");
  });

  test("tells of incidents that Sitrep never followed by their labels", async () => {
    const scene = await createScene({ running: false });
    const number = scene
      .as("ana")
      .openIssue(REPO, { title: "Old outage", body: "Severity: SEV-1" });
    scene.as("ana").addLabel(REPO, number, "incident");
    scene.as("ana").close(REPO, number, "completed");
    const { read, says } = await build(scene);
    expect(says).toContain("1 incident, 0 of them followed by Sitrep");
    expect(seen(read("index.html"))).toContain("Old outage #1 Closed SEV-1");
    expect(seen(read(`incidents/${number}.html`))).toContain("Sitrep did not follow this incident");
  });

  test("reads fifty incidents with a request", async () => {
    const scene = await createScene({ running: false });
    for (let count = 0; count < 60; count++) {
      const number = scene.as("ana").openIssue(REPO, { title: `Outage ${count}` });
      scene.as("ana").addLabel(REPO, number, "incident");
    }
    scene.forget();
    const { says } = await build(scene);
    expect(says).toContain("60 incidents, 0 of them followed by Sitrep");
    // The token, the repository, two pages by the first declaring label, and one by the other.
    expect(scene.cost()).toEqual({ reads: 4, writes: 0 });
  });

  test("does not believe a record that a person edited", async () => {
    const scene = await createScene();
    const number = await scene.incident();
    const status = scene.issue(number).comments.find(({ body }) => body.includes("sitrep:record"));
    await scene.stop();
    const forged = status?.body.replace('"severity":"SEV-4"', '"severity":"SEV-1"') ?? "";
    expect(forged).not.toBe(status?.body);
    scene.as("ana").editComment(REPO, number, status?.id ?? 0, forged);
    const { read } = await build(scene);
    expect(seen(read(`incidents/${number}.html`))).toContain("its record does not hold any more");
    await scene.start();
  });
});

describe("a site that cannot be built says why, and writes nothing", () => {
  test("of a private repository it wants to be told", async () => {
    const scene = await createScene();
    await scene.incident();
    scene.github.world.setPrivate(REPO, true);
    const refused = await build(scene);
    expect(refused.says).toMatch(/^acme\/hubs is private, .* say so: --private\.$/);
    expect([refused.isBuilt, existsSync(refused.out)]).toEqual([false, false]);
    const { isBuilt, read } = await build(scene, { private: true });
    expect(isBuilt).toBe(true);
    expect(read("index.html")).toContain("Hub is down");
  });

  test("it leaves a folder alone that holds something else, and replaces a site of its own", async () => {
    const scene = await createScene();
    const number = await scene.incident();
    const first = await build(scene);
    writeFileSync(join(first.out, "incidents/99.html"), "an incident that is gone");
    expect((await build(scene)).isBuilt).toBe(true);
    expect(readdirSync(join(first.out, "incidents"))).toEqual([`${number}.html`]);
    rmSync(join(first.out, "incidents.json"));
    const { isBuilt, says } = await build(scene);
    expect({ isBuilt, says }).toEqual({
      isBuilt: false,
      says: `${first.out} is not empty, and holds no site of Sitrep's. Name another folder, or empty it.`,
    });
  });

  test("at the command line, without a word of the token", async () => {
    const scene = await createScene({ running: false });
    const built = await run(scene);
    expect(built.says).toContain("holds the site of acme/hubs: 0 incidents");
    expect([built.code, existsSync(join(built.out, "assets/site.css"))]).toEqual([0, true]);
    rmSync(built.out, { recursive: true });

    const wrong = await run(scene, { GITHUB_TOKEN: "ghs_wrong" });
    expect(wrong.says).toBe("GitHub does not accept the token: it is wrong, or out of date.");
    expect([wrong.code, existsSync(built.out)]).toEqual([1, false]);
    expect(built.says).not.toContain(built.token);
  });

  test("of a repository that the token does not reach", async () => {
    const scene = await createScene({ running: false });
    const { says, out } = await build(scene, { repo: "acme/nosuch" });
    expect(says).toBe(
      "GitHub shows no repository acme/nosuch to this token. It needs to read its issues and its contents.",
    );
    expect(existsSync(out)).toBe(false);
  });
});
