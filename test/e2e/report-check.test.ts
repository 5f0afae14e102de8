import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "@jest/globals";
import { FINISHED, finishedBut } from "../report/lint/finished.ts";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sitrep-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `sitrep report check` in the folder, with nothing of the environment: it needs no App. */
function check(words: readonly string[], input = ""): { code: number | null; out: string } {
  const all = [MAIN, "report", "check", ...words];
  const ended = spawnSync(process.execPath, all, { input, env: {}, cwd: folder, encoding: "utf8" });
  return { code: ended.status, out: `${ended.stdout}${ended.stderr}` };
}

const BLAMING = finishedBut("Forty people", "Sam forgot it. Forty people");

test("sitrep report check ends with 0 for a report in which nothing is missing", () => {
  writeFileSync(join(folder, "good.md"), FINISHED);
  expect(check(["good.md"])).toEqual({ code: 0, out: "good.md: ok, nothing is missing\n" });
});

test("it tells what is advisory and ends with 0, and with 1 where the policy makes it blocking", () => {
  expect(check(["-"], BLAMING)).toEqual({
    code: 0,
    out: expect.stringMatching(/^stdin:15:1: advisory blame: .*\nstdin: ok, 1 to look at\n$/),
  });
  writeFileSync(join(folder, "strict.yml"), "report: { rules: { blame: blocking } }\n");
  expect(check(["--policy", "strict.yml", "-"], BLAMING)).toEqual({
    code: 1,
    out: expect.stringMatching(/^stdin:15:1: blocking blame: .*\nstdin: 1 to mend\n$/),
  });
});

test("it goes by the policy file that is there, and says what is wrong with it", () => {
  mkdirSync(join(folder, ".github"));
  writeFileSync(join(folder, ".github/sitrep.yml"), "report: { rules: { blame: off } }\n");
  expect(check(["-"], BLAMING)).toEqual({ code: 0, out: "stdin: ok, nothing is missing\n" });
  writeFileSync(join(folder, ".github/sitrep.yml"), "report: { rules: { blame: never } }\n");
  expect(check(["-"], BLAMING)).toEqual({
    code: 1,
    out: expect.stringContaining(".github/sitrep.yml:1:"),
  });
  rmSync(join(folder, ".github"), { recursive: true });
});

test("a file that is not there is told so, and ends it with 1", () => {
  expect(check(["none.md"])).toEqual({
    code: 1,
    out: expect.stringContaining("none.md cannot be read: "),
  });
});
