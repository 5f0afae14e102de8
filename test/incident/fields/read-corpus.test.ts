import { describe, expect, test } from "@jest/globals";
import { readFields } from "../../../src/incident/fields/index.ts";
import { corpus, expected } from "./corpus.ts";

describe("bodies as people write them", () => {
  test("every body of the corpus has its expectation, and the reverse", () => {
    expect(corpus.map(([name]) => name)).toEqual(Object.keys(expected));
  });

  test.each(corpus)("%s is read as expected", (name, body) => {
    const fields = readFields(body);
    const wanted = expected[name];
    expect({
      commander: fields.commander,
      liaison: fields.liaison,
      experts: fields.experts.map(({ login, area }) => [login, area]),
      tickets: fields.tickets.map((url) => url.split("/").at(-1)),
      severity: fields.severity,
      impactStarted: fields.impactStarted,
      conflicts: fields.conflicts,
      problems: [...new Set(fields.problems.map(({ field }) => field))],
    }).toEqual({
      commander: wanted?.commander,
      liaison: wanted?.liaison,
      experts: wanted?.experts,
      tickets: wanted?.tickets,
      severity: wanted?.severity,
      impactStarted: wanted?.impactStarted ?? null,
      conflicts: wanted?.conflicts ?? [],
      problems: wanted?.problems ?? [],
    });
  });
});
