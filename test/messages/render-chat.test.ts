import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { ChatContent, ChatIncident, ChatTell } from "../../src/effects/chat.ts";
import { TELL_KINDS } from "../../src/effects/chat.ts";
import type { Policy } from "../../src/incident/policy.ts";
import { renderHead, renderTell } from "../../src/messages/index.ts";
import { after, DECLARED_AT, POLICY } from "../support/incident.ts";
import { HOSTILE } from "../support/markdown.ts";

const ISSUE = "https://github.com/acme/hub/issues/12";
const COMMENT = `${ISSUE}#issuecomment-7`;

const INCIDENT: ChatIncident = {
  title: "Hub is down",
  url: ISSUE,
  name: "acme/hub#12",
  phase: "investigating",
  isClosed: false,
  severity: "SEV-2",
  commander: "ana",
  liaison: null,
  declaredAt: DECLARED_AT,
  declaredBy: "bo",
};

const aTell = (kind: ChatTell["kind"], some: Partial<ChatTell> = {}): ChatTell => ({
  kind,
  at: after(31),
  by: "bo",
  who: null,
  what: null,
  text: null,
  url: COMMENT,
  calls: [],
  ...some,
});

const withSlack = (...ids: readonly (readonly [string, string])[]): Policy => ({
  ...POLICY,
  people: Object.fromEntries(
    ids.map(([login, slack]) => [
      login.toLowerCase(),
      { login, zone: "UTC", calendar: null, slack },
    ]),
  ),
});

interface Node {
  readonly type: string;
  readonly text?: string | Node;
  readonly url?: string;
  readonly style?: unknown;
  readonly elements?: readonly Node[];
}

/** Every part of the blocks, from the outside in. */
const nodesOf = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node) => [
    node,
    ...nodesOf(node.elements ?? []),
    ...(typeof node.text === "object" ? nodesOf([node.text]) : []),
  ]);

const nodes = ({ blocks }: ChatContent): readonly Node[] => nodesOf(blocks as readonly Node[]);

/** What the blocks show, with `>` before people's words and `[...]` for a link. */
const shown = ({ blocks }: ChatContent): string =>
  (blocks as readonly Node[])
    .flatMap((block) => (block.type === "rich_text" ? (block.elements ?? []) : [block]))
    .map((part) => {
      const inner = nodesOf([part]).map(({ type, text }) => {
        if (typeof text !== "string") return "";
        return type === "link" ? `[${text}]` : text;
      });
      return `${part.type === "rich_text_quote" ? "> " : ""}${inner.join("")}`;
    })
    .join("\n");

const section = (...elements: readonly object[]): object => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements }],
});

describe("the head message of an incident", () => {
  it("says what it is, where it stands, who holds which role, and where the issue is", () => {
    expect(renderHead(INCIDENT, POLICY)).toEqual({
      text: "Investigating, SEV-2: Hub is down (acme/hub#12)",
      blocks: [
        { type: "header", text: { type: "plain_text", text: "Hub is down", emoji: false } },
        section(
          { type: "text", text: "Investigating", style: { bold: true } },
          { type: "text", text: ", SEV-2, declared by bo, 2026-05-04 09:00 UTC\n" },
          { type: "text", text: "Incident Commander: ana\n" },
          { type: "text", text: "External Liaison: nobody yet\n" },
          { type: "link", url: ISSUE, text: "acme/hub#12" },
        ),
      ],
    });
  });

  it("names a liaison only where there is or has to be one", () => {
    const optional: Policy = { ...POLICY, requiredRoles: ["commander"] };
    expect(shown(renderHead(INCIDENT, optional))).not.toContain("External Liaison");
    const spoken = { ...INCIDENT, liaison: "cy" };
    expect(shown(renderHead(spoken, optional))).toContain("External Liaison: cy");
  });

  it("says that it is closed, whatever the phase is", () => {
    const closed = { ...INCIDENT, phase: "resolved", isClosed: true, declaredBy: null } as const;
    expect(shown(renderHead(closed, POLICY))).toContain("Closed, SEV-2, declared, 2026-05-04");
  });

  it("is called by the issue's name where its title shows as nothing", () => {
    expect(renderHead({ ...INCIDENT, title: "\u202E" }, POLICY).text).toContain(": acme/hub#12");
  });
});

