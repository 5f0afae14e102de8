import { expect, it } from "@jest/globals";
import { toBaseText } from "../../src/incident/base-text.ts";
import type { BodyVersion } from "../../src/incident/snapshot.ts";
import { person, SELF } from "../support/snapshot.ts";

const version = (id: string, text: string | null, isOwn = false): BodyVersion => ({
  id,
  at: 0,
  editor: isOwn ? SELF : person("bo"),
  text,
});
const own = (id: string): BodyVersion => version(id, "own", true);

it.each<[string, string, readonly BodyVersion[], string | null | undefined]>([
  ["nobody edited it", "body", [], null],
  ["a person edited it last", "body", [version("2", "theirs"), own("1")], null],
  ["Sitrep's version was made from theirs", "body", [own("3"), version("2", "theirs")], "2"],
  ["a person came in between", "theirs", [own("3"), version("2", "theirs"), own("1")], "1"],
  [
    "several came in between: the last of them knew the others' words",
    "newer",
    [own("4"), version("3", "newer"), version("2", "older"), own("1")],
    "1",
  ],
  ["a person came before Sitrep's first edit", "theirs", [own("2"), version("1", "theirs")], null],
  ["only Sitrep came in between", "body", [own("3"), own("2"), own("1")], "1"],
  ["their version was deleted", "body", [own("3"), version("2", null), own("1")], "1"],
  ["nobody knows what it was made from", "body", [own("3"), version("2", "theirs")], undefined],
  ["what it was made from is gone", "body", [own("3"), version("2", "theirs")], "0"],
])("where %s, one starts from the %s", (_, base, versions, basedOn) => {
  expect(toBaseText("body", versions, basedOn)).toBe(base);
});
