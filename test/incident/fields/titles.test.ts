import { describe, expect, test } from "@jest/globals";
import { defaultVocabulary } from "../../../src/incident/fields/index.ts";
import { matchTitle } from "../../../src/incident/fields/title-match.ts";
import { normalizeTitle, toTitleLookup } from "../../../src/incident/fields/titles.ts";

const lookup = toTitleLookup(defaultVocabulary);

describe("the words for a field", () => {
  test.each([
    ["status", "Status|Incident status|Current status|Phase"],
    ["severity", "Severity|Incident severity|Severity level|Sev"],
    ["commander", "Incident Commander|Incident Responder|Incident Lead|Commander|IC"],
    [
      "liaison",
      "External Liaison|External Liason|Liaison|Liason|Communication Liaison|Communication Liason|Communications Liaison|Communications Liason|Communication Lead|Communications Lead|Comms Liaison|Comms Lead",
    ],
    ["experts", "Subject Matter Experts|Subject Matter Expert|Experts|Expert|SMEs|SME"],
    [
      "representative",
      "Community Representative|Community Representatives|Community Rep|Community contact",
    ],
    [
      "ticket",
      "Support ticket|Support tickets|Support ticket ref|Support ticket refs|Support ticket reference|Support ref|Ticket|Tickets|Ticket ref|Ticket link|Freshdesk ticket|Freshdesk tickets|Ticket(s)",
    ],
    [
      "impactStarted",
      "Impact started|Impact start|Impact start time|Impact started at|Impact began|Start of impact|Incident start|Incident started|Started at",
    ],
  ])("%s are found in any case", (field, words) => {
    for (const word of words.split("|")) {
      expect([word, lookup(word), lookup(word.toUpperCase())]).toEqual([word, field, field]);
    }
  });

  test.each([
    ["[Incident Commander](https://a.test/x)", "incident commander"],
    [":fire_1+: Severity :+1:", "severity"],
    ["👩🏽‍🚒 Incident\u00a0  Commander 🇩🇪 1️⃣", "incident commander 1"],
    ["**Sub-ject_~Matter~**", "sub ject matter"],
    ["Incident🔥Commander", "incident commander"],
    ["Incident:fire:Commander", "incident commander"],
    ["Expert(s)", "experts"],
    ["Expert(S)", "experts"],
    ["10:30", "10:30"],
    ["", ""],
  ])("%j is compared as %j", (title, key) => {
    expect(normalizeTitle(title)).toBe(key);
  });

  test.each([
    ["Incident Commander (IC)", "commander"],
    ["Incident Commander (now) (IC)", null],
    ["Commander (IC", null],
    ["Commander IC)", null],
    ["Commander)", null],
    ["(IC)", null],
    [" (IC)", null],
    ["Commanders", null],
    ["Incident", null],
    ["", null],
    ["🔥", null],
  ])("%j is the title of %j", (title, field) => {
    expect(lookup(title)).toBe(field);
  });

  test("belong to the first field that has them, and nothing belongs to none", () => {
    const own = toTitleLookup({
      ...defaultVocabulary,
      status: { title: "State", aliases: ["**", "Sev"] },
    });
    expect([own("State"), own("Sev"), own(""), own("🔥")]).toEqual([
      "status",
      "status",
      null,
      null,
    ]);
  });
});

/** The field, its value with the blanks about it, and whether more follows. */
const match = (line: string, before = "", behind = "") => {
  const body = `${before}${line}${behind}`;
  const span = { start: before.length, end: before.length + line.length };
  const found = matchTitle(body, span, lookup);
  if (found === null) return null;
  return [found.field, body.slice(found.value.start, found.value.end), found.hasMore];
};

describe("a title at the start of a line", () => {
  test.each<readonly [string, readonly [string, string, boolean]]>([
    ["Severity: high", ["severity", " high", false]],
    ["Severity:", ["severity", "", false]],
    ["Severity： high", ["severity", " high", false]],
    ["Severity: a: b", ["severity", " a: b", false]],
    ["[ ] Severity: high", ["severity", " high", false]],
    ["[X]\t Severity: high", ["severity", " high", false]],
    [":fire::zap: Severity: high", ["severity", " high", false]],
    [":fire:\tSeverity: high", ["severity", " high", false]],
    ["[Severity](https://a.test/): high", ["severity", " high", false]],
    ["**Severity**: high", ["severity", " high", false]],
    ["**Severity:** high", ["severity", " high", false]],
    ["**Severity: ** high", ["severity", " high", false]],
    ["🔥 **Severity:** high", ["severity", " high", false]],
    ["**Severity: high**", ["severity", " high", false]],
    ["**Severity: high** (now)", ["severity", " high", true]],
    ["**Severity: high** ", ["severity", " high", true]],
    ["**Severity: hi\\**gh** x", ["severity", " hi\\**gh", true]],
    ["**Severity: hi\\\\**gh", ["severity", " hi\\\\", true]],
    ["**Severity: high", ["severity", " high", false]],
    ["***Severity:*** high", ["severity", " high", false]],
    ["_Severity:_ high", ["severity", " high", false]],
    ["__Severity: high__", ["severity", " high", false]],
    ["__Severity: high__  ", ["severity", " high", true]],
    ["_Severity: a_b_", ["severity", " a_b", false]],
    ["_Severity: a_b", ["severity", " a_b", false]],
    ["_Severity: a\\_", ["severity", " a\\_", false]],
    ["_Severity: a_ b", ["severity", " a_ b", false]],
  ])("%j", (line, found) => {
    expect(match(line)).toEqual(found);
    expect(match(line, "x **_\n", "\n** x_ **")).toEqual(found);
  });

  test.each([
    "Severity",
    "Severity high",
    "The Severity: high",
    "`Severity`: high",
    "<b>Severity</b>: high",
    "[Severity](https: //a.test/",
    "x [ ] Severity: high",
    "[y] Severity: high",
    `${"🔥".repeat(100)}Severity: high`,
    `${":x: ".repeat(6)}Sev: high`.replace(":x: ", ":x:y "),
  ])("%j has none", (line) => {
    expect(match(line)).toBeNull();
    expect(match(line, "", "\n: Severity: x")).toBeNull();
  });
});
