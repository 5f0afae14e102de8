import type { EmbeddedGitHub } from "../../../src/sandbox/github/index.ts";
import { clientOf, startEmbeddedGitHub } from "../../support/embedded-github.ts";
import type { Client } from "../../support/embedded-github.ts";

/** The repository of the scene. */
export const REPO = "acme/support";

/** An embedded GitHub with a public repository, people of every kind, one open issue, and the app installed. */
export interface Scene {
  readonly github: EmbeddedGitHub;
  readonly client: Client;
  readonly installation: number;
  /** The open issue's number. */
  readonly number: number;
  /** Winds the clock forward. */
  readonly later: (minutes: number) => void;
  readonly issue: () => ReturnType<EmbeddedGitHub["world"]["issue"]>;
}

/** Sets the scene. `ana` may administer, `bo` write, `tri` triage, `visitor` only what everybody may. */
export async function setScene(permissions?: Readonly<Record<string, "read">>): Promise<Scene> {
  let clock = Date.parse("2026-03-06T14:00:00Z");
  const github = await startEmbeddedGitHub({ now: () => new Date(clock) });
  const { world } = github;
  for (const login of ["ana", "bo", "tri", "visitor"]) world.addUser({ login });
  world.addRepository({
    owner: "acme",
    name: "support",
    labels: ["incident", { name: "SEV-1", color: "b60205" }],
    files: { ".github/sitrep.yml": "preset: 2i2c-2022\n" },
  });
  world.setPermission(REPO, "ana", "admin");
  world.setPermission(REPO, "bo", "write");
  world.setPermission(REPO, "tri", "triage");
  const number = world.as("visitor").openIssue(REPO, { title: "Hub down", body: "Help" });
  const options = permissions === undefined ? {} : { permissions };
  const installation = world.installApp("acme", ["support"], options);
  const client = await clientOf(github, installation);
  const later = (minutes: number): void => {
    clock += minutes * 60_000;
  };
  const issue = () => world.issue(REPO, number);
  return { github, client, installation, number, later, issue };
}
