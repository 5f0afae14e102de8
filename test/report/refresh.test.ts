import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { findBlocks, refreshReport, toBlock, type Block } from "../../src/report/index.ts";

const report = (facts: Readonly<Record<string, string>>, words = "Words."): string =>
  Object.entries(facts)
    .map(([name, text]) => `## ${name}\n\n${words}\n\n${toBlock("facts", name, text)}`)
    .join("\n");

const innerOf = (text: string, { inner }: Block): string => text.slice(inner.start, inner.end);
const blockOf = (text: string, name: string, kind = "facts"): string | null => {
  const block = findBlocks(text).find((one) => one.name === name && one.kind === kind);
  return block === undefined ? null : innerOf(text, block).trim();
};

const OLD = report({ a: "one", b: "two" });
const NEW = report({ a: "1", b: "two" });

describe("newer facts in a report", () => {
  it("take the place of older ones that nobody touched", () => {
    expect(refreshReport(OLD, NEW)).toEqual({ text: NEW, updated: ["a"], conflicts: [] });
  });

  it("change nothing where they are the same, whatever people wrote", () => {
    const theirs = OLD.replace("Words.", "More words.").replace("one", "one, or two");
    expect(refreshReport(theirs, OLD)).toEqual({ text: theirs, updated: [], conflicts: [] });
  });

  it("leave alone what people wrote around them", () => {
    const theirs = OLD.replace("Words.", "More words.\n\n> A quote.");
    expect(refreshReport(theirs, NEW).text).toBe(
      theirs.replace(/a [\da-f]{16}/, idOf(NEW)).replace("one", "1"),
    );
  });

  it("stay out where somebody took them out", () => {
    const [first] = findBlocks(OLD);
    const theirs = OLD.slice(0, first?.start) + OLD.slice(first?.end);
    expect(refreshReport(theirs, NEW)).toEqual({ text: theirs, updated: [], conflicts: [] });
  });

  it("keep the line ends of Windows", () => {
    const { text } = refreshReport(OLD.replaceAll("\n", "\r\n"), NEW);
    expect(text).toBe(NEW.replaceAll("\n", "\r\n"));
  });

  it("are no conflict where a person wrote the same", () => {
    const theirs = OLD.replace("one", "1");
    expect(refreshReport(theirs, NEW)).toEqual({ text: NEW, updated: [], conflicts: [] });
  });

  it("leave marks without an end, or one within another, as they are", () => {
    const broken = OLD.replace("<!-- /sitrep:facts a -->", "");
    expect(findBlocks(broken).map(({ name }) => name)).toEqual(["b"]);
    expect(refreshReport(broken, NEW).text).toBe(broken);
  });
});

const idOf = (text: string): string => /a [\da-f]{16}/.exec(text)?.[0] ?? "";

describe("a conflict of facts and words", () => {
  const edited = OLD.replace("one", "one, says the log");
  const shown = refreshReport(edited, NEW);

  it("keeps the words, and shows the facts in a box beneath them", () => {
    expect(shown.conflicts).toEqual(["a"]);
    expect(blockOf(shown.text, "a")).toBe("one, says the log");
    expect(blockOf(shown.text, "a", "conflict")).toContain("> 1");
    expect(blockOf(shown.text, "b")).toBe("two");
  });

  it("is shown once, and stays until somebody chose", () => {
    expect(refreshReport(shown.text, NEW)).toEqual({ ...shown, updated: [] });
  });

  it("is over when the box is deleted: the words stand for these facts", () => {
    const [, box] = findBlocks(shown.text);
    const chosen = shown.text.slice(0, box?.start) + shown.text.slice(box?.end);
    expect(refreshReport(chosen, NEW)).toEqual({ text: chosen, updated: [], conflicts: [] });
  });

  it("is over when the facts are taken over, and the box goes", () => {
    const chosen = shown.text.replace("one, says the log", "1");
    const { text, conflicts } = refreshReport(chosen, NEW);
    expect(conflicts).toEqual([]);
    expect(blockOf(text, "a")).toBe("1");
    expect(text).not.toContain("conflict");
  });

  it("shows the newest facts when they change again", () => {
    const newest = report({ a: "uno", b: "two" });
    const { text, conflicts } = refreshReport(shown.text, newest);
    expect(conflicts).toEqual(["a"]);
    expect(blockOf(text, "a")).toBe("one, says the log");
    expect(blockOf(text, "a", "conflict")).toContain("> uno");
    expect(findBlocks(text)).toHaveLength(3);
  });

  it("leaves a box alone in which somebody wrote", () => {
    const theirs = shown.text.replace("> 1", "> 1 is wrong, I look into it");
    const newest = report({ a: "uno", b: "two" });
    expect(refreshReport(theirs, newest)).toEqual({ text: theirs, updated: [], conflicts: ["a"] });
  });
});

