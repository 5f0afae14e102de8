import { describe, expect, it } from "@jest/globals";
import type { Message } from "../../src/effects/index.ts";
import type { Incident } from "../../src/incident/incident.ts";
import { render, renderStatus, renderTicket } from "../../src/messages/index.ts";
import { toTicketText } from "../../src/messages/ticket-text.ts";
import { after, anIncident, aBrief, POLICY } from "../support/incident.ts";
import { A_TEXT, commentUrl } from "./busy.ts";
import { SAMPLES } from "./samples.ts";

const SERVER = { server: "https://github.com" };
const linesOf = (message: Message): readonly string[] =>
  render(message, POLICY, SERVER).trimEnd().split("\n");

const PREVIEW = [
  "> Hello,",
  ">",
  "> This is what we know now:",
  ">",
  "> Logins are slow. We are back by 5pm.",
  ">",
  "> \\- found the cause",
  ">",
  "> \\- mending it",
  ">",
  "> You hear from us again by Mon 2026-05-04 11:30 UTC, also if there is no news.",
];

describe("a text that waits", () => {
  const name = "text-waits";
  const { data } = SAMPLES[name];
  const clean = { ...data, findings: [], more: 0 };
  const waiting = (more: Partial<typeof data>) => linesOf({ name, data: { ...clean, ...more } });

  it("is shown as it will be sent, and says who lets it go", () => {
    expect(waiting({})).toEqual([
      "@ana, @cy, [bo](https://github.com/bo) wrote this for the community.",
      "",
      ...PREVIEW,
      "",
      "`/approve` sends it as it stands here. `/update` with better words takes its place.",
    ]);
  });

  it("says what is doubtful", () => {
    expect(linesOf(SAMPLES[name]).slice(-7)).toEqual([
      "",
      "What is doubtful:",
      "",
      "- `by 5pm`: Nobody knows yet when it works again.",
      "- and 1 more",
      "",
      "`/update` with better words takes its place. `/approve` sends it all the same.",
    ]);
    expect(linesOf({ name, data: { ...data, mayBeSent: true } })).toEqual([
      "@bo, this was not sent to the community yet: the check of its words doubts something.",
      "",
      ...PREVIEW,
      "",
      "What is doubtful:",
      "",
      "- `by 5pm`: Nobody knows yet when it works again.",
      "- and 1 more",
      "",
      "`/update` with better words takes its place. `/update!` with the same words, or `/approve` by External Liaison or Incident Commander, sends it all the same.",
    ]);
  });

  it("that says that it is over says so, also where nobody has a role", () => {
    const text = { ...A_TEXT, name: "resolved", words: null } as const;
    expect(waiting({ text, speakers: [] })).toEqual([
      "Whoever takes External Liaison or Incident Commander, [bo](https://github.com/bo) wrote this for the community, that it is over.",
      "",
      "> Hello,",
      ">",
      "> As far as we can see, it works again.",
      ">",
      "> Does it work for you too? Please answer this message and tell us. If it does not, we go on.",
      ">",
      "> Thank you for your patience.",
      "",
      "`/approve` sends it as it stands here. `/update` with better words takes its place.",
    ]);
  });

  it("names the canned response that stands above it", () => {
    expect(waiting({ canned: 7 }).slice(2, 6)).toEqual([
      "> \\[canned response 7 of Freshdesk\\]",
      ">",
      "> Logins are slow. We are back by 5pm.",
      ">",
    ]);
  });

  it("is not repeated where it may hold a secret", () => {
    const secret = {
      kind: "secret",
      excerpt: "hunt…",
      offset: 3,
      suggestion: "Take it out.",
    } as const;
    expect(waiting({ findings: [secret] }).slice(2, 3)).toEqual([
      `It is not repeated here, since it may hold a secret: see [the comment](${commentUrl(4)}).`,
    ]);
  });
});

