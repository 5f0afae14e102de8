import { describe, expect, it } from "@jest/globals";
import { isNearWord, wordDistance } from "../../src/commands/near-words.ts";

describe("the distance of two words", () => {
  it.each([
    ["", "", 0],
    ["", "abc", 3],
    ["abc", "", 3],
    ["abc", "abc", 0],
    ["abc", "abd", 1],
    ["abc", "xbc", 1],
    ["abc", "ab", 1],
    ["abc", "abcd", 1],
    ["abc", "xabc", 1],
    ["abc", "acb", 1],
    ["abc", "bac", 1],
    ["ab", "ba", 1],
    ["abcd", "badc", 2],
    ["abc", "cab", 2],
    ["abc", "cba", 2],
    ["ca", "abc", 3],
    ["aab", "bba", 2],
    ["abxcd", "bacd", 2],
    ["xaby", "xbaz", 2],
    ["kitten", "sitting", 3],
    ["abc", "xyz", 3],
  ])("of %j and %j is %d, there and back", (one, other, distance) => {
    expect(wordDistance(one, other)).toBe(distance);
    expect(wordDistance(other, one)).toBe(distance);
  });
});

describe("a typed word", () => {
  it.each([
    ["ntoe", "note"],
    ["notes", "note"],
    ["updates", "update"],
    ["updtae", "update"],
    ["relaese", "release"],
    ["sevreity", "severity"],
    ["severty", "severity"],
    ["commandre", "commander"],
    ["commandxxr", "commander"],
    ["cmmmandxr", "commander"],
    ["handoxfx", "handoffs"],
  ])("%j is a slip for %j", (typed, name) => {
    expect(isNearWord(typed, name)).toBe(true);
  });

  it.each([
    ["update", "update", "is the word itself"],
    ["node", "note", "is another short word"],
    ["tone", "note", "begins with another letter"],
    ["pudate", "update", "begins with another letter"],
    ["not", "note", "is too short"],
    ["smee", "sme", "is near to a name that is too short"],
    ["udpxte", "update", "has two slips in six letters"],
    ["resolxx", "resolve", "has two slips in seven letters"],
    ["sevrety", "severity", "has two slips in seven letters of eight"],
    ["handoxxx", "handoffs", "has three slips"],
  ])("%j is none for %j: it %s", (typed, name) => {
    expect(isNearWord(typed, name)).toBe(false);
  });
});
