import { describe, expect, it, test } from "@jest/globals";
import { RetryLaterError, TerminalError } from "../../../src/incident/errors.ts";
import type { Client } from "../../../src/integrations/github/client.ts";
import { createPatient } from "../../../src/integrations/github/patient.ts";

/** Asks a GitHub that fails so, and then answers; says what came of it and how long was waited, in ms. */
async function ask(failures: readonly unknown[]) {
  const left = [...failures];
  const waited: number[] = [];
  const client = {
    query: () => {
      const failure = left.shift();
      return failure === undefined
        ? Promise.resolve({ data: 1, failures: [] })
        : Promise.reject(failure);
    },
  } as unknown as Client;
  const sleep = (ms: number): Promise<void> => {
    waited.push(ms);
    return Promise.resolve();
  };
  const patient = createPatient(client, { sleep, times: 3, longestMs: 60_000 });
  const came = await patient.query("", {}).then(
    () => "answered",
    (error: Error) => error.message,
  );
  return { came, waited };
}

const down = Object.assign(new Error("down"), { status: 502 });

/** What came of a GitHub that answers with such a failure of a part, and is whole the next time. */
async function askParts(type: string): Promise<readonly string[]> {
  const answers = [{ data: 1, failures: [{ path: ["nodes", 0], type, message: "" }] }];
  const client = {
    query: () => Promise.resolve(answers.shift() ?? { data: 1, failures: [] }),
  } as unknown as Client;
  const patience = { sleep: () => Promise.resolve(), times: 3, longestMs: 60_000 };
  const { failures } = await createPatient(client, patience).query("", {});
  return failures.map((failure) => failure.type);
}

test.each([
  ["NOT_FOUND", ["NOT_FOUND"]],
  ["FORBIDDEN", ["FORBIDDEN"]],
  ["SERVICE_UNAVAILABLE", []],
])("a part that failed as %s is told, or asked for again", async (type, expected) => {
  expect(await askParts(type)).toEqual(expected);
});

describe("a client that waits", () => {
  it.each<[string, readonly unknown[], string, readonly number[]]>([
    ["as long as GitHub asks", [new RetryLaterError("wait", 30_000)], "answered", [30_000]],
    ["longer each time where GitHub is down", [down, down], "answered", [1000, 2000]],
    ["not for ever", [down, down, down], "down", [1000, 2000]],
    ["not for an hour", [new RetryLaterError("wait", 3_600_000)], "wait", []],
    ["not where it is refused", [new TerminalError("gone")], "gone", []],
    ["not where the token is wrong", [Object.assign(new Error("who"), { status: 401 })], "who", []],
    ["not where the answer is strange", [new TypeError("strange")], "strange", []],
  ])("%s", async (_, failures, came, waited) => {
    expect(await ask(failures)).toEqual({ came, waited });
  });
});