describe("an answer of the community", () => {
  const name = "community-answered";
  const { data } = SAMPLES[name];
  const TICKET = "[the ticket](https://example.freshdesk.com/a/tickets/125)";

  it("asks to read it, and to say what it means", () => {
    expect(linesOf(SAMPLES[name])[0]).toBe(
      `@bo, the community answered in ${TICKET} at 2026-05-04 10:00 UTC. Please read it there. If it says that it works, write \`/confirm\`; if not, \`/reopen\` and why. Until then, silence does not count as agreement; \`/update\` answers them, and the silence counts from then.`,
    );
  });

  it("asks to answer while it goes on", () => {
    expect(linesOf({ name, data: { ...data, isOver: false, names: [] } })[0]).toBe(
      `Whoever speaks with the community, the community answered in ${TICKET} at 2026-05-04 10:00 UTC. Please read it there. \`/update\` answers them; \`/note\` keeps for the team what it says, in your own words.`,
    );
  });

  it("asks for help at last", () => {
    const lines = linesOf({ name, data: { ...data, isLast: true, names: ["pm"] } });
    expect(lines[0]).toBe(
      `The community answered in ${TICKET} at 2026-05-04 10:00 UTC, and nobody has said what it means.`,
    );
    expect(lines[2]).toMatch(
      /^@pm, please help: somebody reads it there\. If it says that it works,/,
    );
  });
});

const status = (incident: Partial<Incident>): string =>
  renderStatus(
    {
      incident: anIncident(incident),
      brief: aBrief(incident),
      notices: [],
      agenda: [],
      gates: [],
      backlog: null,
      actionItems: [],
      commands: [],
      ...SERVER,
    },
    POLICY,
  );

describe("the status comment", () => {
  it("tells of a text that waits", () => {
    expect(status({ held: { text: A_TEXT, mayBeSent: false, count: 1 } })).toContain(
      `- **External Liaison or Incident Commander:** [a text](${commentUrl(4)}) by [bo](https://github.com/bo) for the community waits for \`/approve\` since 2026-05-04 09:30 UTC.`,
    );
    expect(status({})).not.toContain("/approve");
  });

  it("tells what was said in tickets, and links to them", () => {
    const url = "https://example.freshdesk.com/a/tickets/125";
    const text = status({
      timeline: [
        { at: after(0), kind: "told", by: null, what: "first-response", url },
        { at: after(5), kind: "update", by: "bo", text: "slow", who: "ana" },
        { at: after(9), kind: "told", by: "bo", what: "resolved", url },
        { at: after(12), kind: "answered", by: null, url },
      ],
    });
    expect(text).toContain(
      `- [09:00](${url}) the community was told that somebody looks into it, in the ticket`,
    );
    expect(text).toContain("- 09:05 bo gave a status update, and ana approved it: slow");
    expect(text).toContain(
      `- [09:09](${url}) the community was told that it is over, in the ticket`,
    );
    expect(text).toContain(`- [09:12](${url}) the community answered in the ticket`);
  });
});

describe("a canned response", () => {
  const around = { ...SERVER, privateRepositories: [], internalHosts: [], names: [] };
  const kept = "<p>We are on it.</p>";

  it("stands in the place of Sitrep's own words, and above a person's", () => {
    const update = { name: "update", data: { words: "*slow*", nextUpdate: after(150) } } as const;
    expect(renderTicket(update, around, kept)).toBe(
      [
        kept,
        "<p><em>slow</em></p>",
        "<p>You hear from us again by Mon 2026-05-04 11:30 UTC, also if there is no news.</p>",
      ].join("\n"),
    );
    const resolved = { name: "resolved", data: { words: null } } as const;
    expect(renderTicket(resolved, around, kept)).toBe(kept);
  });

  it("never takes the place of the note", () => {
    const note = { name: "note", data: { issue: "a/b#1", url: "https://x.example/1" } } as const;
    expect(renderTicket(note, around, kept)).toBe(renderTicket(note, around));
  });
});

describe("a message of a ticket as plain text", () => {
  it.each([
    ["<p>a &lt;b&gt; &amp;&quot; &#x27;&#39;</p>", "a <b> &\" ''"],
    ["<p>a<br />\nb</p>\n<p>c</p>", "a\nb\nc"],
    [
      '<p><a href="https://x.example/?a=1&amp;b=2">there</a></p>',
      "there (https://x.example/?a=1&b=2)",
    ],
    ['<a href="https://x.example/">https://x.example/</a>', "https://x.example/"],
    ["<ul>\n<li>a</li>\n<li>\n<p>b</p>\n</li>\n</ul>", "- a\n- b"],
    ["&#99999999;x", "&#99999999;x"],
    ["&#x110000;x", "x"],
    ["&copy;", "&copy;"],
  ])("%s", (html, text) => {
    expect(toTicketText(html)).toBe(text);
  });
});
