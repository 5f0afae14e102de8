import { expect, test } from "@jest/globals";
import { judgePolicy } from "../../src/config/index.ts";

test("a right file is judged by what it changes of the one before", () => {
  expect(judgePolicy("rights: triage\n", "rights: write\n")).toEqual({
    problems: [],
    changes: [{ field: "rights", from: "triage", to: "write" }],
  });
  expect(judgePolicy(null, "rights: write\n")).toEqual({ problems: [], changes: [] });
});

test("a file that is taken away leaves the preset", () => {
  const { changes } = judgePolicy("closeGate: warn\n", null);
  expect(changes).toEqual([{ field: "closeGate", from: "warn", to: "reopen" }]);
});

test("of a broken file only the mistakes count", () => {
  expect(judgePolicy("rights: triage\n", "labels: []\nrights: write\n")).toMatchObject({
    problems: [{ line: 1, column: 1 }],
    changes: [],
  });
});
