import { describe, expect, it } from "@jest/globals";
import type { StatusView } from "../../src/effects/index.ts";
import { toBrief } from "../../src/incident/brief.ts";
import type { Incident } from "../../src/incident/incident.ts";
import { TIMELINE_KINDS, type TimelineEntry } from "../../src/incident/timeline.ts";
import { renderStatus } from "../../src/messages/index.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { liveIn, textOf } from "../support/markdown.ts";
import { BUSY, commentUrl } from "./busy.ts";
import { SAMPLES } from "./samples.ts";

function statusOf(
  overrides: Partial<Incident> = {},
  notices: StatusView["notices"] = [],
  backlog: StatusView["backlog"] = null,
): string {
  const incident = anIncident(overrides);
  const { commands } = SAMPLES.help.data;
  const brief = toBrief(incident, []);
  return renderStatus(
    {
      incident,
      brief,
      notices,
      agenda: [],
      gates: [],
      actionItems: [],
      backlog,
      server: "https://github.com",
      commands,
    },
    POLICY,
  );
}

/** The part of the status comment below this heading. */
const section = (text: string, heading: string): string =>
  (text.split(`### ${heading}\n`)[1] ?? "").split(/\n(?:### |<details>)/)[0]?.trim() ?? "";

/** The heading, and what stands right below it. */
const top = (text: string): readonly string[] => text.split("\n").slice(0, 3);

const entry = (kind: TimelineEntry["kind"], rest: Partial<TimelineEntry> = {}): TimelineEntry => ({
  at: after(1),
  kind,
  by: "ana",
  ...rest,
});

const ANA = "[ana](https://github.com/ana)";
const BO = "[bo](https://github.com/bo)";
const ED = "[ed](https://github.com/ed)";

describe("the status comment", () => {
  it("tells all of it at a glance", () => {
    expect(statusOf(BUSY).split("\n")).toEqual([
      "## 🟡 Mitigated · SEV-2",
      "",
      `Mitigated since 2026-05-04 09:40 UTC · declared 2026-05-04 09:00 UTC by ${ANA}`,
      "",
      "| Role | Who | Since |",
      "| --- | --- | --- |",
      `| Incident Commander | ${ANA} | 2026-05-04 09:00 UTC, asked to confirm |`,
      `| External Liaison | ${BO} | 2026-05-04 09:00 UTC, asked ${ED} to take over |`,
      "| Subject Matter Expert | [cy](https://github.com/cy) (storage), [di](https://github.com/di) | |",
      "",
      "### What is asked of whom",
      "",
      "- @ana: can you be Incident Commander? Write `/accept`, or `/decline` and why. Asked 2026-05-04 09:00 UTC.",
      `- ${ED}: can you take over as External Liaison from ${BO}? Write \`/accept\`, or \`/decline\` and why. Asked 2026-05-04 09:20 UTC by ${BO}.`,
      "",
      "### Last status update",
      "",
      "> Logins are slow.",
      "> We look for the cause.",
      "",
      `By ${BO}, [2026-05-04 09:30 UTC](${commentUrl(4)}). **Next update: 2026-05-04 11:30 UTC.**`,
      "",
      "**Support tickets:** [example.freshdesk.com/a/tickets/125](https://example.freshdesk.com/a/tickets/125)",
      "",
      "### Timeline (UTC)",
      "",
      "**2026-05-04**",
      "",
      "- 09:00 ana declared the incident",
      "- 09:00 ana is Incident Commander by default",
      "- 09:00 ana made bo External Liaison",
      `- [09:10](${commentUrl(2)}) ana called cy in as Subject Matter Expert (storage)`,
      `- [09:20](${commentUrl(3)}) cy noted: disk of @\u200Bacme/hub is full, see #\u200B12`,
      "- 09:40 ana set the state to Mitigated: rolled back",
      "",
      "**2026-05-05**",
      "",
      "- 09:00 bo added the ticket [example.freshdesk.com/a/tickets/125](https://example.freshdesk.com/a/tickets/125)",
      "",
      "<details>",
      "<summary>How to give commands</summary>",
      "",
      "A command is one line that starts with `/`, in a new comment; several are fine. An edited comment is not read again.",
      "They are open to anyone with write access.",
      "",
      "| Command | What it does |",
      "| --- | --- |",
      "| `/severity LEVEL` | says how bad it is |",
      "",
      "</details>",
      "",
    ]);
  });

  it("says who is missing, and the command for it", () => {
    const text = statusOf({ commander: null, liaison: null, representative: "rep" });
    expect(text).toContain("| Incident Commander | nobody: `/commander me` |  |");
    expect(text).toContain("| Community Representative | [rep](https://github.com/rep) | |");
    expect(section(text, "What is asked of whom")).toBe(
      [
        "- **Whoever can take it:** nobody is Incident Commander. Write `/commander me`.",
        "- **Whoever can take it:** nobody is External Liaison. Write `/liaison me`.",
      ].join("\n"),
    );
    expect(section(text, "Last status update")).toMatch(
      /^None yet\. `\/update TEXT` records one\./,
    );
  });

  it("says so when nothing is asked", () => {
    expect(section(statusOf(), "What is asked of whom")).toBe("Nothing is open.");
  });

  it("tells what closing waits for instead, when it is resolved", () => {
    const text = statusOf({ phase: "resolved", liaison: "bo" });
    expect(text).not.toContain("What is asked of whom");
    expect(text).toContain("### What blocks closing");
    const confirmed = statusOf({ phase: "resolved", confirmedAt: after(60), commander: null });
    expect(confirmed).toContain(" · the community confirmed 2026-05-04 10:00 UTC\n");
    expect(section(confirmed, "What is asked of whom")).toBe(
      "- **Whoever can take it:** nobody is Incident Commander. Write `/commander me`.",
    );
  });

  it.each([
    [
      "no-such-account",
      "“@\u200Bx” stands under Incident Commander in the top comment, but there is no GitHub account of that name. Is it spelled right?",
    ],
    [
      "no-rights",
      "“@\u200Bx” stands under Incident Commander in the top comment, but they have no write access to this repository, so they cannot hold a role. Give them access, or name somebody else.",
    ],
    [
      "editor-has-no-rights",
      "“@\u200Bx” stands under Incident Commander in the top comment, but you have no write access to this repository, so Sitrep does not go by it. Somebody with write access can write it there, or give the command.",
    ],
    [
      "not-readable",
      "“@\u200Bx” stands under Incident Commander in the top comment, but Sitrep cannot read it. Correct it, or give the command.",
    ],
  ] as const)("says why a field was not followed: %s", (why, sentence) => {
    const text = statusOf({ claims: [{ field: "commander", text: "@x", by: "bo", why }] });
    expect(section(text, "What is asked of whom")).toBe(`- ${BO}: ${sentence}`);
  });

  it("says what Sitrep itself has to say", () => {
    const text = statusOf({}, [
      {
        kind: "policy",
        file: "acme/hubs",
        serves: "preset",
        line: 3,
        column: 5,
        problem: "`rights` is “all”.",
        mend: "Write `rights: write`.",
      },
      {
        kind: "policy-part",
        line: 9,
        column: 7,
        problem: "Sitrep knows no country or region “DE-XX”.",
        mend: "Write a country like DE.",
      },
      {
        kind: "refused-by-github",
        what: "put the label `incident` on",
        why: "Issue is locked @ana",
      },
      { kind: "conflict", field: "ticket" },
      {
        kind: "duty",
        duty: "manager",
        source: "acme/leads",
        isGroup: false,
        why: "Down.",
        asOf: after(0),
        fallback: "bo",
      },
    ]);
    expect(section(text, "What Sitrep needs you to know").split("\n")).toEqual([
      "- `.github/sitrep.yml` of acme/hubs, line 3, column 5: `rights` is “all”. The preset serves until it is mended. Write `rights: write`.",
      "- `.github/sitrep.yml`, line 9, column 7: Sitrep knows no country or region “DE-XX”. Write a country like DE.",
      "- GitHub did not let Sitrep do this: put the label `incident` on. It says: Issue is locked @\u200Bana",
      "- Support ticket stands twice in the top comment, with different values. The first one counts; please take one out.",
      "- The team acme/leads does not tell who is Project Manager. Down. Sitrep goes by who it was as of 2026-05-04 09:00 UTC.",
    ]);
  });

  it("says who does not tell who has a duty", () => {
    const text = section(
      statusOf({}, [
        {
          kind: "duty",
          duty: "steward",
          source: "@stewards",
          isGroup: true,
          why: "Slack is not well: it answers 503.",
          asOf: null,
          fallback: null,
        },
      ]),
      "What Sitrep needs you to know",
    );
    expect(text).toBe(
      "- Slack's group @\u200Bstewards does not tell who is Support Steward. Slack is not well: it answers 503. Meanwhile it is nobody.",
    );
  });
});

it("the status comment says in which project it stands, where it does", () => {
  const backlog = { name: "acme/3", url: "https://github.com/orgs/acme/projects/3" };
  expect(statusOf({}, [], backlog)).toContain(
    "\n**Backlog:** [acme/3](https://github.com/orgs/acme/projects/3)\n",
  );
  expect(statusOf()).not.toContain("Backlog");
});

it("the status comment says what the backlog lacks, in words that do nothing", () => {
  const why = "The project acme/3 has no field @ana.";
  const text = statusOf({}, [{ kind: "outside", system: "Backlog", place: "acme/3", why }]);
  expect(section(text, "What Sitrep needs you to know")).toBe(
    "- Backlog, acme/3: The project acme/3 has no field @\u200Bana. The incident goes on without, and Sitrep tries again.",
  );
});

describe("an incident that rests", () => {
  const off: TimelineEntry = { at: after(5), kind: "label-removed", by: "bo" };
  const saidSo: TimelineEntry = {
    at: after(4),
    kind: "cancelled",
    by: "bo",
    text: "the probe was wrong",
  };
  const closed = { at: after(5), by: "ana", reason: "completed" };

  it.each([
    [
      "the label is off",
      { active: false, timeline: [off] },
      [
        "## ⚪ Standing by · SEV-4",
        "",
        `> **Sitrep stands by:** ${BO} took the incident label off at 2026-05-04 09:05 UTC. Nothing is followed here but \`/incident\`, which takes it up again; putting the label back on does the same.`,
      ],
    ],
    [
      "it is closed",
      { phase: "resolved", closed },
      [
        "## ⚪ Closed · SEV-4",
        "",
        `> **Closed** by ${ANA} at 2026-05-04 09:05 UTC. If it is not over, write \`/reopen\` and why.`,
      ],
    ],
    [
      "an automation closed it",
      { closed: { ...closed, by: null } },
      [
        "## ⚪ Closed · SEV-4",
        "",
        "> **Closed** by an automation at 2026-05-04 09:05 UTC. If it is not over, write `/reopen` and why.",
      ],
    ],
    [
      "it was cancelled",
      { closed: { ...closed, reason: "not_planned", by: null }, timeline: [saidSo] },
      [
        "## ⚪ No incident · SEV-4",
        "",
        `> **No incident:** ${BO} said so at 2026-05-04 09:04 UTC (“the probe was wrong”). If it is one after all, write \`/reopen\` and why.`,
      ],
    ],
    [
      "it is being cancelled",
      { wanted: { state: "closed-as-not-planned", since: after(4) }, timeline: [saidSo] },
      [
        "## ⚪ No incident · SEV-4",
        "",
        `> **No incident:** ${BO} said so at 2026-05-04 09:04 UTC (“the probe was wrong”). If it is one after all, write \`/reopen\` and why.`,
      ],
    ],
    [
      "it was closed as not planned by hand, after a cancellation that was taken back",
      {
        closed: { ...closed, reason: "not_planned" },
        timeline: [saidSo, { at: after(5), kind: "closed", by: "ana", what: "not_planned" }],
      },
      [
        "## ⚪ No incident · SEV-4",
        "",
        `> **No incident:** ${ANA} said so at 2026-05-04 09:05 UTC. If it is one after all, write \`/reopen\` and why.`,
      ],
    ],
    [
      "it was closed as not planned by hand",
      { closed: { ...closed, reason: "not_planned" } },
      [
        "## ⚪ No incident · SEV-4",
        "",
        `> **No incident:** ${ANA} said so at 2026-05-04 09:05 UTC. If it is one after all, write \`/reopen\` and why.`,
      ],
    ],
  ] as const)("says so, by whom, and the way back: %s", (_, overrides, lines) => {
    const text = statusOf({ commander: null, ...overrides });
    expect(top(text)).toEqual(lines);
    expect(text).not.toContain("What is asked of whom");
    expect(text).not.toContain("Last status update");
  });

  it("goes on where it is being opened again", () => {
    const text = statusOf({ closed, wanted: { state: "open", since: after(6) } });
    expect(top(text)[0]).toBe("## 🔴 Investigating · SEV-4");
  });
});

describe("the timeline", () => {
  it.each<readonly [TimelineEntry, string]>([
    [entry("declared", { by: null }), "the incident was declared"],
    [entry("declared"), "ana declared the incident"],
    [entry("role", { who: "bo", what: "liaison" }), "ana made bo External Liaison"],
    [entry("role", { who: "ana", what: "liaison" }), "ana is External Liaison now"],
    [
      entry("role", { by: null, who: "ana", what: "liaison" }),
      "ana is External Liaison by default",
    ],
    [entry("role", { what: "commander" }), "nobody is Incident Commander now, says ana"],
    [entry("accepted", { what: "commander" }), "ana confirmed that they are Incident Commander"],
    [
      entry("declined", { what: "commander", text: "late" }),
      "ana cannot be Incident Commander: late",
    ],
    [
      entry("handoff-asked", { who: "bo", what: "commander" }),
      "ana asked bo to take over as Incident Commander",
    ],
    [
      entry("expert", { who: "cy", what: "disks" }),
      "ana called cy in as Subject Matter Expert (disks)",
    ],
    [entry("expert", { who: "ana" }), "ana joined as Subject Matter Expert"],
    [entry("released", { who: "cy" }), "ana stood cy down"],
    [entry("released", { who: "ana" }), "ana stood down"],
    [
      entry("severity", { what: "SEV-1", text: "all down" }),
      "ana set the severity to SEV-1: all down",
    ],
    [entry("note", { text: "a\nb" }), "ana noted: a b"],
    [entry("update", { text: "slow" }), "ana gave a status update: slow"],
    [entry("phase", { what: "resolved" }), "ana set the state to Resolved"],
    [entry("confirmed"), "ana confirmed for the community that it is over"],
    [entry("ticket", { what: "https://x.example/1" }), "ana added the ticket x.example/1"],
    [entry("cancelled", { text: "no" }), "ana said that it is no incident: no"],
    [entry("closed", { what: "completed" }), "ana closed the issue"],
    [
      entry("closed", { by: null, what: "not_planned" }),
      "an automation closed the issue as not planned",
    ],
    [entry("closed", { what: "duplicate" }), "ana closed the issue as a duplicate"],
    [entry("reopened", { text: "back" }), "ana opened it again: back"],
    [entry("label-removed"), "ana took the incident label off"],
    [entry("label-restored", { by: null }), "an automation put the incident label back on"],
    [
      entry("put-back", { what: "severity" }),
      "Sitrep put Severity back, which ana changed without write access",
    ],
  ])("has words for %j", (one, sentence) => {
    expect(textOf(statusOf({ timeline: [one] }))).toContain(`\n09:01 ${sentence}\n`);
  });

  it("has words for every kind", () => {
    for (const kind of TIMELINE_KINDS) {
      expect(textOf(statusOf({ timeline: [entry(kind)] }))).toMatch(/\n09:01 \S+ \S+/);
    }
  });

  it("shows the last twenty, newest last, and how many came before", () => {
    const timeline = Array.from({ length: 50 }, (_, index) =>
      entry("note", { text: `n${index}.` }),
    );
    const shown = section(statusOf({ timeline }), "Timeline (UTC)");
    expect(shown.split("\n")[0]).toBe("and 30 earlier");
    expect(shown.match(/n\d+\./g)).toEqual(
      Array.from({ length: 20 }, (_, index) => `n${index + 30}.`),
    );
  });
});

describe("whom the status comment notifies", () => {
  const ask = { kind: "confirm", role: "commander", who: "ana", by: null, from: null } as const;

  it("is who was asked at the declaration", () => {
    expect(liveIn(statusOf({ asks: [{ ...ask, since: after(0) }] }))).toEqual(["@ana:"]);
  });

  it("is nobody else", () => {
    expect(liveIn(statusOf({ asks: [{ ...ask, since: after(1) }] }))).toEqual([]);
    expect(liveIn(statusOf({ ...BUSY, asks: [] }))).toEqual([]);
  });
});
