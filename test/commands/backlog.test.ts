import { describe, expect, it } from "@jest/globals";
import type { ProjectPolicy } from "../../src/incident/project.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { aContext, AT, give } from "./cases.ts";

const project: ProjectPolicy = {
  owner: "acme",
  ownedBy: "organization",
  number: 3,
  server: null,
  onAdd: {},
  onEscalate: {},
  phases: {},
};
const policy = { ...POLICY, project };
const WANTED = { kind: "want-backlog" } as const;
const LOGGED = { kind: "log", entry: { kind: "backlog", by: "ana" } } as const;

const closed = { at: after(20), by: "bo", reason: "completed" } as const;
const NO_PROJECT =
  "The policy names no project. Add `project:` to `.github/sitrep.yml`; docs/backlog.md says how.";
const CLOSED = "It is closed. If it is not over, write `/reopen` and why.";

describe("/backlog", () => {
  it.each([
    ["puts it there", {}, "/backlog", [WANTED, LOGGED]],
    ["is silent where the same comment was read", { backlogSince: AT }, "/backlog", []],
    [
      "puts it back, should somebody have taken it out",
      { backlogSince: after(3) },
      "/backlog",
      [WANTED],
    ],
    ["puts it there while it is resolved", { phase: "resolved" }, "/backlog", [WANTED, LOGGED]],
    ["does not when it is closed", { closed }, "/backlog", CLOSED],
    ["takes no name of a project", {}, "/backlog acme/4", "It takes nothing behind it."],
  ] as const)("%s", (_, before, comment, gives) => {
    const context = { ...aContext(anIncident(before)), policy };
    expect(give(comment, context)).toEqual(gives);
  });

  it("says that the policy names no project", () => {
    expect(give("/backlog", aContext(anIncident()))).toBe(NO_PROJECT);
  });

  it("is carried out again where Sitrep did so before, whatever the policy names now", () => {
    const context = aContext(anIncident(), { trusted: true });
    expect(give("/backlog", context)).toEqual([WANTED, LOGGED]);
  });

  it("is for those who may command", () => {
    const context = { ...aContext(anIncident(), { by: "rep" }), policy };
    expect(give("/backlog", context)).toBe("anyone with write access");
  });
});
