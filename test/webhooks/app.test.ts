import { generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { Probot } from "probot";
import type { IncidentKey } from "../../src/incident/key.ts";
import { createApp } from "../../src/webhooks/app.ts";
import type { PolicyProposal } from "../../src/webhooks/policy-proposal.ts";
import type { PolicyPush } from "../../src/webhooks/policy-push.ts";
import { createProbotReceiver } from "../../src/webhooks/probot-receiver.ts";
import { delivery, path, secret, type ServerHarness, startServer } from "./harness.ts";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});

let harness: ServerHarness;
let keys: IncidentKey[];
let pushes: PolicyPush[];
let proposals: PolicyProposal[];
let errors: { error: unknown; id: string }[];
let enqueue: (key: IncidentKey) => Promise<void>;

beforeEach(async () => {
  keys = [];
  pushes = [];
  proposals = [];
  errors = [];
  enqueue = async (key) => void keys.push(key);
  const probot = new Probot({ appId: 1, privateKey, secret, logLevel: "fatal" });
  await probot.load(
    createApp({
      enqueue: (key) => enqueue(key),
      known: {
        botLogin: "sitrep[bot]",
        isIncidentLabel: (_owner, _repo, name) => name === "incident",
        isIncident: () => false,
      },
      pushed: async (push) => void pushes.push(push),
      proposed: async (proposal) => void proposals.push(proposal),
      onError: (error, id) => void errors.push({ error, id }),
    }),
  );
  harness = await startServer(await createProbotReceiver(probot));
});
afterEach(() => harness.server.close());

const about = (label: string, action: string): string =>
  JSON.stringify({
    action,
    sender: { login: "ana" },
    installation: { id: 42 },
    repository: { name: "web", owner: { login: "acme" }, full_name: "acme/web" },
    issue: { number: 7, body: null, labels: [{ name: label }] },
  });

async function deliver(event: string, body: string): Promise<number> {
  const init = await delivery(body, { "x-github-event": event });
  const { status } = await harness.request(path, init);
  await harness.server.close();
  return status;
}

describe("Sitrep as a Probot app", () => {
  it.each(["opened", "labeled", "edited", "transferred", "deleted", "some_day_new"])(
    "puts the key of an incident on the queue when it is %s",
    async (action) => {
      expect(await deliver("issues", about("incident", action))).toBe(202);
      expect(keys).toEqual([{ installation: 42, owner: "acme", repo: "web", number: 7 }]);
    },
  );

  it("puts the key of a commented incident on the queue", async () => {
    await deliver("issue_comment", about("incident", "created"));
    expect(keys).toHaveLength(1);
  });

  it("puts nothing on the queue for another issue or event", async () => {
    expect(await deliver("issues", about("bug", "opened"))).toBe(202);
    expect(keys).toEqual([]);
  });

  it("tells of a pull request from a copy of the repository", async () => {
    const head = { ref: "topic", sha: "c0ffee", repo: { id: 8 } };
    const body = JSON.stringify({
      action: "synchronize",
      installation: { id: 42 },
      repository: { id: 7, name: "web", owner: { login: "acme" } },
      pull_request: { number: 12, state: "open", head },
    });
    expect(await deliver("pull_request", body)).toBe(202);
    expect(proposals).toEqual([
      { installation: 42, owner: "acme", repo: "web", number: 12, commit: "c0ffee" },
    ]);
    expect([keys, errors]).toEqual([[], []]);
  });

  it("accepts events that it does not know", async () => {
    expect(await deliver("some_event_of_the_future", about("incident", "opened"))).toBe(202);
    expect([keys, errors, harness.errors]).toEqual([[], [], []]);
  });

  it("is held to the secret of the Probot", async () => {
    const body = about("incident", "opened");
    const wrong = { "x-hub-signature-256": `sha256=${"0".repeat(64)}` };
    expect((await harness.request(path, await delivery(body, wrong))).status).toBe(401);
    expect(keys).toEqual([]);
  });

  it("tells which delivery could not be queued, and acknowledges it all the same", async () => {
    const error = new Error("the queue is away");
    enqueue = () => Promise.reject(error);
    expect(await deliver("issues", about("incident", "opened"))).toBe(202);
    expect(errors).toEqual([{ error, id: "00000000-0000-4000-8000-000000000001" }]);
    expect(harness.errors).toEqual([]);
  });
});
