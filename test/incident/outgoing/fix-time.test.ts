import { describe, expect, it } from "@jest/globals";
import { findFixTimes } from "../../../src/incident/outgoing/fix-time.ts";

const found = (text: string): readonly string[] => findFixTimes(text).map((span) => span.text);

describe("a time for something to come is a promise", () => {
  it.each(
    "will|'ll|’ll|won't|won’t|shall|should|are going to|expect to|expected to|expecting to|hope to|hopefully|hoping to|plan to|planning to|aim to|aiming to|estimate to|estimated to|promise to|guarantee to|is due to|are due to|probably|likely|can".split(
      "|",
    ),
  )("with %j", (word) => {
    const space = /^['’]/.test(word) ? "" : " ";
    expect(found(`The hubs${space}${word} move to new disks in an hour.`)).toEqual(["in an hour"]);
  });

  it.each(
    "fix|fixed|fixes|fixing|resolve|resolved|resolves|resolving|restore|restored|restores|restoring|repair|repaired|repairing|solve|solved|solving|recover|recovers|recovered|recovery|back|up again|up and running|work|works|working|available|online|normal|good|ready|done|gone|over|finish|finished|complete|completed|completes|deploy|deployed|usable|reachable|sorted|patch|patched".split(
      "|",
    ),
  )("of something that is %j", (word) => {
    expect(found(`We have it ${word} in an hour.`)).toEqual(["in an hour"]);
  });

  it.each(["unfixed", "fixture", "backs", "overt", "workload"])("not of a %s", (word) => {
    expect(found(`We have a ${word} there in an hour.`)).toEqual([]);
  });

  it("alone, or nearly so", () => {
    expect(found("Tomorrow!")).toEqual(["Tomorrow"]);
    expect(found("Wait tonight, please")).toEqual([]);
    expect(found("ETA of the new and shiny disks: 5 minutes")).toEqual(["ETA"]);
  });
});

describe("a time of what is past is none", () => {
  it.each(
    "was|were|has been|have been|had it|, an hour ago, got|, yesterday, got|, earlier, got|, since then, got|started to be|began to be|happened to be".split(
      "|",
    ),
  )("with %j", (words) => {
    expect(found(`The hub ${words} fixed in an hour.`)).toEqual([]);
    expect(found(`The hub ${words} fixed; it will be back in an hour.`)).toEqual(["in an hour"]);
  });
});

describe("a time for people to hear is none", () => {
  it.each(
    "send updates|give an update|write|be writing|tell everybody|inform you|let you know|let everyone know|let everybody know|let people know|hear|post|report|reply|give replies|respond|answer|have news|check back|be checking in|check in|be checking back|be in touch|message you|e-mail you|email you|call|look again|ask|follow up|contact you".split(
      "|",
    ),
  )("with %j", (words) => {
    expect(found(`We will ${words} in an hour.`)).toEqual([]);
    expect(found(`In an hour we will ${words}.`)).toEqual([]);
    expect(found(`We will ${words} that it works in an hour.`)).toEqual(["in an hour"]);
  });

  it("by the word that stands closest before it, or else behind it", () => {
    expect(found("It will be fixed in an hour, and then we write.")).toEqual(["in an hour"]);
    expect(found("We write when it will be fixed: in an hour.")).toEqual(["in an hour"]);
    expect(found("When it is fixed we will write, in an hour.")).toEqual([]);
    expect(found("In an hour we will write that it is fixed.")).toEqual([]);
    expect(found("In an hour it will be fixed, then we write.")).toEqual(["In an hour"]);
  });
});

const long = (count: number) => `We will see ${"a ".repeat(count)}moving in an hour`;

describe("a time is judged by its own sentence", () => {
  it.each([
    ["It will be gone. The hub moves to new disks in an hour.", []],
    ["It will be gone! The hub moves to new disks in an hour.", []],
    ["Will it be gone? The hub moves to new disks in an hour.", []],
    ["It will be gone\nThe hub moves to new disks in an hour.", []],
    ["The hub moves to new disks in an hour. It will be good.", []],
    ["The hub moves to new disks in an hour! It will be good.", []],
    ["The hub moves to new disks in an hour\nIt will be good.", []],
    ["We will use v1.2 of the new image in an hour.", ["in an hour"]],
    ["In an hour the image of v1.2 will move there", ["In an hour"]],
    ["In an hour the image of version one will move there.", ["In an hour"]],
  ])("%j", (text, times) => {
    expect(found(text)).toEqual(times);
  });

  it("as far as 120 characters", () => {
    expect(found(long(50))).toEqual(["in an hour"]);
    expect(found(long(60))).toEqual([]);
    const filler = ` ${"Thank you. ".repeat(30)}`;
    expect(found(`We will write in an hour.${filler}`)).toEqual([]);
    expect(found(`In an hour it moves ${"b ".repeat(60)}will`)).toEqual([]);
  });
});
