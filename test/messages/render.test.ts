import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import type { Message } from "../../src/effects/index.ts";
import { render } from "../../src/messages/index.ts";
import { templateNames } from "../../src/messages/templates.ts";
import { aBrief, POLICY } from "../support/incident.ts";
import { liveIn } from "../support/markdown.ts";
import { SAMPLES } from "./samples.ts";

const rendered = (message: Message): string =>
  render(message, POLICY, { server: "https://github.com" });

/** The lines of a message, without the line end at its end. */
const linesOf = (message: Message): readonly string[] => rendered(message).trimEnd().split("\n");

const ANA = "[ana](https://github.com/ana)";
const BO = "[bo](https://github.com/bo)";
const CY = "[cy](https://github.com/cy)";
const ED = "[ed](https://github.com/ed)";
const WHERE_BO_WAS = [
  "- **State:** Mitigated since 2026-05-04 09:40 UTC, SEV-2",
  `- **Incident Commander:** ${ANA}`,
];
const WHERE_IT_STANDS = [
  "- **Last told outside:** 2026-05-04 09:30 UTC by " +
    `${BO}: Logins are slow. We look for the cause. ([comment](https://github.com/acme/hub/issues/1#issuecomment-4))`,
  "- **Next update promised:** 2026-05-04 11:30 UTC",
  "- **Support tickets:** [example.freshdesk.com/a/tickets/125](https://example.freshdesk.com/a/tickets/125)",
  "- **Tried and noted:**",
  "  - 2026-05-04 09:20 UTC cy noted: disk of @\u200Bacme/hub is full, see #\u200B12",
  "  - 2026-05-04 09:40 UTC ana set the state to Mitigated: rolled back",
  "- **Open steps:**",
  "  - Fill in the Incident Report",
  "  - Close the incident",
];

it("tells of a broken policy file what is wrong, where, what serves and who mends it", () => {
  expect(linesOf(SAMPLES["policy-broken"])).toEqual([
    "**The policy file has a mistake**, `.github/sitrep.yml` of acme/hubs:",
    "",
    "- line 4, column 1: “rights” must be one of write, triage. Write it like this: rights: write",
    "- and 2 more",
    "",
    "Its last version without a mistake serves until it is mended. The incident goes on. Whoever may change the file, please mend it on the default branch.",
  ]);
});

it("moves the older part of a timeline into a comment, by day", () => {
  expect(linesOf(SAMPLES["timeline-archive"])).toEqual([
    "**Timeline (UTC), the older part.** Still older entries stand in earlier comments. The newest stand in the status comment.",
    "",
    "**2026-05-04**",
    "",
    "- [09:00](https://github.com/acme/hub/issues/1#issuecomment-2) cy noted: The disk is full.",
    "",
    "**2026-05-05**",
    "",
    "- 09:00 ana set the state to Mitigated",
  ]);
});

