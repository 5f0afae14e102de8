import { describe, expect, it } from "@jest/globals";
import { isLogged, toEntryPart, toWords } from "../../src/commands/words.ts";
import { anIncident } from "../support/incident.ts";
import { aContext, AT } from "./cases.ts";

describe("a person's words", () => {
  it.each([
    [{ line: "", more: "" }, ""],
    [{ line: "a", more: "" }, "a"],
    [{ line: "a", more: "b\n\nc" }, "a\nb\n\nc"],
    [{ line: "", more: " b " }, "b"],
  ])("in %j are %j", (argument, words) => {
    expect(toWords(argument)).toBe(words);
  });

  it.each([
    [null, {}],
    ["", {}],
    ["why", { text: "why" }],
  ])("%j stand in the timeline as %j", (words, part) => {
    expect(toEntryPart(words)).toEqual(part);
  });
});

describe("an entry of the timeline", () => {
  const entry = { at: AT, by: "ana", kind: "note", text: "restarted" } as const;
  const isKnown = (present: Partial<typeof entry> | { readonly kind: "update" }) => {
    const incident = anIncident({ timeline: [{ ...entry, ...present }] });
    return isLogged(aContext(incident), { kind: "note", text: "restarted" });
  };

  it("is there already when the same comment was read before", () => {
    expect(isKnown({})).toBe(true);
  });

  it.each([
    [{ kind: "update" as const }],
    [{ text: "stopped" as "restarted" }],
    [{ by: "bo" as "ana" }],
    [{ at: AT + 1 }],
  ])("is another one when it has %j", (present) => {
    expect(isKnown(present)).toBe(false);
  });
});
