import { readdirSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { COMMANDS, findCommand, nearCommand, readCommandLines } from "../../src/commands/index.ts";
import { POLICY } from "../support/incident.ts";
import { cpuMs } from "../support/cpu-time.ts";

const FOLDER = new URL("../../src/commands/", import.meta.url);
const FIELDS = ["name", "aliases", "usage", "summary", "examples", "who", "parse", "decide"];

const declaring = readdirSync(FOLDER).filter((file) => file.endsWith(".ts"));
const modules = await Promise.all(
  declaring.map(async (file) => [file, await import(new URL(file, FOLDER).href)] as const),
);
const inFolder = modules
  .filter(([file]) => file !== "index.ts" && file !== "list.ts")
  .flatMap(([, module]) => Object.values(module as object))
  .filter((value) => typeof value === "object" && value !== null && "decide" in value);

describe("the list of commands", () => {
  it("holds exactly the commands of the folder", () => {
    expect(new Set(COMMANDS)).toEqual(new Set(inFolder));
    expect(COMMANDS).toHaveLength(inFolder.length);
  });

  it("gives no word to two commands", () => {
    const words = COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(words).toEqual([...new Set(words)]);
    expect(words.filter((word) => !/^[a-z]+(?:-[a-z]+)*$/.test(word))).toEqual([]);
  });

  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    "has /%s in a file of its name, with its fields in their order",
    (name, command) => {
      expect(declaring).toContain(`${name}.ts`);
      expect(Object.keys(command)).toEqual(FIELDS);
      expect(command.usage.split(" ")[0]).toBe(`/${name}`);
      expect(`${command.usage}${command.summary}`).not.toContain("|");
      expect(command.summary).toMatch(/^[a-z].*[^.]$/);
      expect(command.examples[0]).toMatch(
        new RegExp(`^/(?:${[name, ...command.aliases].join("|")})`),
      );
    },
  );

  const examples = COMMANDS.flatMap((command) =>
    command.examples.map((example) => [example, command] as const),
  );

  it.each(examples)("reads and parses the example %s", (example, command) => {
    const [line] = readCommandLines(example);
    expect(findCommand(line?.word ?? "")).toBe(command);
    expect(command.parse(line ?? { line: "", more: "" }, POLICY).kind).toBe("value");
  });

  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    "parses anything behind /%s without throwing",
    (_, command) => {
      const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.webUrl(), fc.lorem());
      fc.assert(
        fc.property(text, text, (line, more) => {
          const parsed = command.parse({ line, more }, POLICY);
          const said = parsed.kind === "problem" ? parsed.problem : "Understood.";
          expect(said).toMatch(/^\S.*[.]$/s);
        }),
      );
      const start = cpuMs();
      for (const unit of ["a", " ", "\n", "<", "[](", "*", ",", "1", "https://a ", "sev1"]) {
        for (const prefix of ["", "next: ", "sev", "[a](", "https://"]) {
          const endless = `${prefix}${unit.repeat(65_536 / unit.length)}x`;
          command.parse({ line: endless, more: endless }, POLICY);
        }
      }
      expect(cpuMs() - start).toBeLessThan(2000);
    },
  );
});

describe("a word that is no command", () => {
  it.each([
    ["commmander", "commander"],
    ["comander", "commander"],
    ["resovle", "resolve"],
    ["handof", "handoff"],
    ["severty", "severity"],
    ["mitigted", "mitigated"],
    ["statsu", "status"],
    ["notes", "note"],
    ["ntoe", "note"],
    ["updates", "update"],
    ["false-alarms", "false-alarm"],
  ])("/%s was meant to be /%s", (typed, meant) => {
    expect(nearCommand(typed)).toBe(meant);
  });

  it.each(
    "tmp home etc usr dev opt api hub login user users root data logs node code mode date load lean status-page report retest close test assign foo x resolve bandoff".split(
      " ",
    ),
  )("/%s is left alone", (typed) => {
    expect(nearCommand(typed)).toBeNull();
  });
});
