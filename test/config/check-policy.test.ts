import { expect, test } from "@jest/globals";
import { checkPolicy } from "../../src/config/index.ts";

test("a mistake is told with file, line and column, as editors and CI read it, and how to mend it", () => {
  expect(checkPolicy("sitrep.yml", "labels: []\nrihgts: write\n")).toEqual({
    isGood: false,
    lines: [
      "sitrep.yml:1:1: “labels” must not be empty. Write it like this: labels: [incident, outage]",
      "sitrep.yml:2:1: “rihgts” is no field of the policy. Did you mean “rights”?",
    ],
  });
});

test("a file without a mistake is told by what it changes of its preset", () => {
  expect(checkPolicy("x.yml", "extends: 2i2c-2026\nlabels: [outage]\n")).toEqual({
    isGood: true,
    lines: ["x.yml: ok. 2i2c-2026, with these changes:", "  labels: incident, outage -> outage"],
  });
  expect(checkPolicy("x.yml", "")).toEqual({
    isGood: true,
    lines: ["x.yml: ok. 2i2c-2022, all of it as it is"],
  });
});
