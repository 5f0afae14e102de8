import { describe, expect, it } from "@jest/globals";
import { exampleSources } from "../../scripts/docs/example-incident.ts";
import { renderReport } from "../../src/messages/index.ts";
import { toReportFacts } from "../../src/report/index.ts";
import { POLICY } from "../support/incident.ts";

const FACTS = toReportFacts(exampleSources());

/** What a team's own template gives; or `line:column what` of why it cannot be used. */
function filled(template: string, facts = FACTS): string {
  const { markdown, problem } = renderReport(facts, POLICY, {
    server: "https://github.com",
    template,
  });
  return problem === null ? markdown : `${problem.line}:${problem.column} ${problem.what}`;
}

const each = (inner: string): string => `{{#each @root.timeline}}${inner}{{/each}}`;

describe("a team's own template", () => {
  it("gets the facts, with Sitrep's helpers, parts and marks", () => {
    const template = [
      "# {{title}}",
      '{{#facts "short"}}It took {{lasting minutes}}, from {{moment started}}.{{/facts}}',
      '{{#question "why"}}Why?{{/question}}',
      "{{#each days}}{{#each events}}{{#if @first}}- {{> event}}\n{{/if}}{{/each}}{{/each}}",
    ].join("\n\n");
    expect(filled(template).replace(/[\da-f]{16}/, "...")).toBe(
      [
        "# Nobody can save files on the Andes hub",
        "",
        "<!-- sitrep:facts short ... -->",
        "",
        "It took 15 h 32 min, from 2026-05-04 13:31 UTC.",
        "",
        "<!-- /sitrep:facts short -->",
        "",
        "<!-- sitrep:question why -->",
        "> **Why?**",
        "",
        "- The community wrote in [ticket 125](https://example.freshdesk.com/a/tickets/125)",
        "- The third Incident Commander took over from the second ([source](https://github.com/acme/hubs/issues/214#issuecomment-2154)); told in \\#engineering",
        "",
      ].join("\n"),
    );
  });

  it.each<readonly [string, string]>([
    ["\n{{#if title}}x", "2:1 What stands between"],
    ["\n\n{{title", "3:1 What stands between"],
    ["{{#if title}}x{{/each}}", "1:4 if doesn't match each"],
    ["a\n  {{titel}}", '2:5 "titel" not defined'],
    ["{{title 1}}", '1:1 There is no helper "title".'],
    ["{{#days}}x{{/days}}", '1:1 There is no helper "days".'],
    ['{{lookup this "title"}}', '1:1 There is no helper "lookup".'],
    ["{{log title}}", '1:1 There is no helper "log".'],
    ["{{> agenda}}", "1:1 There is no such part. There are event, time."],
    ["{{> (lookup . 'title')}}", "1:1 There is no such part."],
    ['{{#*inline "x"}}{{/inline}}', "1:1 Parts of one's own and decorators cannot be used here."],
    ["{{#> event}}x{{/event}}", "1:1 Parts of one's own and decorators cannot be used here."],
    ["{{* x}}", "1:1 Parts of one's own and decorators cannot be used here."],
    ["{{@policy}}", "1:3 There is no @policy."],
    ["{{#if (who @people)}}{{/if}}", "1:12 There is no @people."],
    ["{{constructor}}", '1:3 There is no "constructor" here.'],
    ["{{title.constructor}}", '1:3 There is no "constructor" here.'],
    ["{{title.raw}}", '1:3 There is no "raw" here.'],
    ["{{__proto__}}", '1:3 There is no "__proto__" here.'],
    ["{{#with title}}{{toString}}{{/with}}", 'There is no "toString" here.'],
    [
      '{{#facts "No name"}}x{{/facts}}',
      '1:1 "No name" is no name: small letters, digits and dashes',
    ],
    [
      `${"{{#if title}}".repeat(20)}${"{{/if}}".repeat(20)}`,
      "1:170 It is nested more than 12 deep.",
    ],
    ["x".repeat(50_001), "1:1 It has more than 50000 characters."],
  ])("that cannot be used is told why: %.40j", (template, words) => {
    expect(filled(template)).toContain(words);
  });

  it("that loops in loops comes to an end soon, and is told so", () => {
    expect(filled(each(each(each(each("{{@index}}")))))).toContain("Its loops go round more than");
    expect(filled(each(each("x".repeat(10_000))))).toBe(
      "1:1 It gives more than 400000 characters.",
    );
    const heavy = each(each(each("{{#if title}}{{/if}}".repeat(2000))));
    expect(filled(heavy)).toContain("Its loops go round more than");
  });

  it("has room for an incident of a thousand lines", () => {
    const [event] = FACTS.timeline;
    const timeline = Array.from({ length: 1000 }, () => ({ ...event! }));
    const many = { ...FACTS, timeline };
    expect(
      filled("{{#each days}}{{#each events}}{{clock at}} {{> event}}\n{{/each}}{{/each}}", many),
    ).toMatch(/^(?:.*\n){1000}$/);
    expect(
      renderReport(many, POLICY, { server: "https://github.com", template: null }).problem,
    ).toBeNull();
  });
});
