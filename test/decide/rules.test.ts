import { expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { RULES } from "../../src/decide/rules/index.ts";

const folder = new URL("../../src/decide/rules/", import.meta.url);

test("every rule of the folder is in the list, and the receipts come last", () => {
  const files = readdirSync(folder).filter((name) =>
    readFileSync(new URL(name, folder), "utf8").includes(": Rule = {"),
  );
  expect(RULES.map((rule) => `${rule.name}.ts`).toSorted()).toEqual(files.toSorted());
  expect(RULES.at(-1)?.name).toBe("receipts");
});
