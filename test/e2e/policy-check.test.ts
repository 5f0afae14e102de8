import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "@jest/globals";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sitrep-policy-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `sitrep policy check` with nothing of the environment: it needs no App. */
function check(file: string, input = ""): { readonly code: number | null; readonly out: string } {
  const words = [MAIN, "policy", "check", file];
  const ended = spawnSync(process.execPath, words, { input, env: {}, encoding: "utf8" });
  return { code: ended.status, out: `${ended.stdout}${ended.stderr}` };
}

test("sitrep policy check ends with 0 for a file that is right, and says what it changes", () => {
  const file = join(folder, "right.yml");
  writeFileSync(file, "rights: triage\n");
  expect(check(file)).toEqual({
    code: 0,
    out: `${file}: ok. 2i2c-2022, with these changes:\n  rights: write -> triage\n`,
  });
});

test("it ends with 1 for a file with a mistake, and reads the standard input for -", () => {
  expect(check("-", "labels: [incident\n")).toEqual({
    code: 1,
    out: expect.stringMatching(/^stdin:\d+:\d+: This is not YAML/),
  });
});

test("a file that is not there is told so", () => {
  const file = join(folder, "none.yml");
  expect(check(file)).toEqual({
    code: 1,
    out: expect.stringContaining(`${file} cannot be read: `),
  });
});
