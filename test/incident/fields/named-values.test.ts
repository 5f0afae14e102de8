import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { defaultVocabulary, readNamedValues } from "../../../src/incident/fields/index.ts";

const NAMES = ["Hub", "Hub URL", "Service"];

const read = (body: string): readonly string[] =>
  readNamedValues(body, NAMES, defaultVocabulary).map(
    ({ field, compared }) => `${field}: ${compared}`,
  );

describe("a field that the team named", () => {
  it.each([
    ["a list item", "- **Hub:** UToronto"],
    ["a paragraph", "Something broke.\n\nHub: utoronto."],
    ["a table's row", "| Field | Value |\n| --- | --- |\n| Hub | `utoronto` |"],
    ["a form's heading", "### Hub\n\nutoronto\n\n### Severity\n\nSEV-1"],
    ["front matter", "---\nhub: utoronto\n---\n\nDown."],
    ["a marked fence", '```yaml incident\nhub: "UToronto"\n```'],
    ["another spelling of the name", "- *HUB*: Útoronto"],
    ["the next line", "Hub:\nutoronto"],
  ])("is read from %s", (_shape, body) => {
    expect(read(body)).toEqual(["Hub: utoronto"]);
  });

  it.each([
    ["a template's place", "- Hub: {{ INSERT HUB HERE }}"],
    ["what a form leaves", "### Hub\n\n_No response_"],
    ["None", "Hub: None"],
    ["no value", "Hub:\nSeverity: SEV-1"],
    ["code", "```\nHub: utoronto\n```"],
    ["a quote", "> Hub: utoronto"],
    ["a folded template", "<details>\n\nHub: utoronto\n\n</details>"],
    ["a comment", "<!-- Hub: utoronto -->"],
    ["punctuation alone", "Hub: ---!"],
    ["another field", "Severity: utoronto"],
  ])("is empty where there is %s", (_what, body) => {
    expect(read(body)).toEqual([]);
  });

  it.each([
    "https://Hub.Example.org/",
    "http://hub.example.org",
    "<https://hub.example.org/?next=%2Fhub#top>",
    "[the hub](https://hub.example.org/)",
    "https://www.hub.example.org",
    "hub.example.org",
  ])("compares %s by host and path", (value) => {
    expect(read(`- Hub URL: ${value}`)).toEqual(["Hub URL: hub.example.org"]);
  });

  it("tells places on one host apart by their path", () => {
    expect(read("Hub URL: https://example.org/a")).not.toEqual(
      read("Hub URL: https://example.org/b"),
    );
  });

  it("reads several values, each by itself, and shows them as people wrote them", () => {
    expect(read("Service: Login, Storage")).toEqual(["Service: login", "Service: storage"]);
    expect(read("---\nservice: [Login, Storage]\n---\n")).toEqual(read("Service: Login, Storage"));
    expect(readNamedValues("Hub: *UToronto*", NAMES, defaultVocabulary)).toEqual([
      { field: "Hub", shown: "UToronto", compared: "utoronto" },
    ]);
  });

  it("takes the first where it stands twice", () => {
    expect(read("Hub: one\n\nHub: two")).toEqual(["Hub: one"]);
  });

  it("never throws, and gives no empty value, whatever stands there", () => {
    const lines = fc.constantFrom(
      "Hub:",
      "### Hub",
      "| Hub | x |",
      "- a",
      "---",
      "```",
      "<!--",
      "> x",
      "",
    );
    const text = fc
      .array(fc.oneof(lines, fc.string({ unit: "grapheme" })))
      .map((all) => all.join("\n"));
    fc.assert(
      fc.property(text, (body) => {
        for (const { shown, compared } of readNamedValues(body, NAMES, defaultVocabulary)) {
          expect(shown.length).toBeLessThanOrEqual(200);
          expect(compared).not.toBe("");
        }
      }),
    );
  });
});
