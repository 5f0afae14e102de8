import { describe, expect, it } from "@jest/globals";
import type { CommandContext, Reach } from "../../src/commands/index.ts";
import type { CommunityText, HeldText } from "../../src/incident/community.ts";
import type { Incident } from "../../src/incident/incident.ts";
import type { Policy } from "../../src/incident/policy.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { aContext, AT, give, URL_OF_COMMENT } from "./cases.ts";

const COMMUNITY: Reach = {
  tickets: ["https://example.freshdesk.com/a/tickets/125"],
  around: { server: "https://github.com", privateRepositories: [], internalHosts: [], names: [] },
};

/** What a comment gives where the community is reached in a ticket. */
const say = (
  comment: string,
  incident: Partial<Incident> = {},
  {
    by = "ana",
    approval = POLICY.ticket.approval,
    community = COMMUNITY,
  }: {
    readonly by?: string;
    readonly approval?: Policy["ticket"]["approval"];
    readonly community?: CommandContext["community"];
  } = {},
) => {
  const context = aContext(anIncident({ liaison: "bo", ...incident }), { by, community });
  const ticket = { ...POLICY.ticket, approval };
  return give(comment, { ...context, policy: { ...context.policy, ticket } });
};

const text = (words: string | null, more: Partial<CommunityText> = {}): CommunityText => ({
  name: "update",
  isUpdate: true,
  words,
  promisedAt: null,
  nextAt: AT + 2 * 3_600_000,
  by: "ana",
  at: AT,
  url: URL_OF_COMMENT,
  ...more,
});

const sent = (one: CommunityText, who?: string) => [
  {
    kind: "record-update",
    isToBeSent: true,
    update: { at: AT, by: one.by, text: one.words, url: one.url, nextAt: one.promisedAt },
  },
  {
    kind: "log",
    entry: {
      kind: "update",
      by: one.by,
      text: one.words,
      url: one.url,
      ...(who === undefined ? {} : { who }),
      ...(one.promisedAt === null ? {} : { promisedAt: one.promisedAt }),
    },
  },
  { kind: "say", text: one },
];

const DOUBTFUL = "it will be fixed in an hour";

describe("an update where the community is reached", () => {
  it("goes out, with when they hear again by the process or by the promise", () => {
    expect(say("/update logins work")).toEqual(sent(text("logins work")));
    const promisedAt = AT + 3_600_000;
    expect(say("/update logins work\nnext: 1h")).toEqual(
      sent(text("logins work", { promisedAt, nextAt: promisedAt })),
    );
  });

  it("promises nothing where it is over, and tells so if nobody did", () => {
    const resolved = { phase: "resolved", phaseSince: after(5) } as const;
    expect(say("/update it works", resolved)).toEqual(
      sent(text("it works", { name: "resolved", nextAt: null })),
    );
    const vouched = { announce: { at: after(6), by: "bo" } };
    expect(say("/update it works", { ...resolved, vouched })).toEqual(
      sent(text("it works", { nextAt: null })),
    );
  });

  it.each([
    ["role", "ana", true],
    ["role", "bo", true],
    ["role", "cy", false],
    ["never", "cy", true],
    ["always", "ana", false],
  ] as const)("by the policy's %s: of %s goes out: %j", (approval, by, goes) => {
    const found = say("/update logins work", {}, { approval, by });
    const given = text("logins work", { by: by === "cy" ? "Cy" : by });
    expect(found).toEqual(goes ? sent(given) : [{ kind: "hold", text: given, mayBeSent: false }]);
  });

  it("waits where its words are doubtful, unless its author insists", () => {
    const held = { kind: "hold", text: text(DOUBTFUL), mayBeSent: true };
    expect(say(`/update ${DOUBTFUL}`)).toEqual([held]);
    expect(say(`/update! ${DOUBTFUL}`)).toEqual(sent(text(DOUBTFUL)));
    expect(say(`/update! ${DOUBTFUL}`, {}, { by: "cy" })).toEqual([
      { kind: "hold", text: text(DOUBTFUL, { by: "Cy" }), mayBeSent: false },
    ]);
  });

  it("that waits already waits once", () => {
    const held: HeldText = { text: text(DOUBTFUL), count: 1, mayBeSent: true };
    expect(say(`/update ${DOUBTFUL}`, { held })).toEqual([]);
    const other = { ...held, text: text("something else") };
    expect(say(`/update ${DOUBTFUL}`, { held: other })).toHaveLength(1);
  });

  it("has 1,500 characters at most, where they read it in a ticket", () => {
    expect(say(`/update ${"x".repeat(1500)}`)).toHaveLength(3);
    expect(say(`/update ${"x".repeat(1501)}`)).toBe(
      "This goes to the community, and has 1501 characters; 1500 are the most. Say the rest in a message of its own, or write it down with `/note`.",
    );
    expect(say(`/update ${"x".repeat(1501)}`, {}, { community: null })).toHaveLength(2);
  });
});

const ending = (words: string | null) =>
  text(words, { name: "resolved", isUpdate: false, nextAt: null });

describe("a resolution where the community is reached", () => {
  it("tells them, with its author's words or with Sitrep's alone", () => {
    expect(say("/resolve all is well").slice(3)).toEqual([
      { kind: "say", text: ending("all is well") },
    ]);
    expect(say("/resolve").slice(3)).toEqual([{ kind: "say", text: ending(null) }]);
    expect(say("/resolve", {}, { community: null })).toHaveLength(3);
  });

  it("waits as an update does, and is no less resolved", () => {
    expect(say("/resolve", {}, { approval: "always" })).toMatchObject([
      { kind: "set-phase", phase: "resolved" },
      { kind: "log" },
      { kind: "post" },
      { kind: "hold", text: ending(null), mayBeSent: false },
    ]);
  });

  it("is refused where its words are too long for a ticket", () => {
    expect(say(`/resolve ${"x".repeat(1501)}`)).toContain("1500 are the most");
  });
});

describe("/approve", () => {
  const held: HeldText = { text: text("logins work", { by: "cy" }), count: 1, mayBeSent: false };

  it("sends what waits, and tells whose word it was", () => {
    expect(say("/approve", { held }, { by: "bo" })).toEqual(sent(held.text, "bo"));
    expect(say("/approve", { held }, { by: "ana" })).toEqual(sent(held.text, "ana"));
    const over = { ...held, text: text(null, { name: "resolved", isUpdate: false }) };
    expect(say("/approve", { held: over })).toEqual([{ kind: "say", text: over.text }]);
  });

  it.each(["cy", "rep"])("is not for %s", (by) => {
    expect(say("/approve", { held, representative: "rep" }, { by })).toBe(
      "the External Liaison and the Incident Commander",
    );
  });

  it("is not for a holder without rights", () => {
    expect(say("/approve", { held, liaison: "rep" }, { by: "rep" })).toBe(
      "the External Liaison and the Incident Commander",
    );
  });

  it("says why nothing is sent", () => {
    const nothing = expect.stringContaining("Nothing waits for approval");
    expect(say("/approve")).toEqual(nothing);
    expect(say("/approve", { held: null })).toEqual(nothing);
    const closed = { at: after(5), by: "bo", reason: "completed" };
    expect(say("/approve", { held, closed })).toEqual(nothing);
    expect(say("/approve", { held }, { community: null })).toEqual(
      "No ticket is named any more in which it could be sent. Name it with `/ticket URL`.",
    );
  });
});
