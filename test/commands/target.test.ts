import { describe, expect, it } from "@jest/globals";
import { isPerson, parseTarget, toHolder } from "../../src/commands/target.ts";
import { anIncident } from "../support/incident.ts";
import { aContext } from "./cases.ts";

describe("whom a command names", () => {
  it.each([
    ["@ana", "ana", ""],
    ["ana", "ana", ""],
    ["  @ana  ", "ana", ""],
    ["@ana storage", "ana", "storage"],
    ["@ana   storage and more ", "ana", "storage and more"],
    ["@ana, please", "ana", "please"],
    ["@ana: go", "ana", "go"],
    ["@Ana-Sre-2", "Ana-Sre-2", ""],
    ["42", "42", ""],
    ["@ana_acme", "ana_acme", ""],
    [`@a${"b".repeat(38)}`, `a${"b".repeat(38)}`, ""],
    ["@meg", "meg", ""],
  ])("%j names %j, and says %j", (line, login, rest) => {
    expect(parseTarget(line)).toEqual({ kind: "value", value: { login, rest }, logins: [login] });
  });

  it.each(["me", "@me", "ME,", " me "])(
    "%j is the author, whom nobody needs to look up",
    (line) => {
      expect(parseTarget(line)).toEqual({ kind: "value", value: { login: "me", rest: "" } });
    },
  );

  it.each([
    ["", "It does not say whom."],
    ["   ", "It does not say whom."],
    ["@acme/sre", "That is a team; a role is held by one person."],
    ["acme/sre", "That is a team; a role is held by one person."],
    ["@ac-me/sre @ana", "That is a team; a role is held by one person."],
    ["-ana", "That does not read as a GitHub login."],
    ["@ana- now", "That does not read as a GitHub login."],
    ["ana--sre", "That does not read as a GitHub login."],
    ["@", "That does not read as a GitHub login."],
    ["!@ana", "That does not read as a GitHub login."],
    ["(@ana", "That does not read as a GitHub login."],
    ["((@ana) @bo", "That does not read as a GitHub login."],
    [". ana", "That does not read as a GitHub login."],
    ["ana! now", "That does not read as a GitHub login."],
    ["ana_-x", "That does not read as a GitHub login."],
    ["ana_", "That does not read as a GitHub login."],
    ["ana.sre", "That does not read as a GitHub login."],
    [`a${"b".repeat(39)}`, "That does not read as a GitHub login."],
  ])("%j names nobody: %s", (line, problem) => {
    expect(parseTarget(line)).toEqual({ kind: "problem", problem });
  });
});

describe("who may hold a role", () => {
  const context = aContext(anIncident(), { by: "bo" });
  const holder = (login: string, trusted = false) =>
    toHolder({ login, rest: "" }, { ...context, trusted });

  it("is the author themselves, by `me` and by name", () => {
    expect(holder("me")).toBe(context.actor);
    expect(holder("BO")).toBe(context.actor);
  });

  it("is somebody with rights", () => {
    expect(holder("CY")).toEqual({ login: "Cy", nodeId: "U_Cy", role: "write" });
  });

  it.each(["ghost", "never-asked"])("is not %s, who is no account", (login) => {
    const result = holder(login);
    expect(isPerson(result)).toBe(false);
    expect(result).toMatchObject({
      problem: `There is no GitHub account named ${login}. Is it spelled right?`,
    });
  });

  it("is whoever a receipt says it was, even if the account is gone since", () => {
    expect(holder("ghost", true)).toEqual({ login: "ghost", nodeId: null, role: "none" });
    expect(holder("never-asked", true)).toEqual({
      login: "never-asked",
      nodeId: null,
      role: "none",
    });
  });
});