const words = fc.stringMatching(/^[a-z .|*>-]{1,20}$/).filter((text) => text.trim() !== "");
const facts = fc.record({ a: words, b: words, c: words });
const edit = fc.record({
  name: fc.constantFrom("a", "b", "c"),
  what: fc.constantFrom("inside", "before", "out"),
  text: words,
});
type Edit = { readonly name: string; readonly what: string; readonly text: string };

/** The report after an edit by a person. */
function withEdit(text: string, { name, what, text: words_ }: Edit): string {
  const block = findBlocks(text).find((one) => one.name === name && one.kind === "facts");
  if (block === undefined) return text;
  if (what === "out") return text.slice(0, block.start) + text.slice(block.end);
  const at = what === "before" ? block.start : block.inner.end;
  return `${text.slice(0, at)}${words_}\n${text.slice(at)}`;
}

/** What stands outside of Sitrep's marks, without blank lines. */
function outside(text: string): readonly string[] {
  const rest = findBlocks(text).reduceRight(
    (now, { start, end }) => now.slice(0, start) + now.slice(end),
    text,
  );
  return rest.split("\n").filter((line) => line.trim() !== "");
}

describe("whatever people edit and however facts change", () => {
  it("nothing that they wrote is lost, untouched facts are new, and the same again changes nothing", () => {
    fc.assert(
      fc.property(
        facts,
        fc.array(fc.record({ edits: fc.array(edit, { maxLength: 3 }), facts }), { maxLength: 4 }),
        (first, rounds) => {
          let text = report(first);
          for (const round of rounds) {
            const theirs = round.edits.reduce(withEdit, text);
            const fresh = report(round.facts);
            const { text: next, conflicts } = refreshReport(theirs, fresh);
            expect(outside(next)).toEqual(outside(theirs));
            const inside = round.edits.filter(
              ({ name, what }) => what === "inside" && blockOf(theirs, name) !== null,
            );
            for (const { name, text: words_ } of inside)
              expect(blockOf(next, name)).toContain(words_.trim());
            for (const block of findBlocks(theirs).filter(({ kind }) => kind === "facts")) {
              const isHeld = conflicts.includes(block.name);
              const now = blockOf(next, block.name);
              const isTheirs = now === innerOf(theirs, block).trim();
              const isNew = now === round.facts[block.name as "a" | "b" | "c"].trim();
              expect(isHeld ? isTheirs : isTheirs || isNew).toBe(true);
            }
            expect(refreshReport(next, fresh).text).toBe(next);
            text = next;
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("no text makes it fail, or lose a line that is outside of marks", () => {
    const line = fc.oneof(
      fc.constantFrom(
        "<!-- sitrep:facts a 0123456789abcdef -->",
        "<!-- /sitrep:facts a -->",
        "<!-- sitrep:conflict a 0123456789abcdef -->",
        "<!-- /sitrep:conflict a -->",
        "<!-- sitrep:facts b -->",
        "",
        "text",
        "```",
      ),
      fc.string({ unit: "binary", maxLength: 8 }),
    );
    const texts = fc.array(line, { maxLength: 20 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(texts, (text) => {
        const { text: next } = refreshReport(text, NEW);
        expect(outside(next)).toEqual(outside(text));
        expect(refreshReport(next, NEW).text).toBe(next);
      }),
    );
  });
});
