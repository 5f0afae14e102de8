import { describe, expect, test } from "@jest/globals";
import { defaultVocabulary, readFields } from "../../../src/incident/fields/index.ts";

describe("titles", () => {
  test.each([
    ["Incident Commander: @ana"],
    ["INCIDENT   COMMANDER : @ana"],
    ["**Incident Commander**: @ana"],
    ["**Incident Commander:** @ana"],
    ["**Incident Commander: @ana**"],
    ["_Incident Commander:_ @ana"],
    ["👩‍🚒 **Incident Commander:** @ana"],
    [":crown: Incident Commander: @ana"],
    ["incident_commander: @ana"],
    ["Incident-Commander: @ana"],
    ["Incident Commander (IC): @ana"],
    ["IC: @ana"],
    ["Incident Responder: @ana"],
    ["Incident Lead: @ana"],
    ["[Incident Commander](https://example.com/roles): @ana"],
    ["- [ ] Incident Commander: @ana"],
    ["1. Incident Commander: @ana"],
    ["- - Incident Commander: @ana"],
    ["Incident Commander:\n@ana"],
    ["Incident Commander:\n- @ana"],
    ["### Incident Commander\n\n@ana"],
    ["### Incident Commander ###\n<!-- who? -->\n@ana"],
    ["Incident Commander\n---\n\n@ana"],
    ["### Incident Commander: @ana"],
    ["Name | Who\n--|--\nIncident Commander | @ana"],
    ["| Incident Commander: | [@ana](https://github.com/ana) |\n|--|--|"],
    ["---\ncommander: ana\n---"],
    ["\ufeff---\n'Incident Commander': '@ana' # for now\n---\ntext"],
    ["```yml incident\nic: @ana\n```"],
    ["The hub is down.\nIncident Commander: @ana"],
    ["<div>\n\nIncident Commander: @ana\n\n</div>"],
  ])("%j names the commander", (body) => {
    expect(readFields(body)).toMatchObject({ commander: "ana", problems: [], conflicts: [] });
  });

  test.each([
    ["`Incident Commander: @ana`"],
    ["`code\nIncident Commander: @ana\ncode`"],
    ["text <!--\nIncident Commander: @ana\n-->"],
    ["<!--\n\nIncident Commander: @ana\n\n-->"],
    ["<div><!--\n\nIncident Commander: @ana"],
    ["<details>\n\nIncident Commander: @ana"],
    ["text <details>\nIncident Commander: @ana"],
    ["<details><details>\n\n</details>\n\nIncident Commander: @ana"],
    ["> text\nIncident Commander: @ana"],
    ["<blockquote>\n\nIncident Commander: @ana\n\n</blockquote>"],
    ["- > Incident Commander: @ana"],
    ["[Incident Commander]: @ana"],
    ["Incident Commander\\: @ana"],
    ["We ask the\nincident commander: whoever it is, should rest"],
    ["```yaml\nincident commander: ana\n```"],
    ["```text incident\nincident commander: ana\n```"],
    ["    Incident Commander: @ana"],
    ["---\nroles:\n  commander: ana\n---"],
    ["| Incident Commander | Severity |\n|--|--|\n| @ana | SEV-1 |"],
  ])("%j has no commander field", (body) => {
    expect(readFields(body).present.has("commander")).toBe(false);
  });

  test.each([
    ["<details>\n\ntext\n\n</details>\n\nIncident Commander: @ana"],
    ["- <details>\n\nIncident Commander: @ana"],
    ["<!-- <details> -->\n\nIncident Commander: @ana"],
    ["`<details>` is a tag\n\nIncident Commander: @ana"],
    ["```\n<details>\n```\n\nIncident Commander: @ana"],
  ])("%j: what is closed, quoted as code or in a comment hides nothing", (body) => {
    expect(readFields(body).commander).toBe("ana");
  });

  test("a team's own words are read, and the default ones are not", () => {
    const words = { ...defaultVocabulary, commander: { title: "Einsatzleitung", aliases: ["EL"] } };
    expect(readFields("EL: @ana\nIC: @bo", words).commander).toBe("ana");
  });
});

