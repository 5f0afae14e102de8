import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { PHASES } from "../../../src/incident/phases.ts";
import {
  contrast,
  toDarkColors,
  toLightColors,
} from "../../../src/sandbox/page/views/label-colors.ts";

const css = readFileSync(
  new URL("../../../src/sandbox/page/assets/tokens.css", import.meta.url),
  "utf8",
);

function token(name: string, theme: "light" | "dark"): string {
  const [, light, dark] =
    new RegExp(`--${name}: light-dark\\(#(\\w{6}), #(\\w{6})\\)`).exec(css) ?? [];
  const found = theme === "light" ? light : dark;
  if (found === undefined) throw new Error(`There is no colour ${name}.`);
  return found;
}

const PAIRS = [
  [
    "text",
    [
      "ground",
      "ground-soft",
      "ground-press",
      "link-ground",
      "brand-ground",
      "warn-ground",
      "bad-ground",
    ],
  ],
  [
    "text-soft",
    ["ground", "ground-soft", "link-ground", "brand-ground", "ground-press", "warn-ground"],
  ],
  ["link", ["ground", "ground-soft", "link-ground", "warn-ground"]],
  ["good", ["ground", "ground-soft", "link-ground"]],
  ["warn", ["ground", "link-ground"]],
  ["done", ["ground", "ground-soft"]],
  ["bad", ["ground", "ground-soft"]],
  ["brand", ["ground", "brand-ground", "ground-soft"]],
] as const;

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each(PAIRS.flatMap(([ink, grounds]) => grounds.map((ground) => [ink, ground] as const)))(
    "%s reads well on %s",
    (ink, ground) => {
      expect(contrast(token(ink, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(["good-fill", "done-fill", "skipped-fill", "brand-fill", "good-press"])(
    "white reads well on %s",
    (fill) => {
      expect(contrast("ffffff", token(fill, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );
});

test("labels of any colour can be read", () => {
  const steps = ["00", "33", "66", "99", "cc", "ff"];
  const grid = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => r + g + b)));
  for (const color of [...grid, ...Object.values(PHASES).map((phase) => phase.color)]) {
    for (const { ground, text } of [toLightColors(color), toDarkColors(color)])
      expect(contrast(ground.slice(1), text.slice(1))).toBeGreaterThanOrEqual(4.5);
  }
});
