import { expect, test } from "@jest/globals";
import { PRESETS } from "../../../src/config/index.ts";
import type { Answer, Client } from "../../../src/integrations/github/client.ts";
import {
  choosePolicyFile,
  createPolicyFiles,
} from "../../../src/integrations/github/policy-files.ts";

const OWN = { owner: "acme", repo: "hubs" };
const aFile = (text: string) => ({ ...OWN, oid: `oid of ${text}`, text });
const BROKEN = aFile("rights: all");
const GOOD = "rights: triage";

const history = (...texts: (string | null)[]): Partial<Answer> => ({
  data: {
    repository: {
      head: {
        history: {
          nodes: texts.map((text) => ({ file: text === null ? null : { object: { text } } })),
        },
      },
    },
  },
});
const failing = (type: string): Partial<Answer> => ({
  data: { repository: null },
  failures: [{ type, path: ["repository"], message: "x" }],
});

/** A client that answers every query so, and counts them. */
function aClient(answer: Partial<Answer>) {
  const asked = { count: 0 };
  const query = async (): Promise<Answer> => {
    asked.count += 1;
    return { data: null, failures: [], ...answer };
  };
  return { asked, client: { installation: 1, query } as unknown as Client };
}

test("a file that is right serves, and no file is the preset, without a request", async () => {
  const { asked, client } = aClient({});
  const files = createPolicyFiles();
  expect(await files.serve(client, aFile(GOOD))).toMatchObject({ policy: { rights: "triage" } });
  const none = { policy: PRESETS["2i2c-2022"], text: null, trouble: null };
  expect(await files.serve(client, null)).toEqual(none);
  expect(asked.count).toBe(0);
});

test("for a broken file its newest right version serves, asked for once", async () => {
  const { asked, client } = aClient(history(BROKEN.text, "labels: 7", GOOD, "rights: write"));
  const files = createPolicyFiles();
  for (let times = 0; times < 2; times++) {
    expect(await files.serve(client, BROKEN)).toMatchObject({
      policy: { rights: "triage" },
      text: GOOD,
      trouble: { repository: "acme/hubs", version: BROKEN.oid, serves: "earlier" },
    });
  }
  expect(asked.count).toBe(1);
});

test("broken in the same way once more, it has another last right version", async () => {
  const files = createPolicyFiles();
  await files.serve(aClient(history(BROKEN.text, GOOD)).client, BROKEN);
  await files.serve(aClient({}).client, aFile("closeGate: warn"));
  const { client } = aClient(history(BROKEN.text, "closeGate: warn", BROKEN.text, GOOD));
  expect(await files.serve(client, BROKEN)).toMatchObject({ text: "closeGate: warn" });
});

test.each([
  ["there is no right version", history(BROKEN.text, "labels: 7")],
  ["the file was away since", history(BROKEN.text, null, GOOD)],
  ["the App may not see its versions", failing("FORBIDDEN")],
])("when %s, the preset serves", async (_, answer) => {
  expect(await createPolicyFiles().serve(aClient(answer).client, BROKEN)).toMatchObject({
    policy: { rights: "write" },
    text: null,
    trouble: { serves: "preset" },
  });
});

test("nothing is decided on versions that could not be read", async () => {
  const { client } = aClient(failing("INTERNAL"));
  await expect(createPolicyFiles().serve(client, BROKEN)).rejects.toMatchObject({
    name: "RetryLaterError",
  });
});

test("the repository's own file goes before its owner's", () => {
  const own = { oid: "1", text: "a" };
  const owners = { oid: "2", text: "b" };
  expect(choosePolicyFile(OWN, own, owners)).toEqual({ ...OWN, ...own });
  expect(choosePolicyFile(OWN, null, owners)).toEqual({
    owner: "acme",
    repo: ".github",
    ...owners,
  });
  expect(choosePolicyFile(OWN, null, null)).toBeNull();
});
