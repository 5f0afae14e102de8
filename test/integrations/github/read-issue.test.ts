import { expect, test } from "@jest/globals";
import type { IncidentKey } from "../../../src/incident/key.ts";
import type { Answer, Client } from "../../../src/integrations/github/client.ts";
import { readIssue } from "../../../src/integrations/github/read-snapshot.ts";
import { createRecordText } from "../../../src/integrations/github/record-text.ts";

const KEY: IncidentKey = { installation: 1, owner: "acme", repo: "hubs", number: 7 };

/** What the look is told when GitHub answers the read so. */
async function reading(answer: Partial<Answer>): Promise<unknown> {
  const client = {
    installation: 1,
    query: async () => ({ data: null, failures: [], ...answer }),
  } as unknown as Client;
  return readIssue(client, KEY, null, createRecordText("secret")).catch((error: unknown) => error);
}

const failing = (type: string, path: readonly (string | number)[]) => ({
  failures: [{ type, path, message: "x" }],
});

test.each([
  ["the issue is deleted or moved away", failing("NOT_FOUND", ["repository", "issue"])],
  ["the repository is out of reach", failing("NOT_FOUND", ["repository"])],
  ["issues may not be read any more", failing("FORBIDDEN", ["repository", "issue"])],
])("when %s, it is left alone, and the log says what to do", async (_, answer) => {
  const error = await reading(answer);
  expect(error).toMatchObject({
    name: "TerminalError",
    message: expect.stringMatching(
      /^acme\/hubs#7 is not there for Sitrep\. .* an owner has to give the App access\.$/,
    ),
  });
});

test("when anything else could not be read, nothing is decided on it, and it is tried again", async () => {
  const error = await reading(failing("SOMETHING", ["repository", "issue", "timelineItems"]));
  expect(error).toMatchObject({ name: "RetryLaterError" });
});

test("a policy that could not be read is not taken for none; one out of reach is", async () => {
  for (const path of [["repository", "policy"], ["owners"], ["owners", "policy"]]) {
    expect(await reading(failing("SOMETHING", path))).toMatchObject({ name: "RetryLaterError" });
    // It goes on to the data, of which there is none here.
    expect(await reading(failing("FORBIDDEN", path))).toMatchObject({ name: "TypeError" });
  }
});
