import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { PAGES } from "../../scripts/docs/pages.ts";
import {
  calendarExample,
  dutyExample,
  policyExample,
  policyPage,
} from "../../scripts/docs/policy.ts";
import { settingsTable } from "../../scripts/docs/settings.ts";
import { table } from "../../scripts/docs/table.ts";
import { policyFile, readPolicy, SETTINGS_TABLE } from "../../src/config/index.ts";

const read = (path: string): string => {
  const file = new URL(`../../${path}`, import.meta.url);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};

describe("what the docs say of the code", () => {
  it.each(PAGES)("is what the code says: $path (else run `npm run docs`)", ({ path, write }) => {
    const text = read(path);
    expect(write(text)).toBe(text);
  });
});

describe("the page of the policy", () => {
  it("shows an example that is right, and that has every field", () => {
    const { problems } = readPolicy(policyExample());
    expect(problems).toEqual([]);
    const shown = policyExample().split("\n");
    expect(shown.map((line) => line.split(":")[0])).toEqual(Object.keys(policyFile.shape));
  });

  it("shows an example of offices and people that is right", () => {
    expect(readPolicy(calendarExample()).problems).toEqual([]);
    expect(readPolicy(dutyExample()).problems).toEqual([]);
  });

  it("tells every field, and what each preset says", () => {
    expect(policyPage()).toContain(
      "| `rights` | `write` or `triage` | `write` | `write` | The least access",
    );
    expect(policyPage()).toContain(
      "| `severities` | list of 1 to 10 texts, each up to 50 characters | `SEV-1`, `SEV-2`",
    );
    expect(policyPage()).toContain("| `liaison` | **External Liaison**; External Liason,");
    expect(policyPage()).not.toContain("undefined");
  });
});

describe("the table of the settings", () => {
  it("has every variable", () => {
    const names = settingsTable()
      .split("\n")
      .flatMap((row) => /^\| `(\w+)`/.exec(row)?.[1] ?? []);
    expect(names).toEqual(SETTINGS_TABLE.map(({ name }) => name));
  });
});

describe("a table", () => {
  it("escapes bars", () => {
    expect(table(["a", "b"], [["x|y", ""]])).toBe("| a | b |\n| --- | --- |\n| x\\|y |  |");
  });
});