describe("a message about what happened", () => {
  it.each<[string, ChatTell, string]>([
    [
      "a role that somebody was given",
      aTell("role", { who: "cy", what: "commander" }),
      "bo made cy Incident Commander.",
    ],
    [
      "a role that somebody took",
      aTell("role", { who: "bo", what: "liaison" }),
      "bo is External Liaison now.",
    ],
    [
      "a role by default",
      aTell("role", { by: null, who: "cy", what: "commander" }),
      "cy is Incident Commander by default.",
    ],
    [
      "a role that nobody has",
      aTell("role", { what: "commander" }),
      "Nobody is Incident Commander now, says bo.",
    ],
    [
      "a status update",
      aTell("update", { text: "Restarted the *hub*.\nWatching." }),
      "Status update from bo.\n> Restarted the hub.\nWatching.",
    ],
    ["a phase", aTell("phase", { what: "mitigated" }), "Mitigated, says bo."],
    [
      "the resolution",
      aTell("phase", { what: "resolved", text: "Disk replaced" }),
      "Resolved, says bo.\n> Disk replaced",
    ],
    [
      "a reopening",
      aTell("reopened", { text: "Again!" }),
      "Opened again by bo: the incident goes on.\n> Again!",
    ],
    ["a reopening by nobody", aTell("reopened", { by: null }), "Opened again by an automation"],
    [
      "the community's word",
      aTell("confirmed"),
      "The community confirmed that it is over, says bo.",
    ],
    ["the report", aTell("published"), "The Incident Report is published by bo."],
    ["the closing", aTell("closed", { what: "completed" }), "Closed by bo."],
    [
      "a closing as not planned",
      aTell("closed", { by: null, what: "not_planned" }),
      "Closed by an automation as not planned.",
    ],
    [
      "a cancelling",
      aTell("cancelled", { text: "A drill" }),
      "No incident after all, says bo.\n> A drill",
    ],
  ])("tells of %s", (_what, tell, words) => {
    const content = renderTell(tell, INCIDENT, POLICY);
    expect(shown(content)).toContain(words);
    expect(shown(content)).toMatch(/\n\[acme\/hub#12\]$/);
    expect(nodes(content)).toContainEqual({ type: "link", url: COMMENT, text: "acme/hub#12" });
    expect(content.text).toContain("(acme/hub#12: Hub is down)");
  });

  it("says below which incident it stands where it does not stand in a thread", () => {
    const content = renderTell(aTell("confirmed"), INCIDENT, { ...POLICY, thread: false });
    expect(shown(content)).toMatch(/\n\[acme\/hub#12\]: Hub is down$/);
  });

  it("leads to the issue where there is no comment", () => {
    const content = renderTell(aTell("closed", { url: null }), INCIDENT, POLICY);
    expect(nodes(content)).toContainEqual({ type: "link", url: ISSUE, text: "acme/hub#12" });
  });

  it("leads to the report where it is closed with one", () => {
    const report = "https://github.com/acme/hub/pull/13";
    const content = renderTell(aTell("closed", { report }), INCIDENT, POLICY);
    expect(nodes(content)).toContainEqual({ type: "link", url: report, text: "Incident Report" });
    expect(shown(content)).toMatch(/\n\[acme\/hub#12\], \[Incident Report\]$/);
  });

  it("leads to the whole where words had to be cut", () => {
    const lines = Array.from({ length: 40 }, (_, n) => `line ${n}`).join("\n");
    for (const text of ["long ".repeat(13_000), lines, "cut before…"]) {
      const content = renderTell(aTell("update", { text }), INCIDENT, POLICY);
      expect(nodes(content)).toContainEqual({ type: "link", url: COMMENT, text: "Read all of it" });
    }
  });
});

describe("an escalation", () => {
  const calls = ["acme/engineering", "Bo", "pm", "bo"];

  it("notifies whom it calls as far as the policy knows them, and names the others", () => {
    const policy = withSlack(["bo", "U0BO"], ["PM", "W0PM"], ["ana", "U0ANA"]);
    const content = renderTell(aTell("escalated", { calls, text: "Stuck" }), INCIDENT, policy);
    expect(content).toEqual({
      text: "<@U0BO> <@W0PM> Help is needed: bo asks for it. Stuck (acme/hub#12: Hub is down)",
      blocks: [
        {
          type: "rich_text",
          elements: [
            {
              type: "rich_text_section",
              elements: [
                {
                  type: "text",
                  text: "Help is needed: bo asks for it.",
                  style: { bold: true },
                },
              ],
            },
            { type: "rich_text_quote", elements: [{ type: "text", text: "Stuck" }] },
          ],
        },
        {
          type: "section",
          text: { type: "mrkdwn", text: "<@U0BO>, <@W0PM>: please help." },
        },
        section({
          type: "text",
          text: "Called on GitHub: acme/engineering.\nana is Incident Commander and says what is needed. To join, write /sme me in the issue.",
        }),
        section({ type: "link", url: COMMENT, text: "acme/hub#12" }),
      ],
    });
  });

  it("is not what it says where only somebody is missing who leads", () => {
    const policy = withSlack(["PM", "W0PM"]);
    const tell = aTell("vacant", { by: null, calls: ["pm"] });
    const content = renderTell(tell, { ...INCIDENT, commander: null }, policy);
    expect(content.text).toMatch(/^<@W0PM> Nobody leads the response\. \(/);
    expect(shown(content)).toContain(
      "Nobody is Incident Commander: whoever can take it, write /commander me",
    );
  });

  it("says that time ran out, and who is missing", () => {
    const tell = aTell("escalated", { by: null, calls });
    const text = shown(renderTell(tell, { ...INCIDENT, commander: null }, POLICY));
    expect(text).toContain("Help is needed: time ran out, and users cannot work yet.");
    expect(text).toContain("Called on GitHub: acme/engineering, Bo, pm.");
    expect(text).toContain(
      "Nobody is Incident Commander: whoever can take it, write /commander me",
    );
  });

  it("notifies nobody by names that every object has, nor by ids that are none", () => {
    const policy = withSlack(["bo", "U1> <!channel"], ["cy", "!here"]);
    const names = ["constructor", "__proto__", "toString", "bo", "cy"];
    const content = renderTell(aTell("escalated", { calls: names }), INCIDENT, policy);
    expect(nodes(content).some(({ type }) => type === "mrkdwn")).toBe(false);
    expect(content.text).not.toMatch(/[<>]/);
  });

  it("notifies, as does the search for somebody who leads; nothing else does", () => {
    const policy = withSlack(["bo", "U0BO"]);
    for (const kind of TELL_KINDS.filter((one) => !["escalated", "vacant"].includes(one))) {
      const content = renderTell(aTell(kind, { calls, text: "x" }), INCIDENT, policy);
      expect(JSON.stringify(content)).not.toContain("U0BO");
    }
  });
});

const WORST = [
  ...HOSTILE,
  "<!here> <!everyone> <!subteam^S1|x> <!date^1^{date}|x>",
  "<https://evil.example|bank> <mailto:a@b|c>",
  "[your bank](https://evil.example) ![x](https://evil.example/x.png) <https://evil.example>",
  "[<!channel>](https://a.example/<!here>) [x](<javascript:alert(1)>) [y](//evil.example)",
  "- <!channel>\n  1. <@U1>\n\n> <!here>\n\n```\n<!everyone>\n```\n# <!channel>",
  "*bold* _slanted_ ~gone~ `code` ```block``` >quote",
  "\u202Egnp.exe \u2066x\u2069",
  "<!channel>".repeat(6554).slice(0, 65_536),
  "**a_".repeat(16_384),
];

const OWN_LINKS = [INCIDENT.name, "Read all of it", "Incident Report"];
const isHonest = (url: string, text: string): boolean =>
  OWN_LINKS.includes(text) || url.startsWith(text.replace(/…$/, ""));

/** What Slack would do with it besides showing it: kinds of parts that no foreign string may be in, and limits. */
function doingsOf(content: ChatContent): readonly string[] {
  const parts = nodes(content);
  const live = parts.filter(
    ({ type }) => !["text", "link"].includes(type) && !INERT.includes(type),
  );
  const links = parts.flatMap(({ url }) => url ?? []).filter((url) => !/^https?:/.test(url));
  // People's links show where they lead: nobody is led elsewhere by words.
  const disguised = parts.flatMap(({ type, url = "", text }) =>
    type === "link" && typeof text === "string" && !isHonest(url, text) ? [text] : [],
  );
  const long = parts.filter(({ text }) => typeof text === "string" && text.length > 3000);
  const empty = parts.filter(({ text }) => text === "");
  const unescaped = content.text.match(/[<>]|&(?!amp;|lt;|gt;)/g) ?? [];
  const head = parts.find(({ type }) => type === "plain_text")?.text ?? "";
  return [
    ...live.map(({ type }) => type),
    ...links,
    ...disguised,
    ...unescaped,
    ...(long.length > 0 || content.text.length > 40_000 ? ["too long"] : []),
    ...(content.blocks.length > 50 || (head as string).length > 150 ? ["too many"] : []),
    ...(empty.length > 0 ? ["empty"] : []),
    // oxlint-disable-next-line no-control-regex
    ...(JSON.stringify(content).match(/[\u202A-\u202E\u2066-\u2069]|\\u0000/g) ?? []),
  ];
}

const INERT = [
  "header",
  "plain_text",
  "rich_text",
  "rich_text_section",
  "rich_text_quote",
  "rich_text_list",
  "rich_text_preformatted",
];

const everything = (poison: string): readonly ChatContent[] => {
  const incident = {
    ...INCIDENT,
    title: poison,
    severity: poison,
    commander: poison,
    liaison: poison,
    declaredBy: poison,
  };
  const tells = TELL_KINDS.map((kind) =>
    aTell(kind, { by: poison, who: poison, what: poison, text: poison, calls: [poison] }),
  );
  return [
    renderHead(incident, POLICY),
    ...tells.map((tell) => renderTell(tell, incident, { ...POLICY, thread: false })),
  ];
};

describe("people's words in a chat", () => {
  it.each(WORST.map((poison) => [poison.slice(0, 40), poison]))(
    "do nothing: %j",
    (_name, poison) => {
      expect(everything(poison).flatMap(doingsOf)).toEqual([]);
    },
  );

  it("do nothing, whatever they are", () => {
    const signs = fc.constantFrom(
      "<",
      ">",
      "&",
      "!channel",
      "@U1",
      "|",
      "*",
      "`",
      "[a](https://b.example)",
      "- ",
      "1. ",
      "> ",
      "```\n",
      "\n",
      "x",
      "\u202E",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(signs).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (poison) => {
        expect(everything(poison).flatMap(doingsOf)).toEqual([]);
      }),
    );
  });

  it("lead nowhere by an address that is none of the web", () => {
    const tell = aTell("update", { text: "x…", url: "javascript:alert(1)" });
    const content = renderTell(tell, INCIDENT, POLICY);
    expect(nodes(content).some(({ type }) => type === "link")).toBe(false);
  });
});
