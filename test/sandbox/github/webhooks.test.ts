import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { verify } from "@octokit/webhooks-methods";
import type { EmbeddedGitHub } from "../../../src/sandbox/github/index.ts";
import { clientOf, startEmbeddedGitHub, WEBHOOK_SECRET } from "../../support/embedded-github.ts";
import { expectLegalTraffic } from "../../support/github-description.ts";
import { startReceiver } from "./receiver.ts";
import type { Received, Receiver } from "./receiver.ts";

const REPO = "acme/support";

let github: EmbeddedGitHub;
let installation: number;
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
  github = await startEmbeddedGitHub({ webhookUrl: receiver.url });
  const { world } = github;
  for (const login of ["ana", "bo", "visitor"]) world.addUser({ login });
  world.addRepository({ owner: "acme", name: "support", labels: ["incident"] });
  world.setPermission(REPO, "ana", "admin");
  world.setPermission(REPO, "bo", "write");
  installation = world.installApp("acme", ["support"]);
  await github.idle();
  receiver.received.length = 0;
});

afterEach(async () => {
  await github.idle();
  await github.close();
  await receiver.close();
  expectLegalTraffic(github);
});

const names = () => github.deliveries.all.slice(1).map(({ event, action }) => `${event}.${action}`);

test("a delivery is signed with the secret, as GitHub signs it", async () => {
  github.world.as("ana").openIssue(REPO, { title: "Hub down" });
  await github.idle();
  const [{ headers, text }] = receiver.received as [Received];
  const signature = headers["x-hub-signature-256"] ?? "";
  expect(await verify(WEBHOOK_SECRET, text, signature)).toBe(true);
  expect(headers).toMatchObject({
    "x-github-event": "issues",
    "x-github-delivery": github.deliveries.all.at(-1)?.id,
    "x-github-hook-installation-target-id": "7",
    "user-agent": expect.stringMatching(/^GitHub-Hookshot\//),
    "content-type": "application/json",
  });
});

test("every act sends the delivery that GitHub sends, and no more", async () => {
  const { world } = github;
  const ana = world.as("ana");
  const number = ana.openIssue(REPO, { title: "Hub down", body: "Help", labels: ["incident"] });
  const id = ana.comment(REPO, number, "Hello");
  ana.editComment(REPO, number, id, "Hello again");
  ana.editComment(REPO, number, id, "Hello again");
  ana.pinComment(REPO, number, id);
  ana.unpinComment(REPO, number, id);
  ana.minimizeComment(REPO, number, id, "outdated");
  ana.react(REPO, number, "eyes");
  ana.deleteComment(REPO, number, id);
  ana.editBody(REPO, number, "More");
  ana.editBody(REPO, number, "More");
  ana.editTitle(REPO, number, "The hub is down");
  ana.removeLabel(REPO, number, "incident");
  ana.assign(REPO, number, "bo");
  ana.unassign(REPO, number, "bo");
  ana.lock(REPO, number);
  ana.unlock(REPO, number);
  ana.close(REPO, number, "not_planned");
  ana.reopen(REPO, number);
  ana.deleteIssue(REPO, number);
  await github.idle();
  expect(names()).toEqual([
    "issues.opened",
    "issues.labeled",
    "issue_comment.created",
    "issue_comment.edited",
    "issue_comment.pinned",
    "issue_comment.unpinned",
    "issue_comment.deleted",
    "issues.edited",
    "issues.edited",
    "issues.unlabeled",
    "issues.assigned",
    "issues.unassigned",
    "issues.locked",
    "issues.unlocked",
    "issues.closed",
    "issues.reopened",
    "issues.deleted",
  ]);
  expect(github.deliveries.all.every((each) => each.status === 202)).toBe(true);
});

test("an edit says what the text was before", async () => {
  const number = github.world.as("ana").openIssue(REPO, { title: "Hub down", body: "Help" });
  github.world.as("bo").editBody(REPO, number, "Help!");
  await github.idle();
  expect(github.deliveries.all.at(-1)?.payload).toMatchObject({
    action: "edited",
    changes: { body: { from: "Help" } },
    issue: { body: "Help!" },
    sender: { login: "bo", type: "User" },
    installation: { id: installation },
  });
});

test("the app's own acts come back to it, from its bot", async () => {
  const number = github.world.as("ana").openIssue(REPO, { title: "Hub down" });
  const client = await clientOf(github, installation);
  await client.rest("POST", `/repos/${REPO}/issues/${number}/comments`, { body: "Noted." });
  await github.idle();
  expect(receiver.received.at(-1)?.body["sender"]).toMatchObject({
    login: "sitrep[bot]",
    type: "Bot",
  });
});

test("installing, suspending and changing the repositories is told to the app", async () => {
  const { world } = github;
  world.addRepository({ owner: "acme", name: "other" });
  world.setCovered(installation, "acme/other", true);
  world.setCovered(installation, "acme/other", false);
  world.suspend(installation);
  world.unsuspend(installation);
  world.uninstall(installation);
  world.ping();
  await github.idle();
  expect(names()).toEqual([
    "installation_repositories.added",
    "installation_repositories.removed",
    "installation.suspend",
    "installation.unsuspend",
    "installation.deleted",
    "ping.null",
  ]);
});

test("a suspended installation, another owner's repository and an event nobody asked for send nothing", async () => {
  const { world } = github;
  world.addRepository({ owner: "other", name: "support" });
  world.as("ana").openIssue("other/support", { title: "Not here" });
  world.setPrivate(REPO, true);
  world.suspend(installation);
  world.as("ana").openIssue(REPO, { title: "Hub down" });
  await github.idle();
  expect(names()).toEqual(["installation.suspend"]);
});

test("pushes and new labels are sent to an app that asks for them", async () => {
  const app = { events: ["push", "label", "issues"] } as never;
  const other = await startEmbeddedGitHub({ app });
  other.world.addUser({ login: "ana" });
  other.world.addRepository({ owner: "acme", name: "support" });
  other.world.setPermission(REPO, "ana", "write");
  other.world.installApp("acme", ["support"]);
  other.world.setFile(REPO, ".github/sitrep.yml", "labels: [outage]\n");
  other.world.as("ana").openIssue(REPO, { title: "Hub down", labels: ["outage"] });
  expect(other.deliveries.all.map(({ event }) => event)).toEqual([
    "installation",
    "push",
    "label",
    "issues",
    "issues",
  ]);
  expectLegalTraffic(other);
  await other.close();
});

test("a refused delivery is logged and not sent again", async () => {
  receiver.status = 500;
  github.world.as("ana").openIssue(REPO, { title: "Hub down" });
  await github.idle();
  expect(receiver.received).toHaveLength(1);
  expect(github.deliveries.all.at(-1)).toMatchObject({ status: 500, attempts: 1 });
});

test("a delivery to nobody is logged with its problem", async () => {
  github.setWebhookUrl("http://127.0.0.1:1/");
  github.world.as("ana").openIssue(REPO, { title: "Hub down" });
  await github.idle();
  expect(github.deliveries.all.at(-1)).toMatchObject({ status: null, problem: "not reachable" });
});

test("whoever subscribes is told of changes, once for many", async () => {
  let told = 0;
  const stop = github.subscribe(() => {
    told += 1;
  });
  const before = github.snapshot();
  github.setWebhookUrl(null);
  const number = github.world.as("ana").openIssue(REPO, { title: "Hub down" });
  github.world.as("ana").react(REPO, number, "heart");
  await new Promise((resolve) => {
    setTimeout(resolve, 10);
  });
  expect(github.snapshot()).toBeGreaterThan(before);
  expect(told).toBeGreaterThanOrEqual(1);
  expect(told).toBeLessThanOrEqual(2);
  stop();
});
