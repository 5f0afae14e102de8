import { describe, expect, it } from "@jest/globals";
import type { Message } from "../../src/effects/index.ts";
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

describe("report-due", () => {
  const name = "report-due";
  const { data } = SAMPLES[name];
  const SINCE =
    "**The Incident Report is not filled in.** The incident was resolved 2026-05-04 09:00 UTC.";

  it("asks for the report, and says when it asks again", () => {
    expect(linesOf(SAMPLES[name])).toEqual([
      SINCE,
      "",
      "@ana, @bo, please fill it in. When it is done, tick “Fill in the Incident Report” in the top comment, or write `/done report`.",
      "",
      COMES_AGAIN,
    ]);
    expect(linesOf({ name, data: { ...data, names: [], next: null } })[2]).toMatch(
      /^Whoever worked on it, please fill it in\./,
    );
  });

  it("asks for help in the end", () => {
    const last = { ...data, names: ["pm"], next: null, isLast: true };
    expect(linesOf({ name, data: last })).toEqual([
      SINCE,
      "",
      "@pm, please help to get it written; [ana](https://github.com/ana) is to write it. When it is done, write `/done report`.",
    ]);
    expect(linesOf({ name, data: { ...last, names: [], writer: null } })[2]).toBe(
      "Whoever can, please help to get it written. When it is done, write `/done report`.",
    );
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
