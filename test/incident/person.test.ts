import { describe, expect, it } from "@jest/globals";
import { isSameLogin } from "../../src/incident/actor.ts";
import { mayCommand, personOf, type RepositoryRole } from "../../src/incident/person.ts";
import { POLICY } from "../support/incident.ts";

const person = (role: RepositoryRole) => ({ login: "Ana", nodeId: "U_ana", role });

describe("who may command", () => {
  it.each([
    ["none", false, false],
    ["read", false, false],
    ["triage", true, false],
    ["write", true, true],
    ["maintain", true, true],
    ["admin", true, true],
  ] as const)("somebody with %s: by triage %s, by write %s", (role, byTriage, byWrite) => {
    expect(mayCommand(person(role), { ...POLICY, rights: "triage" })).toBe(byTriage);
    expect(mayCommand(person(role), { ...POLICY, rights: "write" })).toBe(byWrite);
  });

  it("not somebody who is no account, or was not asked for", () => {
    expect(mayCommand(null, POLICY)).toBe(false);
    expect(mayCommand(undefined, POLICY)).toBe(false);
  });
});

describe("an account among the answers", () => {
  const people = new Map([
    ["ana", person("write")],
    ["ghost", null],
  ]);

  it("is found in any spelling, and is null where there is none", () => {
    expect(personOf(people, "ANA")).toEqual(person("write"));
    expect(personOf(people, "ghost")).toBeNull();
  });

  it("that was not asked for is no guess but a fault", () => {
    expect(() => personOf(people, "Bo")).toThrow("the rights of Bo were not read");
  });
});

describe("two logins", () => {
  it.each([
    ["ana", "ANA", true],
    ["ana", "anna", false],
    [null, "ana", false],
    ["ana", null, false],
    [null, null, false],
  ])("%j and %j: the same is %s", (one, other, isSame) => {
    expect(isSameLogin(one, other)).toBe(isSame);
  });
});
