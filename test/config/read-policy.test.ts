import { describe, expect, it } from "@jest/globals";
import { exampleAt, policyFile } from "../../src/config/policy.ts";
import { PRESETS } from "../../src/config/presets.ts";
import { readPolicy } from "../../src/config/read-policy.ts";

const preset = PRESETS["2i2c-2022"];

describe("a repository's policy", () => {
  it.each([null, "", "\n\n", "# nothing yet\n", "---\n", "null\n", "{}", "\uFEFF"])(
    "is the default preset's where the file says nothing (%j)",
    (text) => {
      expect(readPolicy(text)).toEqual({ policy: preset, problems: [] });
    },
  );

  it("takes each field from the file and the rest from the preset that it names", () => {
    const text = [
      "extends: 2i2c-2026",
      "labels: [ Outage, 'type: Hub Incident' ]",
      "severities: [critical, minor]",
      "rights: triage",
    ].join("\n");
    expect(readPolicy(text)).toEqual({
      policy: {
        preset: "2i2c-2026",
        labels: ["Outage", "type: Hub Incident"],
        severities: ["critical", "minor"],
        rights: "triage",
        roles: PRESETS["2i2c-2026"].roles,
      },
      problems: [],
    });
  });

  it("reads Windows line ends and a byte order mark", () => {
    const { policy, problems } = readPolicy("\uFEFFlabels:\r\n  - outage\r\nrights: triage\r\n");
    expect(problems).toEqual([]);
    expect(policy).toMatchObject({ labels: ["outage"], rights: "triage" });
  });

  it("trims blanks around words", () => {
    expect(readPolicy("labels: [' outage ']").policy.labels).toEqual(["outage"]);
  });

  it.each(Object.keys(policyFile.shape))("is written as the example of %s shows", (field) => {
    const example = exampleAt([field]);
    expect(example).toMatch(new RegExp(`^${field}: `));
    expect(readPolicy(example).problems).toEqual([]);
  });
});

describe("the roles' names in a policy", () => {
  it("keep their old ones as aliases when they get another", () => {
    const { policy } = readPolicy("roles: { commander: { title: Boss, aliases: [Chief, boss] } }");
    expect(policy.roles.commander).toEqual({
      title: "Boss",
      aliases: ["Chief", "Incident Commander", ...preset.roles.commander.aliases],
    });
    expect(policy.roles.liaison).toEqual(preset.roles.liaison);
  });

  it("take an alias away from the role that had it in the preset", () => {
    const { policy, problems } = readPolicy("roles: { liaison: { title: Incident Lead } }");
    expect(problems).toEqual([]);
    expect(policy.roles.liaison.title).toBe("Incident Lead");
    expect(policy.roles.commander.aliases).not.toContain("Incident Lead");
  });

  it("may be exchanged between two roles", () => {
    const text =
      "roles: { commander: { title: External Liaison }, liaison: { title: Incident Commander } }";
    const { policy, problems } = readPolicy(text);
    expect(problems).toEqual([]);
    expect(policy.roles.commander.title).toBe("External Liaison");
    expect(policy.roles.liaison.title).toBe("Incident Commander");
    expect(policy.roles.liaison.aliases).not.toContain("External Liaison");
  });
});

describe("a preset", () => {
  it.each(Object.entries(PRESETS))("%s is what a file naming it alone gives", (name, policy) => {
    expect(readPolicy(`extends: ${name}`)).toEqual({ policy, problems: [] });
    expect(policy.preset).toBe(name);
  });

  it.each(Object.entries(PRESETS))("%s could itself be written in a file", (name, policy) => {
    const { preset: _name, ...fields } = policy;
    const text = JSON.stringify({ extends: name, ...fields });
    expect(readPolicy(text)).toEqual({ policy, problems: [] });
  });
});
