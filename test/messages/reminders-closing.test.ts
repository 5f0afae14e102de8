import { describe, expect, it } from "@jest/globals";
import type { Message } from "../../src/effects/index.ts";
import type { ReportStanding } from "../../src/incident/report.ts";
import { render } from "../../src/messages/index.ts";
import { after, POLICY } from "../support/incident.ts";
import { SAMPLES } from "./samples.ts";

const linesOf = (message: Message): readonly string[] =>
  render(message, POLICY, { server: "https://github.com" }).trimEnd().split("\n");

const COMES_AGAIN =
  "If nothing changes, Sitrep asks again 2026-05-04 09:40 UTC: [pm](https://github.com/pm). `/snooze` with a time puts that off.";

const asks = (who: string) =>
  `${who}, nobody has written here since 2026-05-04 09:00 UTC. Where does it stand? Write \`/note\` and what you know or try, or \`/update\` and what the community was told. If it is over, write \`/resolve\`.`;

const tell = (who: string) =>
  `${who}, please tell the community that it is over, and ask whether it works for them. Then write \`/update\` and what you told them, or \`/done announce\`. When they say that it works, write \`/confirm\`.`;

describe("gone-quiet", () => {
  it("asks where it stands", () => {
    expect(linesOf(SAMPLES["gone-quiet"])).toEqual([asks("@ana")]);
  });

  it("asks whoever works on it where nobody is known", () => {
    const data = { ...SAMPLES["gone-quiet"].data, names: [] };
    expect(linesOf({ name: "gone-quiet", data })).toEqual([asks("Whoever works on it")]);
  });
});

describe("confirm-with-community", () => {
  const name = "confirm-with-community";
  const { data } = SAMPLES[name];
  const SILENCE =
    "If they do not answer, that counts as agreement 48 working hours after they were told.";
  it("asks to tell the community, and for its word", () => {
    expect(linesOf(SAMPLES[name])).toEqual([tell("@bo"), "", SILENCE]);
    expect(linesOf({ name, data: { ...data, names: [] } })).toEqual([
      tell("Whoever speaks with the community"),
      "",
      SILENCE,
    ]);
  });

  it("asks for its word alone where it was told already", () => {
    expect(linesOf({ name, data: { ...data, toldAt: after(30) } })).toEqual([
      "@bo, the community was told at 2026-05-04 09:30 UTC that it is over. Does it work for them? When they say so, write `/confirm`.",
      "",
      SILENCE,
    ]);
  });
});

describe("may-close", () => {
  const name = "may-close";
  const { data } = SAMPLES[name];

  it("says why it may be closed, and by which command", () => {
    expect(linesOf(SAMPLES[name])).toEqual([
      "**This incident may be closed:** the community was told, and has been silent for 48 working hours, and the Incident Report is done.",
      "",
      "@ana, please write `/close`. If it is not over after all: `/reopen` and why.",
    ]);
    expect(linesOf({ name, data: { ...data, isConfirmed: true, names: [] } })).toEqual([
      "**This incident may be closed:** the community confirmed that it is over, and the Incident Report is done.",
      "",
      "Whoever worked on it, please write `/close`. If it is not over after all: `/reopen` and why.",
    ]);
  });
});

const A_DRAFT: ReportStanding = {
  stage: "draft",
  as: "pull-request",
  url: "https://github.com/acme/hub/pull/14",
  reviewer: null,
};

const since = (lacks: string): string =>
  `**The Incident Report is not ${lacks}.** The incident was resolved 2026-05-04 09:00 UTC.`;

