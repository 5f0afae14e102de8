import { expect, test } from "@jest/globals";
import { isServed, readSettings } from "../../src/config/index.ts";
import { APP_PRIVATE_KEY } from "../support/embedded-github.ts";

/** The owners of SITREP_OWNERS as the settings have them. */
function ownersOf(text: string): readonly string[] | undefined {
  const env = { APP_ID: "7", PRIVATE_KEY: APP_PRIVATE_KEY, WEBHOOK_SECRET: "s" };
  const read = readSettings({ ...env, SITREP_OWNERS: text }, () => "");
  return read.kind === "app" ? read.settings.owners : undefined;
}

test.each([
  ["acme", "acme", true],
  ["ACME", "acme", true],
  ["acme", "Beta, ACME", true],
  ["acme-labs", "acme", false],
  ["acme", "acme-labs", false],
  ["evil", "acme,beta", false],
  ["acme", "", false],
  ["", "acme", false],
])("%s, where SITREP_OWNERS is %j: %j", (owner, setting, served) => {
  expect(isServed(owner, ownersOf(setting))).toBe(served);
});

test("nobody is served where no owners are known", () => {
  expect(isServed("acme")).toBe(false);
});
