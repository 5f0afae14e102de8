import { ProbotOctokit } from "probot";
import type { Client } from "./client.ts";
import { createClient } from "./create-client.ts";
import { fetchWithTimeout } from "./create-probot.ts";

/** A client with a token that somebody was given, such as a workflow's: for programs that are not the App. It only reads. */
export function createTokenClient(token: string, baseUrl: string, now: () => number): Client {
  const octokit = new ProbotOctokit({
    auth: { token },
    baseUrl,
    retry: { enabled: false },
    throttle: { enabled: false },
    request: { fetch: fetchWithTimeout },
  });
  return createClient({
    installation: 0,
    octokit: () => Promise.resolve(octokit),
    forgetToken: () => {},
    now,
  });
}
