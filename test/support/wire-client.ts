import { ProbotOctokit } from "probot";
import type { Client } from "../../src/integrations/github/client.ts";
import { createClient } from "../../src/integrations/github/create-client.ts";
import { HOST } from "./wire.ts";

/** What a client may have that is not as usual. */
export interface WireClientOptions {
  readonly now?: () => number;
  /** Told when the client gives its token up. */
  readonly forgetToken?: () => void;
  /** By which requests go; default: as they do outside of tests. */
  readonly fetch?: typeof fetch;
}

/** Sitrep's client for the GitHub of {@link HOST}, which tries nothing again. */
export function createWireClient({
  now = () => 0,
  forgetToken = () => undefined,
  ...request
}: WireClientOptions = {}): Client {
  const Octokit = ProbotOctokit.defaults((options: object) => ({
    ...options,
    retry: { enabled: false },
    throttle: { enabled: false },
  }));
  const octokit = new Octokit({ auth: { token: "t" }, baseUrl: `${HOST}/api/v3`, request });
  return createClient({ installation: 1, octokit: async () => octokit, forgetToken, now });
}
