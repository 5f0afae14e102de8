import { describe, expect, it } from "@jest/globals";
import { readPolicy } from "../../src/config/read-policy.ts";

/** Everything that is wrong, one line each: `line:column what mend`. */
const told = (text: string): readonly string[] =>
  readPolicy(text).problems.map(
    ({ line, column, what, mend }) => `${line}:${column} ${what} ${mend}`,
  );

describe("the channels of a policy", () => {
  it.each([
    ["'#eng'", "#eng"],
    ["eng", "#eng"],
    ["Eng-Alerts_2", "#eng-alerts_2"],
    ["störung", "#störung"],
    ["インシデント", "#インシデント"],
    ["C0123ABCD", "C0123ABCD"],
    ["G0123ABCD", "G0123ABCD"],
  ])("may be written as %s, and are %s", (written, channel) => {
    const { policy, problems } = readPolicy(`channels: { support: ${written} }`);
    expect(problems).toEqual([]);
    expect(policy.channels).toEqual({ engineering: null, support: channel, updates: null });
  });

  it.each<[string, string, string]>([
    [
      "a name that YAML takes for a comment",
      "channels:\n  engineering: #eng\n",
      '2:3 “channels.engineering” must be a text, but has no value. Write it like this: engineering: "#eng"',
    ],
    [
      "a mention of everybody",
      "channels: { support: '<!channel>' }",
      '1:13 “channels.support” cannot be “<!channel>”. That is neither a channel\'s name nor its id. Write it like this: support: "#support"',
    ],
    [
      "a name with blanks",
      "channels: { support: on call }",
      "1:13 “channels.support” cannot be “on call”.",
    ],
    [
      "a channel for nothing known",
      "channels: { eng: '#eng' }",
      "1:13 “eng” is no field of channels. Remove it, or use one of engineering, support, updates.",
    ],
    [
      "a word for whether",
      "thread: no",
      "1:1 “thread” must be true or false, but is a text. Write it like this: thread: false",
    ],
  ])("are told when they are wrong: %s", (_what, text, problem) => {
    expect(told(text)).toEqual([expect.stringContaining(problem)]);
  });
});

describe("people's ids in Slack", () => {
  it("stand beside their hours, or alone, without a zone", () => {
    const { policy, problems } = readPolicy(
      "people: { ana: { zone: Europe/Berlin, slack: U0123 }, bo: { slack: W0456 }, cy: { zone: UTC } }",
    );
    expect(problems).toEqual([]);
    expect(policy.people).toEqual({
      ana: { login: "ana", zone: "Europe/Berlin", calendar: null, slack: "U0123" },
      bo: { login: "bo", zone: "UTC", calendar: null, slack: "W0456" },
      cy: { login: "cy", zone: "UTC", calendar: null, slack: null },
    });
  });

  it("may be the e-mail addresses of their accounts", () => {
    const { policy, problems } = readPolicy("people: { ana: { slack: Ana.B+x@Example.org } }");
    expect(problems).toEqual([]);
    expect(policy.people["ana"]?.slack).toBe("ana.b+x@example.org");
  });

  it.each<[string, string, string]>([
    ["an address without a host", "people: { ana: { slack: 'ana@' } }", "cannot be “ana@”."],
    [
      "an address with a name",
      "people: { ana: { slack: 'Ana <a@b.c>' } }",
      "cannot be “Ana <a@b.c>”.",
    ],
    ["two addresses", "people: { ana: { slack: 'a@b.c d@e.f' } }", "cannot be “a@b.c d@e.f”."],
    [
      "a handle",
      "people: { ana: { slack: '@ana' } }",
      "1:18 “people.ana.slack” cannot be “@ana”. That is no member ID of Slack, and no e-mail address. The ID stands in the person's profile there, under More, and begins with U or W.",
    ],
    ["a channel", "people: { ana: { slack: C0123 } }", "“people.ana.slack” cannot be “C0123”."],
    ["a live mention", "people: { ana: { slack: 'U1>' } }", "“people.ana.slack” cannot be “U1>”."],
    [
      "hours of no zone",
      "people: { ana: { slack: U0123, hours: 09:00-17:00 } }",
      "1:11 “people.ana.zone” must be a text, but has no value. Write it like this: zone: Europe/Berlin",
    ],
    ["nothing at all", "people: { ana: {} }", "“people.ana.zone” must be a text"],
  ])("are told when they are wrong: %s", (_what, text, problem) => {
    expect(told(text)).toEqual([expect.stringContaining(problem)]);
  });
});
