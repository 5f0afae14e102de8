import { describe, expect, it } from "@jest/globals";
import { comparePolicies, readPolicy } from "../../src/config/index.ts";

const NOTHING = { onAdd: {}, onEscalate: {}, phases: {} };
const AT_GITHUB = {
  owner: "acme",
  ownedBy: "organization",
  number: 3,
  server: "https://github.com",
} as const;

const of = (text: string) => readPolicy(text).policy;

describe("the backlog of a policy", () => {
  it.each<readonly [string, object]>([
    ["url: https://github.com/orgs/acme/projects/3", AT_GITHUB],
    ["url: https://github.com/orgs/acme/projects/3/", AT_GITHUB],
    ["url: https://github.com/orgs/acme/projects/3/views/12?layout=board#top", AT_GITHUB],
    [
      "url: https://github.com/users/ana/projects/12",
      { ...AT_GITHUB, owner: "ana", ownedBy: "user", number: 12 },
    ],
    [
      "url: http://ghe.acme.example:8080/orgs/acme/projects/3",
      { ...AT_GITHUB, server: "http://ghe.acme.example:8080" },
    ],
    ['owner: "@acme", number: 3', { ...AT_GITHUB, ownedBy: null, server: null }],
  ])("is the project of { %s }", (text, place) => {
    const { policy, problems } = readPolicy(`project: { ${text} }`);
    expect(problems).toEqual([]);
    expect(policy.project).toEqual({ ...place, ...NOTHING });
  });

  it("has fields for adding, for escalating, and for each phase", () => {
    const { policy, problems } = readPolicy(`project:
  owner: acme
  number: 3
  onAdd: { Kind: Incident, Sprint: current }
  onEscalate: { Status: Needs help, Points: 2.5 }
  phases: { investigating: { a: 1 }, mitigated: { b: 2 }, resolved: { c: today }, closed: { d: x } }
`);
    expect(problems).toEqual([]);
    expect(policy.project).toMatchObject({
      onAdd: { Kind: "Incident", Sprint: "current" },
      onEscalate: { Status: "Needs help", Points: 2.5 },
      phases: {
        investigating: { a: 1 },
        mitigated: { b: 2 },
        resolved: { c: "today" },
        closed: { d: "x" },
      },
    });
  });

  it.each(["2i2c-2022", "2i2c-2026"])("is off in %s", (preset) => {
    expect(readPolicy(`extends: ${preset}`).policy.project).toBeNull();
  });

  const long = "x".repeat(51);
  const many = Array.from({ length: 7 }, (_, index) => `f${index}: 1`).join(", ");
  it.each<readonly [string, string]>([
    ["{}", "It does not say which project. Give its `url`, or its `owner` and its `number`."],
    [
      "{ owner: acme }",
      "It does not say which project. Give its `url`, or its `owner` and its `number`.",
    ],
    [
      "{ number: 3 }",
      "It does not say which project. Give its `url`, or its `owner` and its `number`.",
    ],
    [
      "{ url: https://github.com/orgs/acme/projects/3, number: 3 }",
      "It has a `url`, which says all, and `owner` or `number` too. Keep the `url` alone.",
    ],
    [
      "{ url: https://github.com/acme/hubs }",
      "That is not the address of a project. Write it like `https://github.com/orgs/acme/projects/3`.",
    ],
    ["{ url: https://github.com/orgs/acme/projects/0 }", "That is not the address of a project."],
    ["{ url: ftp://github.com/orgs/acme/projects/3 }", "That is not the address of a project."],
    ["{ url: https://github.com/orgs/-x-/projects/3 }", "That is not the address of a project."],
    ["{ owner: a b, number: 3 }", "That is not a login."],
    ["{ owner: acme, number: 0 }", "“project.number” must be at least 1."],
    ["{ owner: acme, number: 3, onAdd: { a: } }", "must be a text or a number, but has no value."],
    ["{ owner: acme, number: 3, onAdd: { a: [b] } }", "must be a text or a number, but is a list."],
    ["{ owner: acme, number: 3, onAdd: { a: 1, A: 2 } }", "It names a field twice."],
    [
      `{ owner: acme, number: 3, onAdd: { ${long}: 1 } }`,
      "The name of a field has 1 to 50 characters.",
    ],
    [`{ owner: acme, number: 3, onAdd: { ${many} } }`, "It names more than 6 fields."],
    [
      "{ owner: acme, number: 3, phases: { fixed: { a: b } } }",
      "“fixed” is no field of project.phases.",
    ],
  ])("is not %s", (text, says) => {
    const { policy, problems } = readPolicy(`project: ${text}`);
    expect(problems.map(({ what, mend }) => `${what} ${mend}`).join()).toContain(says);
    expect(policy.project).toBeNull();
  });

  it("is compared by the project's name and what is set there", () => {
    const url = "project: { url: https://github.com/orgs/acme/projects/3 }";
    expect(comparePolicies(of(""), of(url))).toEqual([
      { field: "project", from: "none", to: "acme/3" },
    ]);
    expect(comparePolicies(of(url), of("project: { owner: acme, number: 3 }"))).toEqual([]);
    expect(
      comparePolicies(
        of("project: { owner: acme, number: 3, phases: { resolved: { Status: Done } } }"),
        of("project: { owner: acme, number: 4, phases: { resolved: { Status: Ready } } }"),
      ),
    ).toEqual([
      { field: "project", from: "acme/3", to: "acme/4" },
      { field: "project.phases.resolved.Status", from: "Done", to: "Ready" },
    ]);
  });
});