describe("report-due", () => {
  const name = "report-due";
  const { data } = SAMPLES[name];
  const DRAFT = "https://github.com/acme/hub/pull/14";
  const reported = (report: Partial<ReportStanding>, more: Partial<typeof data> = {}) =>
    linesOf({
      name,
      data: { ...data, others: [], next: null, report: { ...A_DRAFT, ...report }, ...more },
    });

  it("links the draft, says what is to be done and by whom, and when it asks again", () => {
    expect(linesOf(SAMPLES[name])).toEqual([
      since("filled in"),
      "",
      `@ana, please answer the questions in [the draft](${DRAFT}), then press **Ready for review** there. @bo, please see that it gets done.`,
      "",
      "If it stands elsewhere, `/done report` says that it is done.",
      "",
      COMES_AGAIN,
    ]);
  });

  it.each<readonly [string, Partial<ReportStanding>, readonly string[]]>([
    [
      "an issue",
      { as: "issue" },
      [
        since("filled in"),
        "",
        `@ana, please answer the questions in [the draft](${DRAFT}), then close it.`,
        "",
        "If it stands elsewhere, `/done report` says that it is done.",
      ],
    ],
    [
      "a comment",
      { as: "comment" },
      [
        since("filled in"),
        "",
        `@ana, please answer the questions in [the draft](${DRAFT}), then write \`/done report\`.`,
        "",
        "If it stands elsewhere, `/done report` says that it is done.",
      ],
    ],
    [
      "reviewed by anybody",
      { stage: "in-review" },
      [since("reviewed"), "", `@ana, please let somebody else approve [the report](${DRAFT}).`],
    ],
    [
      "reviewed",
      { stage: "reviewed" },
      [since("merged"), "", `@ana, please merge [the report](${DRAFT}): that publishes it.`],
    ],
    [
      "withdrawn",
      { stage: "withdrawn" },
      [
        since("done"),
        "",
        `@ana, please reopen [its pull request](${DRAFT}), or write \`/done report\` if it stands elsewhere.`,
      ],
    ],
    [
      "an issue that was set aside",
      { stage: "withdrawn", as: "issue" },
      [
        since("done"),
        "",
        `@ana, please reopen [its issue](${DRAFT}), or write \`/done report\` if it stands elsewhere.`,
      ],
    ],
    [
      "published, and not said to be done",
      { stage: "published" },
      [since("done"), "", `@ana, please write \`/done report\`: [it is published](${DRAFT}).`],
    ],
  ])("says what is next for a report that is %s", (_, report, lines) => {
    expect(reported(report)).toEqual(lines);
  });

  it("asks the reviewer to review, and says who wrote it", () => {
    const report = { stage: "in-review", reviewer: "bo" } as const;
    expect(reported(report, { names: ["bo"], turn: "bo" })).toEqual([
      since("reviewed"),
      "",
      `@bo, please review [the report](${DRAFT}), and approve it or say what is missing.`,
      "",
      "[ana](https://github.com/ana) wrote it. Merging it publishes it.",
    ]);
    expect(reported(report, { turn: "bo", writer: null })[4]).toBe("Merging it publishes it.");
  });

  it("asks for a draft where there is none, and whoever can where nobody is known", () => {
    const alone = { ...data, names: [], turn: null, others: [], next: null, report: null };
    expect(linesOf({ name, data: alone })).toEqual([
      since("filled in"),
      "",
      "Whoever worked on it, please write it. `/report` has Sitrep draft it.",
      "",
      "When it is done, tick “Fill in the Incident Report” in the top comment, or write `/done report`.",
    ]);
  });

  it("asks for help in the end, and says who was asked for what", () => {
    const last = { ...data, names: ["pm"], others: ["pm"], next: null, isLast: true };
    const help = (more: object) => linesOf({ name, data: { ...last, ...more } })[2];
    expect(help({})).toBe(
      `@pm, please help to get it done. [ana](https://github.com/ana) was asked to answer the questions in [the draft](${DRAFT}), then press **Ready for review** there.`,
    );
    expect(help({ report: null })).toBe(
      "@pm, please help to get it done. [ana](https://github.com/ana) was asked to write it.",
    );
    expect(help({ names: [], turn: null })).toBe("Whoever can, please help to get it done.");
  });
});

describe("action-items-open", () => {
  const name = "action-items-open";
  const { data } = SAMPLES[name];

  it("lists what is open and who does it, and says when it asks again", () => {
    expect(linesOf(SAMPLES[name])).toEqual([
      "**Action items of this incident are still open.** It was closed 2026-05-04 09:00 UTC.",
      "",
      "- [Watch the disks](https://github.com/acme/hub/issues/12) ([cy](https://github.com/cy), [di](https://github.com/di))",
      "- [\\[Fix\\](x) \\`df\\` of @\u200Bacme/hub](https://github.com/acme/hub/issues/13)",
      "- and 3 more",
      "",
      "@cy, @di, please do what is left, and close each issue when it is done or not wanted any more.",
      "",
      COMES_AGAIN,
    ]);
  });

  it("names nobody where nobody is known", () => {
    const text = linesOf({ name, data: { ...data, names: [], more: 0, next: null } });
    expect(text).not.toContain("- and 3 more");
    expect(text.at(-1)).toBe(
      "Whoever can, please do what is left, and close each issue when it is done or not wanted any more.",
    );
  });
});
