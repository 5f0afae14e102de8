import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { findBlame } from "../../../src/incident/outgoing/index.ts";
import { FRESH_SENTENCES, SEEN_SENTENCES, type Sentence } from "../blame-sentences.ts";

interface Measured {
  readonly sentences: number;
  readonly precision: string;
  readonly recall: string;
}

const toPercent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

/** How many of those named are blame (precision), and how much of the blame is named (recall). */
function measure(sentences: readonly Sentence[]): Measured {
  const named = sentences.filter(([text]) => findBlame(text).length > 0);
  const right = named.filter(([, isBlame]) => isBlame).length;
  const all = sentences.filter(([, isBlame]) => isBlame).length;
  return {
    sentences: sentences.length,
    precision: toPercent(right, named.length),
    recall: toPercent(right, all),
  };
}

const row = (name: string, { sentences, precision, recall }: Measured): string =>
  `| ${name} | ${sentences} | ${precision} | ${recall} |`;

describe("blame in the labelled sentences", () => {
  it("is found as often as docs/quality.md says", () => {
    const docs = readFileSync(new URL("../../../docs/quality.md", import.meta.url), "utf8");
    expect(docs).toContain(row("seen", measure(SEEN_SENTENCES)));
    expect(docs).toContain(row("fresh", measure(FRESH_SENTENCES)));
  });

  it("is judged by at least 150 of them, each once, with blame and without in equal parts", () => {
    const all = [...SEEN_SENTENCES, ...FRESH_SENTENCES];
    expect(new Set(all.map(([text]) => text)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(150);
    const share = all.filter(([, isBlame]) => isBlame).length / all.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.05);
  });
});
