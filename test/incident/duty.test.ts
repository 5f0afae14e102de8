import { describe, expect, it } from "@jest/globals";
import { isAsked, NOBODY, onDuty, type Duty } from "../../src/incident/duty.ts";
import { InternalError, RetryLaterError, TerminalError } from "../../src/incident/errors.ts";
import { findOnDuty } from "../../src/incident/on-duty.ts";
import type { People, RepositoryRole } from "../../src/incident/person.ts";
import { projectName } from "../../src/incident/project.ts";
import { after, POLICY } from "../support/incident.ts";

const AT = after(0);
const asked = (kind: "team" | "group", members: readonly string[] | null, more = {}): Duty =>
  ({
    kind,
    name: "acme/stewards",
    team: "acme/stewards",
    pick: "first",
    fallback: null,
    members,
    ...more,
  }) as Duty;

describe("a duty", () => {
  it.each<readonly [string, Duty, readonly string[]]>([
    ["of nobody", NOBODY, []],
    ["of a login", { kind: "login", login: "bo", fallback: null }, ["bo"]],
    ["of a login, or another", { kind: "login", login: "bo", fallback: "ana" }, ["bo", "ana"]],
    ["of a login, once", { kind: "login", login: "bo", fallback: "BO" }, ["bo"]],
    ["of a team", asked("team", ["cy", "bo"]), ["cy"]],
    ["of a group", asked("group", ["cy", "bo"]), ["cy"]],
    ["of the only one of a group", asked("group", ["cy"], { pick: "only" }), ["cy"]],
    ["of no only one", asked("group", ["cy", "bo"], { pick: "only", fallback: "ana" }), ["ana"]],
    ["of an empty team", asked("team", []), []],
    ["of a team that was not read", asked("team", null, { fallback: "ana" }), ["ana"]],
  ])("%s", (_, duty, logins) => {
    expect(onDuty(duty, AT)).toEqual(logins);
  });

  it("has to be asked for where a team or a group has it", () => {
    expect([asked("team", null), asked("group", null)].map(isAsked)).toEqual([true, true]);
    const login: Duty = { kind: "login", login: "bo", fallback: null };
    expect([NOBODY, login].map(isAsked)).toEqual([false, false]);
  });
});

const person = (login: string, role: RepositoryRole) => ({ login, nodeId: null, role });
const PEOPLE: People = new Map([
  ["ana", person("Ana", "write")],
  ["cleo", person("Cleo", "read")],
  ["ghost", null],
]);
const found = (login: string, fallback: string | null) => {
  const { who, passedOver } = findOnDuty({ kind: "login", login, fallback }, AT, PEOPLE, POLICY);
  return [who?.login ?? null, passedOver];
};

describe("whom a duty falls to", () => {
  it.each<readonly [string, string | null, string | null, readonly string[]]>([
    ["ana", null, "Ana", []],
    ["ana", "cleo", "Ana", []],
    ["CLEO", "ana", "Ana", ["Cleo"]],
    ["ghost", "ana", "Ana", ["ghost"]],
    ["cleo", "ghost", null, ["Cleo", "ghost"]],
    ["cleo", null, null, ["Cleo"]],
  ])("of %s and %s is %s, not %j", (login, fallback, who, passedOver) => {
    expect(found(login, fallback)).toEqual([who, passedOver]);
  });

  it("is not guessed at where their rights were not read", () => {
    expect(() => found("bo", null)).toThrow("the rights of bo were not read");
    expect(findOnDuty(NOBODY, AT, PEOPLE, POLICY)).toEqual({ who: null, passedOver: [] });
  });
});

describe("names for people and for the log", () => {
  it("are those of a project", () => {
    expect(
      projectName({
        owner: "acme",
        number: 3,
        ownedBy: "organization",
        server: "https://github.com",
      }),
    ).toBe("acme/3");
  });

  it("are those of the kinds of error", () => {
    const errors = [new RetryLaterError("a", 1), new TerminalError("b"), new InternalError("c")];
    expect(errors.map(String)).toEqual([
      "RetryLaterError: a",
      "TerminalError: b",
      "InternalError: c",
    ]);
    expect(new RetryLaterError("a", 7).retryAfterMs).toBe(7);
  });
});
