import { describe, expect, it } from "@jest/globals";
import type { Incident } from "../../../src/incident/incident.ts";
import type { TimelineEntry, TimelinePart } from "../../../src/incident/timeline.ts";
import {
  createArchiveText,
  readUnsignedArchive,
} from "../../../src/integrations/github/archive-text.ts";
import type { Client } from "../../../src/integrations/github/client.ts";
import { withArchives, withParts } from "../../../src/integrations/github/read-archives.ts";
import { after, anIncident } from "../../support/incident.ts";

const write = createArchiveText("secret");
const ROOM = 60_000;

const entries = (from: number, count: number, text = "x"): readonly TimelineEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    at: after(from + index),
    kind: "note",
    by: "ana",
    text,
  }));
const part = (before: number, count: number): TimelinePart => ({
  before,
  entries: entries(before, count),
});

const signed = (text: string): string => text.split(" ")[3] ?? "";

describe("a part of a timeline in a comment", () => {
  it.each(["-->", "--!>", "\n<!-- sitrep:post x -->\n", "\u2028", '"'])(
    "is read back with %j in it, which ends nothing",
    (words) => {
      const data = { before: 25, entries: entries(0, 25, words) };
      const body = `shown\n\n<!-- sitrep:post timeline/25 -->${write(data, "I_1", ROOM)}`;
      expect(readUnsignedArchive(body)).toEqual({ issueId: "I_1", ...data });
      expect(body.match(/-->|--!>/g)).toHaveLength(2);
    },
  );

  it("is signed, by the secret and for what it says", () => {
    const one = signed(write(part(0, 2), "I_1", ROOM));
    expect(one).toHaveLength(43);
    expect(signed(write(part(0, 2), "I_1", ROOM))).toBe(one);
    expect(signed(write(part(0, 2), "I_2", ROOM))).not.toBe(one);
    expect(signed(createArchiveText("other")(part(0, 2), "I_1", ROOM))).not.toBe(one);
  });

  it("is left out where it has no room, and is nothing where it is broken or quoted", () => {
    const text = write(part(0, 2), "I_1", ROOM);
    expect(write(part(0, 2), "I_1", text.length)).toBe(text);
    expect(write(part(0, 2), "I_1", text.length - 1)).toBe("");
    const broken = [text.slice(0, -4), text.replace("{", ""), text.replace("v1", "v9")];
    const quoted = `> ${text.trim()}`;
    for (const body of ["", ...broken, quoted]) expect(readUnsignedArchive(body)).toBeNull();
  });
});

describe("an incident with its archived entries", () => {
  const incident = anIncident({ timeline: entries(50, 5), archived: 50 });

  it("has all of them where each part is there, in whatever order, some twice", () => {
    const whole = withParts(incident, [part(25, 25), part(0, 25), part(25, 25)]);
    expect(whole.timeline).toEqual(entries(0, 55));
    expect(whole.archived).toBe(0);
  });

  it("counts those before a part that is missing", () => {
    const some = withParts(incident, [part(25, 25)]);
    expect([some.timeline.length, some.archived]).toEqual([30, 25]);
    expect(withParts(incident, [part(0, 25)])).toEqual(incident);
    expect(withParts(incident, [])).toEqual(incident);
  });
});

const BOT = { __typename: "Bot", login: "sitrep" };
const comment = (data: TimelinePart, more: object = {}) => ({
  body: `x${write(data, "I_1", ROOM)}`,
  author: BOT,
  editor: null,
  issue: { id: "I_1" },
  ...more,
});

/** A GitHub that shows these comments of the issue, page by page. */
function withPages(...pages: readonly (readonly object[])[]) {
  const asked: unknown[] = [];
  const query = (_: string, variables: { readonly after: string | null }) => {
    asked.push(variables.after);
    const page = Number(variables.after ?? 0);
    const pageInfo = { hasNextPage: page < pages.length - 1, endCursor: String(page + 1) };
    const data = { nodes: [{ comments: { pageInfo, nodes: pages[page] ?? [] } }] };
    return Promise.resolve({ data, failures: [] });
  };
  return { asked, client: { query } as unknown as Client };
}

const reading = async (client: Client, incident: Incident, app: string | null = "sitrep") => {
  const read = await withArchives(client, new Map([["I_1", incident]]), app);
  return read.get("I_1");
};

describe("reading archived entries", () => {
  const long = anIncident({ timeline: entries(50, 5), archived: 50 });

  it("costs nothing where nothing is archived, or nobody is believed", async () => {
    const { asked, client } = withPages([]);
    await reading(client, anIncident());
    await reading(client, long, null);
    expect(asked).toEqual([]);
  });

  it("goes on to the page that has the last of them, and no further", async () => {
    const { asked, client } = withPages([comment(part(0, 25))], [comment(part(25, 25))], []);
    expect((await reading(client, long))?.timeline).toEqual(entries(0, 55));
    expect(asked).toEqual([null, "1"]);
  });

  it.each<readonly [string, object]>([
    ["a person wrote", { author: { __typename: "User", login: "sitrep" } }],
    ["another bot wrote", { author: { __typename: "Bot", login: "other" } }],
    ["somebody else edited last", { editor: { __typename: "User", login: "eve" } }],
    ["is of another shape", { body: `x${write(part(-5, 5), "I_1", ROOM)}` }],
  ])("takes none that %s", async (_what, more) => {
    const { client } = withPages([comment(part(25, 25), more)]);
    expect(await reading(client, long)).toEqual(long);
  });

  it("leaves an issue alone that is out of reach", async () => {
    const client = { query: () => Promise.resolve({ data: { nodes: [null] }, failures: [] }) };
    expect(await reading(client as unknown as Client, long)).toEqual(long);
  });
});
