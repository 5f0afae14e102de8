import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { Probot, ProbotOctokit } from "probot";
import { APP_ID, APP_PRIVATE_KEY, WEBHOOK_SECRET } from "../../support/embedded-github.ts";
import { expectLegalTraffic } from "../../support/github-description.ts";
import { REPO, setScene } from "./scene.ts";
import type { Scene } from "./scene.ts";

let scene: Scene;
let probot: Probot;

beforeEach(async () => {
  scene = await setScene();
  probot = new Probot({
    appId: APP_ID,
    privateKey: APP_PRIVATE_KEY,
    secret: WEBHOOK_SECRET,
    logLevel: "fatal",
    baseUrl: `${scene.github.url}/api/v3`,
    Octokit: ProbotOctokit.defaults((options: object) => ({
      ...options,
      retry: { enabled: false },
      throttle: { enabled: false },
    })),
  });
});

afterEach(async () => {
  await scene.github.close();
  expectLegalTraffic(scene.github);
});

test("GitHub's own client finds its way: the app, its installations, pages of issues, GraphQL", async () => {
  const { github, installation, number } = scene;
  for (let n = 0; n < 4; n += 1) github.world.as("ana").openIssue(REPO, { title: `Issue ${n}` });
  const app = await probot.auth();
  expect((await app.rest.apps.getAuthenticated()).data?.slug).toBe("sitrep");
  const octokit = await probot.auth(installation);
  const where = { owner: "acme", repo: "support" };
  const all = await octokit.paginate(octokit.rest.issues.listForRepo, { ...where, per_page: 2 });
  expect(all.map((issue) => issue.number).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  await octokit.rest.issues.createComment({ ...where, issue_number: number, body: "Noted." });
  const path = ".github/sitrep.yml";
  const { data } = await octokit.rest.repos.getContent({ ...where, path });
  expect(data).toMatchObject({ type: "file", encoding: "base64" });
  const { viewer } = await octokit.graphql<{ viewer: { login: string } }>("{ viewer { login } }");
  expect(viewer.login).toBe("sitrep[bot]");
});
