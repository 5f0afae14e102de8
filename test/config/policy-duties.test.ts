import { describe, expect, it } from "@jest/globals";
import { readPolicy } from "../../src/config/read-policy.ts";

const told = (text: string): readonly string[] =>
  readPolicy(text).problems.map(
    ({ line, column, what, mend }) => `${line}:${column} ${what} ${mend}`,
  );

const ROTATION = [
  "steward:",
  "  rotation:",
  "    people: [ana, '@Bo']",
  "    length: 2 weeks",
  "    since: 2026-11-02 09:00",
  "    zone: Europe/Berlin",
  "    overrides:",
  "      - { from: 2026-12-24, to: 2027-01-02, who: sam }",
  "  fallback: pm",
];

/** The lines with one of them replaced. */
const withLine = (index: number, line: string): string =>
  ROTATION.map((each, n) => (n === index ? line : each)).join("\n");

describe("who has a duty", () => {
  it("is nobody where the policy does not say", () => {
    expect(readPolicy("").policy.duties).toEqual({
      steward: { kind: "nobody" },
      manager: { kind: "nobody" },
    });
  });

  it("is one login, and then known at once", () => {
    const { policy, problems } = readPolicy("steward: '@Ana'\nmanager: sam");
    expect(problems).toEqual([]);
    expect(policy.duties).toEqual({
      steward: { kind: "login", login: "Ana", fallback: null },
      manager: { kind: "login", login: "sam", fallback: null },
    });
    expect(policy.manager).toBe("sam");
  });

  it("is a rotation", () => {
    const { policy, problems } = readPolicy(ROTATION.join("\n"));
    expect(problems).toEqual([]);
    expect(policy.duties.steward).toEqual({
      kind: "rotation",
      fallback: "pm",
      rotation: {
        people: ["ana", "Bo"],
        days: 14,
        since: { date: "2026-11-02", time: "09:00" },
        zone: "Europe/Berlin",
        overrides: [{ from: "2026-12-24", to: "2027-01-02", who: "sam" }],
      },
    });
  });

  it("begins a rotation at midnight where only a date is said, and ISO 8601 is read too", () => {
    const text = withLine(4, "    since: 2026-11-02").replace("2 weeks", "P3D");
    const { policy, problems } = readPolicy(text.replace("steward", "manager"));
    expect(problems).toEqual([]);
    expect(policy.duties.manager).toMatchObject({
      rotation: { days: 3, since: { date: "2026-11-02", time: "00:00" } },
    });
    // Who it is depends on the time of a look.
    expect(policy.manager).toBeNull();
  });

  it("is somebody of a team, its only member unless another pick is said", () => {
    const { policy, problems } = readPolicy(
      "steward: { team: '@acme/support' }\nmanager: { team: acme/leads, pick: first, fallback: pm }",
    );
    expect(problems).toEqual([]);
    const unread = { kind: "team", members: null } as const;
    expect(policy.duties).toEqual({
      steward: { ...unread, name: "acme/support", pick: "only", fallback: null },
      manager: { ...unread, name: "acme/leads", pick: "first", fallback: "pm" },
    });
    expect(policy.manager).toBeNull();
  });

  it("is somebody of a group in Slack, by its handle or its id", () => {
    const { policy, problems } = readPolicy(
      "steward: { slack: '@Hub-Stewards', pick: first }\nmanager: { slack: S0123ABCD, fallback: pm }",
    );
    expect(problems).toEqual([]);
    const unread = { kind: "group", members: null } as const;
    expect(policy.duties).toEqual({
      steward: { ...unread, name: "@hub-stewards", pick: "first", fallback: null },
      manager: { ...unread, name: "S0123ABCD", pick: "only", fallback: "pm" },
    });
  });

  it("is one login with another as fallback", () => {
    const { policy, problems } = readPolicy("manager: { login: sam, fallback: '@bo' }");
    expect(problems).toEqual([]);
    expect(policy.duties.manager).toEqual({ kind: "login", login: "sam", fallback: "bo" });
    expect(policy.manager).toBe("sam");
  });

  it.each([
    [
      "a group that has no such handle",
      "steward: { slack: 'our stewards' }",
      '1:12 “steward.slack” cannot be “our stewards”. That is neither a group\'s handle nor its id. Write it like this: slack: "@support-steward"',
    ],
    [
      "a group and a login",
      "steward: { slack: stewards, login: ana }",
      "1:1 “steward” is not as it must be. It has both `login` and `slack`. Keep one of the two.",
    ],
    [
      "a pick of one person",
      "steward: { login: ana, pick: first }",
      "1:1 “steward” is not as it must be. Only of a `team` or a group in Slack somebody is picked. Remove `pick`.",
    ],
    [
      "a name that is no login",
      "steward: a--b",
      "1:1 “steward” cannot be “a--b”. That is not a login. Write it like this: steward: ana",
    ],
    [
      "a list",
      "steward: [ana, bo]",
      "1:1 “steward” must be a text or a group of fields, but is a list. Write it like this: steward: ana",
    ],
    [
      "a fallback alone",
      "steward: { fallback: ana }",
      "1:1 “steward” is not as it must be. It has none of `login`, `rotation`, `team` and `slack`. Write it like this: steward: ana",
    ],
    [
      "two sources",
      [...ROTATION, "  team: acme/support"].join("\n"),
      "1:1 “steward” is not as it must be. It has both `rotation` and `team`. Keep one of the two.",
    ],
    [
      "a pick of no team",
      [...ROTATION, "  pick: first"].join("\n"),
      "1:1 “steward” is not as it must be. Only of a `team` or a group in Slack somebody is picked. Remove `pick`.",
    ],
    [
      "a team without its organization",
      "manager: { team: support }",
      "1:12 “manager.team” cannot be “support”. That is no team. Write it like `acme/support`.",
    ],
    [
      "another pick",
      "steward: { team: acme/support, pick: last }",
      "1:32 “steward.pick” must be one of only, first. Write it like this: pick: first",
    ],
    [
      "a rotation of nobody",
      withLine(2, "    people: []"),
      "3:5 “steward.rotation.people” must not be empty. Write it like this: people: [ana, bo, sam]",
    ],
    [
      "a turn of hours",
      withLine(3, "    length: 12 hours"),
      "4:5 “steward.rotation.length” cannot be “12 hours”. A turn is of whole days or weeks. Write it like `1 week` or `3 days`.",
    ],
    [
      "a turn in working time",
      withLine(3, "    length: 5 working days"),
      "4:5 “steward.rotation.length” cannot be “5 working days”. A turn is of whole days or weeks. Write it like `1 week` or `3 days`.",
    ],
    [
      "a beginning that does not exist",
      withLine(4, "    since: 2026-02-30 09:00"),
      "5:5 “steward.rotation.since” cannot be “2026-02-30 09:00”. That is no time. Write it like `2026-11-02 09:00`, or as a date alone.",
    ],
    [
      "a beginning without a year",
      withLine(4, "    since: 11-02"),
      "5:5 “steward.rotation.since” cannot be “11-02”. That is no time. Write it like `2026-11-02 09:00`, or as a date alone.",
    ],
    [
      "a beginning after the day's end",
      withLine(4, "    since: 2026-11-02 24:00"),
      "5:5 “steward.rotation.since” cannot be “2026-11-02 24:00”. That is no time. Write it like `2026-11-02 09:00`, or as a date alone.",
    ],
    [
      "a short zone",
      withLine(5, "    zone: EST"),
      "6:5 “steward.rotation.zone” cannot be “EST”. That is not a zone. Write its full name, like `Europe/Berlin` or `UTC`.",
    ],
    [
      "an override that ends before it begins",
      withLine(7, "      - { from: 2026-12-24, to: 2026-12-23, who: sam }"),
      "8:29 “steward.rotation.overrides”, entry 1, “to” cannot be “2026-12-23”. The period ends before it begins. Write it like this: to: 2027-01-02",
    ],
    [
      "an override with one year",
      withLine(7, "      - { from: 2026-12-24, to: 01-02, who: sam }"),
      "8:29 “steward.rotation.overrides”, entry 1, “to” cannot be “01-02”. Both dates of a period have a year, or neither has. Write it like this: to: 2027-01-02",
    ],
    [
      "a field that is not there",
      withLine(8, "  fallbak: pm"),
      "9:3 “fallbak” is no field of steward. Did you mean “fallback”?",
    ],
  ])("is told with its place where it cannot be read: %s", (_, text, problem) => {
    expect(told(text)).toEqual([problem]);
  });
});
