import { readdirSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { TicketMessage } from "../../src/effects/ticket-message.ts";
import { lintOutgoing, type OutgoingSurroundings } from "../../src/incident/outgoing/index.ts";
import { renderTicket, TICKET_MESSAGES } from "../../src/messages/render-ticket.ts";
import { toTicketWords } from "../../src/messages/ticket-words.ts";
import { HOSTILE } from "../support/markdown.ts";

const AT = Date.UTC(2026, 4, 4, 11, 30);
const AROUND: OutgoingSurroundings = {
  server: "https://github.com",
  privateRepositories: ["org/secret-ops"],
  internalHosts: ["grafana.example.org"],
  names: [],
};

const SAMPLES: {
  readonly [Name in TicketMessage["name"]]: Extract<TicketMessage, { name: Name }>;
} = {
  "first-response": {
    name: "first-response",
    data: { words: "Logins fail for **some** people.", nextUpdate: AT },
  },
  update: { name: "update", data: { words: "- found the cause\n- mending it", nextUpdate: null } },
  resolved: { name: "resolved", data: { words: null } },
  note: {
    name: "note",
    data: { issue: "org/repo#12", url: "https://github.com/org/repo/issues/12" },
  },
  published: { name: "published", data: { report: "https://github.com/org/repo/pull/14" } },
  "published-note": {
    name: "published-note",
    data: { report: "https://github.com/org/repo/pull/14", isOpen: false },
  },
};

const render = (message: TicketMessage): string => renderTicket(message, AROUND);
const words = (markdown: string): string => toTicketWords(markdown, AROUND);

describe("the messages of a ticket", () => {
  it("have one template each", () => {
    const files = readdirSync(new URL("../../templates/ticket/", import.meta.url));
    const names = [...TICKET_MESSAGES, "canned"];
    expect(files.toSorted()).toEqual(names.map((name) => `${name}.hbs`).toSorted());
  });

  it("say first that somebody looks into it, and when they hear again", () => {
    expect(render(SAMPLES["first-response"])).toBe(
      [
        "<p>Hello,</p>",
        "<p>Thank you for telling us. We are looking into it now.</p>",
        "<p>Logins fail for <strong>some</strong> people.</p>",
        "<p>You hear from us again by Mon 2026-05-04 11:30 UTC, also if there is no news.</p>",
        "<p>If something changes for you, please answer this message.</p>",
      ].join("\n"),
    );
  });

  it("say it without words and without a time, too", () => {
    const data = { words: null, nextUpdate: null };
    expect(render({ name: "first-response", data })).toBe(
      [
        "<p>Hello,</p>",
        "<p>Thank you for telling us. We are looking into it now.</p>",
        "<p>We write here when there is news.</p>",
        "<p>If something changes for you, please answer this message.</p>",
      ].join("\n"),
    );
  });

  it("bring a person's update", () => {
    expect(render(SAMPLES.update)).toBe(
      [
        "<p>Hello,</p>",
        "<p>This is what we know now:</p>",
        "<ul>\n<li>found the cause</li>\n<li>mending it</li>\n</ul>",
        "<p>We write here when there is news.</p>",
      ].join("\n"),
    );
  });

  it("ask at the resolution whether it works", () => {
    expect(render(SAMPLES.resolved)).toBe(
      [
        "<p>Hello,</p>",
        "<p>As far as we can see, it works again.</p>",
        "<p>Does it work for you too? Please answer this message and tell us. If it does not, we go on.</p>",
        "<p>Thank you for your patience.</p>",
      ].join("\n"),
    );
  });

  it("tell agents where the work goes on", () => {
    expect(render(SAMPLES.note)).toBe(
      [
        '<p>This ticket is worked on as an incident: <a href="https://github.com/org/repo/issues/12">org/repo#12</a></p>',
        "<p>What is written there may be public. Please keep what is private in this ticket.</p>",
      ].join("\n"),
    );
  });

  it("say where the report is, to the community", () => {
    expect(render(SAMPLES.published)).toBe(
      [
        "<p>Hello,</p>",
        "<p>The report about this incident is published. It says what happened, and what we do about it:</p>",
        '<p><a href="https://github.com/org/repo/pull/14">https://github.com/org/repo/pull/14</a></p>',
        "<p>It is for you to read. You need not answer.</p>",
      ].join("\n"),
    );
  });

  it.each([
    [true, "If they are to read it, send them this address in a reply."],
    [false, "What they are to know, tell them in a reply."],
  ])("say where the report is to agents alone, and what to do; open: %s", (isOpen, says) => {
    const { name, data } = SAMPLES["published-note"];
    const [first, second] = render({ name, data: { ...data, isOpen } }).split("\n");
    expect(first).toContain('published: <a href="https://github.com/org/repo/pull/14">https:');
    expect(second).toContain(says);
  });

  it("have the report's link below a text that the desk keeps", () => {
    expect(renderTicket(SAMPLES.published, AROUND, "<p>Canned.</p>")).toBe(
      '<p>Canned.</p>\n<p><a href="https://github.com/org/repo/pull/14">https://github.com/org/repo/pull/14</a></p>',
    );
    expect(renderTicket(SAMPLES.resolved, AROUND, "<p>Canned.</p>")).toBe("<p>Canned.</p>");
  });

  it("link to nothing but the web", () => {
    const data = { issue: 'a"><b>#1', url: "javascript:alert(1)" };
    expect(render({ name: "note", data }).split("\n")[0]).toBe(
      "<p>This ticket is worked on as an incident: a&quot;&gt;&lt;b&gt;#1</p>",
    );
  });

  it.each([SAMPLES["first-response"], SAMPLES.update, SAMPLES.resolved, SAMPLES.published])(
    "promise and blame nothing by themselves: $name",
    (sample) => {
      expect(lintOutgoing(render(sample).replace(/<[^>]*>/g, ""), AROUND)).toEqual([]);
    },
  );
});

/** Everything that HTML does besides being read. */
const doings = (html: string): readonly string[] => [
  ...[...html.matchAll(/<\/?([a-z\d]+)/gi)]
    .map(([, tag = ""]) => tag)
    .filter((tag) => !/^(?:p|br|strong|em|s|code|pre|ul|ol|li|blockquote|a)$/.test(tag)),
  ...[...html.matchAll(/<[a-z]+\s([^>]*)>/gi)]
    .map(([, attributes = ""]) => attributes)
    .filter((attributes) => !/^(?:href="https?:\/\/[^"]*"|\/)$/.test(attributes)),
];

describe("what a person wrote, in a ticket", () => {
  it.each([
    ["one\ntwo", "<p>one<br />\ntwo</p>"],
    ["# Big\n\ntext", "<p>Big</p>\n<p>text</p>"],
    ["`a < b` & *c*", "<p><code>a &lt; b</code> &amp; <em>c</em></p>"],
    ["<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"],
    ["![my screen](https://x.example/p.png)", "<p>[picture: my screen]</p>"],
    ["![](https://x.example/p.png)", "<p>[picture]</p>"],
    [
      "[docs](https://docs.example.org/a?b=1&c=2)",
      '<p><a href="https://docs.example.org/a?b=1&amp;c=2">docs</a></p>',
    ],
    ["[x](mailto:a@b.example)", "<p>x</p>"],
    ["[x](javascript:alert)", "<p>[x](javascript:alert)</p>"],
    ["[x](//evil.example)", "<p><a>x</a></p>"],
    ["@ana and #12", "<p>@ana and #12</p>"],
    ["see https://example.org/", "<p>see https://example.org/</p>"],
    ["[board](https://grafana.example.org/d/1)", "<p>board</p>"],
    ["<http://localhost:3000/x>", "<p>(internal link)</p>"],
    ["[http://localhost/](http://127.0.0.1/)", "<p>(internal link)</p>"],
    ["see https://github.com/org/secret-ops/issues/1 now", "<p>see (internal link) now</p>"],
    [
      "`ssh 10.0.0.1`, org/secret-ops#4",
      "<p><code>ssh (internal link)</code>, (internal link)</p>",
    ],
    ["```\ncurl localhost:80\n```", "<pre><code>curl (internal link)\n</code></pre>"],
    ["![localhost](x)", "<p>[picture: (internal link)]</p>"],
    ["a\u202Eb\u0000c", "<p>abc</p>"],
    ["  ", ""],
  ])("%j becomes %j", (markdown, html) => {
    expect(words(markdown)).toBe(html);
  });

  it.each(HOSTILE.map((poison) => [poison]))("does nothing: %.40j", (poison) => {
    for (const name of ["first-response", "update"] as const) {
      expect(doings(render({ name, data: { words: poison, nextUpdate: AT } }))).toEqual([]);
    }
  });

  it("does nothing, whatever it is", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ..."\\`*_[]()#+-!|~<>&:@ \n\"'1a".split(""),
        "http://",
        "localhost",
        ...HOSTILE.slice(0, 14),
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    const texts = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        expect(doings(words(text))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(["*", "[", "![", "> ", "`", "<http://a>", "[a](http://a)", "**a_", "- "])(
    "takes less than two seconds for 65,536 characters of %j",
    (unit) => {
      const before = process.cpuUsage().user;
      words(unit.repeat(65_536 / unit.length));
      expect(process.cpuUsage().user - before).toBeLessThan(2_000_000);
    },
  );
});