describe("people", () => {
  test.each([
    ["@ana", "ana"],
    ["ana-sre", "ana-sre"],
    ["@Ana_acme", "Ana_acme"],
    ["[@ana](https://github.com/ana)", "ana"],
    ["[ana](https://github.com/ana)", "ana"],
    ["`@ana`", "ana"],
    ["@ana (until 18:00 UTC, then @bo)", "ana"],
    ["ana (until 18:00 UTC)", "ana"],
    ["@org/team, @ana", "ana"],
    ["<b>@ana</b>", "ana"],
  ])("%j is %s", (text, login) => {
    expect(readFields(`IC: ${text}`)).toMatchObject({ commander: login, problems: [] });
  });

  test.each([
    ["@org/team", "team"],
    ["Ana Smith", "not-a-login"],
    ["ana@example.com", "not-a-login"],
    ["[Ana](https://github.com/ana-sre)", "not-a-login"],
    ["@-ana", "not-a-login"],
    ["@ana--sre", "not-a-login"],
    ["@ana.sre", "not-a-login"],
    [`@${"a".repeat(40)}`, "not-a-login"],
    ["{{lookup this 'x'}}", "not-a-login"],
  ])("%j is a problem: %s", (text, why) => {
    expect(readFields(`IC: ${text}`)).toMatchObject({
      commander: null,
      problems: [{ field: "commander", text, why }],
    });
  });

  test.each([
    [
      "@cy (storage), @dee (network)",
      [
        ["cy", "storage"],
        ["dee", "network"],
      ],
    ],
    [
      "cy and dee",
      [
        ["cy", null],
        ["dee", null],
      ],
    ],
    [
      "@cy; @dee & @eli",
      [
        ["cy", null],
        ["dee", null],
        ["eli", null],
      ],
    ],
    [
      "@cy (storage, and disks) @dee",
      [
        ["cy", "storage, and disks"],
        ["dee", null],
      ],
    ],
    ["@cy, @CY (again)", [["cy", null]]],
    ["@cy (<!-- [x](y) -->)", [["cy", null]]],
    ["none", []],
  ])("experts %j are %j", (text, experts) => {
    const fields = readFields(`Experts: ${text}`);
    expect(fields.experts.map(({ login, area }) => [login, area])).toEqual(experts);
    expect(fields.problems).toEqual([]);
  });

  test("an expert that is a team is a problem, the others count", () => {
    expect(readFields("SMEs: @org/net, @cy")).toMatchObject({
      experts: [{ login: "cy", area: null }],
      problems: [{ field: "experts", why: "team" }],
    });
  });
});

describe("other values", () => {
  test.each([
    [""],
    ["None"],
    ["n/a"],
    ["-"],
    ["—"],
    ["TBD"],
    ["@username"],
    ["_No response_"],
    ["{{ INSERT_NAME HERE }}"],
    ["<!-- who? -->"],
    ["..."],
  ])("%j holds a place and says nothing", (text) => {
    expect(readFields(`IC: ${text}\n\nSeverity: ${text}\n\nImpact start: ${text}`)).toMatchObject({
      commander: null,
      severity: null,
      impactStarted: null,
      problems: [],
    });
  });

  test.each([
    ["2026-05-04 09:30 UTC", "2026-05-04T09:30:00Z"],
    ["2026-05-04T09:30:15Z", "2026-05-04T09:30:15Z"],
    ["2026-05-04 09:30 +02:00", "2026-05-04T07:30:00Z"],
    ["2026-05-04 09:30 UTC-5 (about)", "2026-05-04T14:30:00Z"],
    ["2026-05-04T09:30:15.250+0530", "2026-05-04T04:00:15Z"],
  ])("the impact started at %s, that is %s", (text, instant) => {
    expect(readFields(`Impact started: ${text}`)).toMatchObject({
      impactStarted: instant,
      problems: [],
    });
  });

  test.each([
    ["2026-05-04 09:30"],
    ["9:30 EST"],
    ["2026-02-31 09:30 UTC"],
    ["2026-05-04 25:00 UTC"],
    ["2026-05-04"],
  ])("%s is no instant: the zone is not guessed, the date must exist", (text) => {
    expect(readFields(`Impact started: ${text}`).problems).toEqual([
      { field: "impactStarted", text, why: "not-a-time" },
    ]);
  });

  test.each([
    ["https://a.test/1, https://a.test/2.", ["https://a.test/1", "https://a.test/2"]],
    ["https://a.test/1,https://a.test/2", ["https://a.test/1", "https://a.test/2"]],
    ["<https://a.test/1> (https://a.test/1)", ["https://a.test/1"]],
    ["[#1](https://a.test/1) [x](javascript:alert(1))", ["https://a.test/1"]],
    ["https://a.test/x_(y)", ["https://a.test/x_%28y%29"]],
    ["<!-- https://a.test/1 -->", []],
  ])("tickets in %j are %j", (text, tickets) => {
    expect(readFields(`Tickets: ${text}`)).toMatchObject({ tickets, problems: [] });
  });

  test("the first of two places counts, and only a different value is a conflict", () => {
    expect(readFields("IC: @ana\n\nIC: @Ana\n\nIC: none").conflicts).toEqual([]);
    expect(readFields("IC: @ana\n\nIC: @bo")).toMatchObject({
      commander: "ana",
      conflicts: ["commander"],
    });
    expect(readFields("IC: \n\nIC: @bo")).toMatchObject({
      commander: null,
      conflicts: ["commander"],
    });
  });

  test("two places that cannot be read contradict each other where their words differ", () => {
    expect(readFields("IC: @ana\n\nIC: some team").conflicts).toEqual(["commander"]);
    expect(readFields("IC: some team\n\nIC: some team").conflicts).toEqual([]);
    expect(readFields("IC: some team\n\nIC: other team").conflicts).toEqual(["commander"]);
  });

  test("a heading over prose is no status field", () => {
    const body = "### Status\n\nWe rolled back at ten. Waiting for the cache.\n";
    expect(readFields(body).present.size).toBe(0);
  });

  test("the value is also given as it is written", () => {
    expect(readFields("- **IC:**   [@ana](https://github.com/ana)  ").raw).toEqual({
      commander: "[@ana](https://github.com/ana)",
    });
  });
});