describe("messages", () => {
  it("has a template for each, and no other", () => {
    expect(templateNames()).toEqual([...Object.keys(SAMPLES), "status-comment"].toSorted());
  });

  it("puts nothing of the data between backticks by hand, where a backtick would get out", () => {
    const folder = new URL("../../templates/", import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".hbs"),
    );
    const texts = files.map((file) => readFileSync(new URL(file, folder), "utf8"));
    expect(
      texts.filter((text) => /`[^`\n]*\{\{[^`\n]*`/.test(text.replaceAll(/`[^`{\n]*`/g, ""))),
    ).toEqual([]);
  });

  it.each([
    ["designated", ["@bo"]],
    ["vacated", []],
    ["handoff-asked", ["@bo"]],
    ["handed-off", []],
    ["declined", ["@ana"]],
    ["expert-called", ["@cy"]],
    ["resolved", []],
    ["gone-quiet", ["@ana"]],
    ["confirm-with-community", ["@bo"]],
    ["may-close", ["@ana"]],
    ["report-due", ["@ana", "@bo"]],
    ["action-items-open", ["@cy", "@di"]],
    ["unfinished", ["@ana"]],
    ["reopened", ["@bo"]],
    ["reply", ["@ana"]],
    ["status", []],
    ["help", []],
  ] as const)("%s notifies %j", (name, mentions) => {
    const found = liveIn(rendered(SAMPLES[name])).map((one) => one.replace(/[,:]$/, ""));
    expect(found).toEqual(mentions);
  });
});

const url = (number: number): string => `https://github.com/acme/hub/issues/${number}`;

describe("unfinished", () => {
  it("says what it is, whose, since when, why it is shown, and what to do", () => {
    expect(linesOf(SAMPLES.unfinished)).toEqual([
      "**Before this one:** 3 things from earlier incidents are not finished, and look related.",
      "",
      `- [Watch the disks of @\u200Bacme/hub](${url(12)}), an action item of [Disks are full](${url(11)}). Open since 2026-04-13; assigned to ${CY}, [di](https://github.com/di). Related by a ticket of the same community, Hub URL: “https:\u200B//hub.example.org” and words of the titles: “disk”, “storage”.`,
      `- The report of [Logins fail, fixes #\u200B12](${url(9)}). That was over on 2026-03-23; nobody is known to write it. Related by the label \`hub: utoronto\`.`,
      "- and 1 more",
      "",
      "@ana, please look whether one of these is the cause, or helps now. Finish it, give it to somebody, or close it if nobody wants it any more.",
      "",
      "If they have nothing to do with this incident, do nothing. Sitrep says this once.",
    ]);
  });

  it("calls nobody where nobody leads", () => {
    const [item] = SAMPLES.unfinished.data.items;
    const data = { to: null, items: item === undefined ? [] : [item], more: 0 };
    const lines = linesOf({ name: "unfinished", data });
    expect(lines[0]).toBe(
      "**Before this one:** 1 thing from an earlier incident is not finished, and looks related.",
    );
    expect(lines[4]).toMatch(/^Whoever leads, please look whether/);
  });
});

describe("designated", () => {
  it("says who, by whom, after whom, and asks them", () => {
    expect(linesOf(SAMPLES.designated)).toEqual([
      `**${BO} is Incident Commander now.** ${ANA} named them. Before, it was ${CY}.`,
      "",
      "@bo, can you take it? Write `/accept`, or `/decline` and why. You are the one who plans, delegates, and knows the state.",
    ]);
  });

  it.each([
    ["themselves", "They took the role themselves."],
    ["edit", `${BO} wrote it into the top comment.`],
    ["handoff", "They took over."],
  ] as const)("says how: %s", (how, sentence) => {
    const data = {
      role: "liaison",
      who: "bo",
      by: "bo",
      how,
      previous: null,
      confirm: false,
    } as const;
    expect(linesOf({ name: "designated", data })).toEqual([
      `**${BO} is External Liaison now.** ${sentence}`,
    ]);
  });

  it("uses the team's own names for roles", () => {
    const commander = { title: "Incident *Lead*", aliases: [] };
    const policy = { ...POLICY, roles: { ...POLICY.roles, commander } };
    const text = render(SAMPLES.designated, policy, { server: "https://ghe.example" });
    expect(text).toContain("**[bo](https://ghe.example/bo) is Incident \\*Lead\\* now.**");
  });
});

describe("the other messages", () => {
  it("vacated says how to take the role", () => {
    const how =
      "Whoever can take it: write `/commander me`. To name somebody else: `/commander @user`.";
    expect(linesOf(SAMPLES.vacated)).toEqual([
      `**Nobody is Incident Commander now.** ${BO} took ${ANA} off the role.`,
      "",
      how,
    ]);
    const data = { role: "commander", previous: "ana", by: "ana" } as const;
    expect(linesOf({ name: "vacated", data })).toEqual([
      `**Nobody is Incident Commander now.** ${ANA} stepped down.`,
      "",
      how,
    ]);
  });

  it("handoff-asked asks, and says who stays until then", () => {
    expect(linesOf(SAMPLES["handoff-asked"])).toEqual([
      `@bo, can you take over as **Incident Commander**? ${ANA} asks.`,
      "",
      `Write \`/accept\`, or \`/decline\` and why. Until you accept, ${ANA} stays Incident Commander.`,
    ]);
    const data = { role: "liaison", who: "bo", by: "cy", from: "ana" } as const;
    expect(rendered({ name: "handoff-asked", data })).toContain(
      `@bo, can you take over as **External Liaison** from ${ANA}? ${CY} asks.`,
    );
  });

  it("handed-off brings the brief, with the new holder in it", () => {
    expect(linesOf(SAMPLES["handed-off"])).toEqual([
      `**${ED} is External Liaison now.** They took over from ${BO}.`,
      "",
      "### Where it stands",
      "",
      ...WHERE_BO_WAS,
      `- **External Liaison:** ${ED}`,
      `- **Subject Matter Expert:** ${CY} (storage), [di](https://github.com/di)`,
      `- **Not answered yet:** ${ANA}, asked to confirm as Incident Commander`,
      ...WHERE_IT_STANDS,
      "",
      `${ED}, you are the one who tells the affected community where things stand. If it gets too much: \`/handoff @user liaison\`.`,
    ]);
  });

  it("declined says who holds the role, and what they can do", () => {
    const name = "declined";
    expect(linesOf(SAMPLES.declined)).toEqual([
      `**${BO} cannot be External Liaison.**`,
      "",
      "> it is 3 a.m.",
      "> sorry",
      "",
      "@ana, you are External Liaison. To ask somebody else, write `/handoff @user liaison`.",
    ]);
    const data = { role: "commander", who: "bo", why: null, holder: null, tell: "cy" } as const;
    expect(linesOf({ name, data })).toEqual([
      `**${BO} cannot be Incident Commander.**`,
      "",
      "@cy, nobody is Incident Commander now. Name somebody else with `/commander @user`, or take it with `/commander me`.",
    ]);
    expect(linesOf({ name, data: { ...data, tell: null } })).toEqual([
      `**${BO} cannot be Incident Commander.**`,
      "",
      "Nobody is Incident Commander now. Whoever can take it: write `/commander me`.",
    ]);
  });

  it("expert-called says what is wanted, and the way out", () => {
    expect(linesOf(SAMPLES["expert-called"])).toEqual([
      `@cy, ${ANA} calls you in as **Subject Matter Expert** (storage).`,
      "",
      "Read the top comment, and say here what you see. If you cannot help now, write `/release me`.",
    ]);
    const data = { who: "cy", area: null, by: "cy" };
    expect(linesOf({ name: "expert-called", data })).toEqual([
      `**${CY} joined as Subject Matter Expert.**`,
    ]);
  });

  it("resolved says how long it lasted, and the way back", () => {
    const name = "resolved";
    const back = "If it is not over after all: `/reopen` and why.";
    expect(linesOf(SAMPLES.resolved)).toEqual([
      `**Resolved** by ${ANA}, 2 h 13 min after it was declared.`,
      "",
      "> bigger disk",
      "",
      back,
    ]);
    const data = { by: "ana", text: null, minutes: 60, since: "impact" } as const;
    expect(linesOf({ name, data })).toEqual([
      `**Resolved** by ${ANA}, 1 h after the impact started.`,
      "",
      back,
    ]);
  });

  it("reopened calls the commander", () => {
    expect(linesOf(SAMPLES.reopened)).toEqual([
      `**Not over:** ${ANA} opened the incident again.`,
      "",
      "> it is back",
      "",
      "@bo, you are Incident Commander: please take it up again, or hand over with `/handoff @user`.",
    ]);
    const data = { by: "ana", why: null, commander: null };
    expect(linesOf({ name: "reopened", data })).toEqual([
      `**Not over:** ${ANA} opened the incident again.`,
      "",
      "Nobody is Incident Commander. Whoever can take it: write `/commander me`.",
    ]);
  });

  it("reply says of each line what was wrong, and how it works", () => {
    const again = "Please write it in a new comment: an edited comment is not read again.";
    expect(linesOf(SAMPLES.reply)).toEqual([
      "@ana, Sitrep could not do this:",
      "",
      "- `/handoff`",
      "  It does not say whom.",
      "  Write it like `/handoff @user [role]`. That is open to anyone with write access.",
      "- `Incident Commander: @acme/sre`",
      "  Write `@user`.",
      "  Write it like `/commander @user`.",
      "",
      "`/resovle` is no command. Did you mean `/resolve`?",
      "",
      again,
    ]);
    const { nearMisses } = SAMPLES.reply.data;
    expect(linesOf({ name: "reply", data: { to: "ana", refused: [], nearMisses } })).toEqual([
      "@ana, `/resovle` is no command. Did you mean `/resolve`?",
      "",
      again,
    ]);
  });

  it("reply has an end", () => {
    const refused = Array.from({ length: 4000 }, () => SAMPLES.reply.data.refused).flat();
    const text = rendered({ name: "reply", data: { to: "ana", refused, nearMisses: [] } });
    expect(text).toContain("\n\nAnd 7990 more lines were not done.\n");
    expect(text.length).toBeLessThan(4000);
  });

  it("has a liaison in the brief only where there is or has to be one", () => {
    const optional = { ...POLICY, requiredRoles: ["commander"] as const };
    const briefOf = (liaison: string | null) => {
      const data = { to: "ana", brief: { ...aBrief({ liaison }), openTasks: [] }, statusUrl: null };
      return render({ name: "status", data }, optional, { server: "https://github.com" });
    };
    expect(briefOf(null)).not.toContain("External Liaison");
    expect(briefOf("cy")).toContain("- **External Liaison:** [cy]");
  });

  it("status answers with the brief", () => {
    expect(linesOf(SAMPLES.status)).toEqual([
      `**Where it stands**, for ${ANA}:`,
      "",
      ...WHERE_BO_WAS,
      `- **External Liaison:** ${BO}`,
      `- **Subject Matter Expert:** ${CY} (storage), [di](https://github.com/di)`,
      `- **Not answered yet:** ${ANA}, asked to confirm as Incident Commander; ${ED}, asked to take over as External Liaison`,
      ...WHERE_IT_STANDS,
      "",
      "All of it, with the timeline, is in the [status comment](https://github.com/acme/hub/issues/1#issuecomment-1).",
    ]);
  });

  it("status says what is missing, too", () => {
    const brief = { ...aBrief({ commander: null, liaison: null }), openTasks: [] };
    expect(linesOf({ name: "status", data: { to: "ana", brief, statusUrl: null } })).toEqual([
      `**Where it stands**, for ${ANA}:`,
      "",
      "- **State:** Investigating since 2026-05-04 09:00 UTC, SEV-4",
      "- **Incident Commander:** nobody; `/commander me`",
      "- **External Liaison:** nobody; `/liaison me`",
      "- **Last told outside:** nothing yet; `/update TEXT` records it",
    ]);
  });

  it("help shows one command", () => {
    expect(linesOf(SAMPLES.help)).toEqual([
      "`/severity LEVEL` says how bad it is.",
      "",
      "- **Who may:** anyone with write access",
      "- **Also:** `/sev`",
      "- **Examples:** `/severity SEV-2`, `/severity sev2`, `/severity 2`",
    ]);
  });

  it("help shows all commands, and who may where it differs", () => {
    const [first] = SAMPLES.help.data.commands;
    const all = [first, first, { ...first, usage: "/confirm", summary: "says `x`", who: "you" }];
    const commands = all.filter((one) => one !== undefined) as typeof SAMPLES.help.data.commands;
    expect(linesOf({ name: "help", data: { to: "ana", topic: null, commands } })).toEqual([
      "A command is one line that starts with `/`, in a new comment; several are fine. An edited comment is not read again.",
      "They are open to anyone with write access.",
      "",
      "| Command | What it does |",
      "| --- | --- |",
      "| `/severity LEVEL` | says how bad it is |",
      "| `/severity LEVEL` | says how bad it is |",
      "| `/confirm` | says `x` (you) |",
      "",
      "More about one of them: `/help handoff`.",
    ]);
  });
});
