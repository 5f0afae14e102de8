import * as fc from "fast-check";
import type {
  Expert,
  FieldChanges,
  FieldValues,
  TaskId,
} from "../../../src/incident/fields/index.ts";
import { TASKS } from "../../../src/incident/fields/index.ts";

/** Pieces of Markdown, YAML and HTML that open, close or imitate what fields live in. */
const fragments = [
  "- **Incident Commander:** @ana",
  "Incident Commander: ana",
  "Incident Commander:",
  "* **Severity**: `SEV-2`",
  "**Severity: high** (for now)",
  "_Status: up_",
  "Status:",
  "- **Experts:**",
  "  - @cy (storage)",
  "  - @dee",
  "Experts: @cy, @dee (net), @org/team",
  "### Severity",
  "### Incident Commander",
  "### Experts ##",
  "### IC: @bo",
  "_No response_",
  "@bo-support",
  "SEV-1",
  "| Severity | SEV-3 |",
  "| --- | --- |",
  "| IC | @ana",
  "Support ticket: https://example.com/a/1, https://example.com/a/2",
  "Impact started: 2026-05-04 09:30 UTC",
  "---",
  "severity: SEV-2",
  "Incident Commander:@x",
  "liaison:",
  'experts: ["@a", b]',
  "IC: {x: y}",
  "incident_commander: 'ana'",
  "experts:",
  "- login: cy",
  "  area: storage",
  "```yaml incident",
  "```",
  "~~~",
  "> quote",
  "> - **Severity:** quoted",
  "<details>",
  "text <details> text",
  "</details>",
  "<!-- who? -->",
  "<!--",
  "-->",
  "Severity: <!-- x",
  "Severity: ` x",
  "text ` text",
  "`",
  "<div>",
  "[a]: https://example.com",
  "1. item",
  "- [ ] Name the Incident Commander",
  "- [x] ~~Fill in the Incident Report~~ (later)",
  "- [ ] **Incident Commander:** @cy",
  "<!-- sitrep:section status=IC_1 -->",
  "<!-- sitrep:section -->",
  "<!-- /sitrep:section -->",
  "===",
  "A sentence without an end",
  "    indented code",
  "   ",
  "\t- tab",
  "\u0000",
  "\ufeff",
  "{{ INSERT NAME }}",
  "\\",
  "|",
  "**",
  "[",
];

const ends = fc.constantFrom(
  "\n",
  "\n",
  "\n\n",
  "\r\n",
  "\r\n\r\n",
  "\r",
  "",
  " ",
  "\n  ",
  "\n    ",
);

/** A body made of nasty lines. */
export const nastyBody = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...fragments) },
        { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
      ),
      ends,
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.flat().join(""));

/** Any body at all. */
export const anyBody = fc.oneof(nastyBody, fc.string({ unit: "binary", maxLength: 300 }));

export const login = fc
  .stringMatching(/^[a-z\d](-?[a-z\d]){0,15}(_[a-z\d]{2,8})?$/)
  .filter((text) => !/^username$|^(?:github|your)-username$/i.test(text));

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.constantFrom(
    "SEV-1",
    "high",
    "a|b",
    "<!-- -->",
    "-->",
    "`",
    "[x](javascript:1)",
    "# x",
    "- x",
    "1. x",
    "---",
    "Severity: x",
    "\\",
    "\\|",
    "a_b_",
    "*x*",
    "{{x}}",
    "<details>",
    "@org/team",
    "a\nb",
    "x ",
    "None",
    "\u202e",
    "🔥",
    "</details>",
    "_",
    "a\\",
    "a. b, c",
    "~~~",
    "===",
    "one two three four five",
  ),
);

const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    "https://example.com/a_(b)",
    "https://example.com/a,b;c",
    "http://x.test/|`[<",
    "HTTPS://x.test/_",
    "https://x.test/a*b*",
  ),
);

const instant = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().replace(/\.\d+Z$/, "Z"));

const expert: fc.Arbitrary<Expert> = fc.record({ login, area: fc.option(hostile) });

const valueParts = {
  commander: fc.option(login),
  liaison: fc.option(login),
  representative: fc.option(login),
  experts: fc.array(expert, { maxLength: 4 }),
  tickets: fc.array(url, { maxLength: 3 }),
  severity: fc.option(hostile),
  status: fc.option(hostile),
  impactStarted: fc.option(instant),
};

export const values: fc.Arbitrary<FieldValues> = fc.record(valueParts);

const ids = TASKS.map(({ id }) => id);
export const tasks: fc.Arbitrary<Partial<Record<TaskId, boolean>>> = fc.dictionary(
  fc.constantFrom(...ids),
  fc.boolean(),
);

export const changes: fc.Arbitrary<FieldChanges> = fc.record(
  { ...valueParts, tasks, statusCommentId: fc.stringMatching(/^[\w=-]{1,20}$/) },
  { requiredKeys: [] },
);
