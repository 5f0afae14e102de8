import { describe, expect, it } from "@jest/globals";
import { namedIn, type NamedThings } from "../../../../src/integrations/github/report/named-in.ts";
import { aComment, aSnapshot } from "../../../support/snapshot.ts";

const OID = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";
const WEB = "https://github.com/acme";

/** What a comment names, in an incident of `acme/hubs`: as `#12`, `1a2b3c4`, `charts#3`, `charts@1a2b3c4`. */
function named(text: string): readonly string[] {
  const { elsewhere, ...own }: NamedThings = namedIn(
    aSnapshot({ body: "", events: [aComment("bo", text, 5)] }),
  );
  return [
    ...own.numbers.map((number) => `#${number}`),
    ...own.commits,
    ...elsewhere.flatMap(({ repo, numbers, commits }) => [
      ...numbers.map((number) => `${repo}#${number}`),
      ...commits.map((commit) => `${repo}@${commit}`),
    ]),
  ];
}

describe("what a thread names", () => {
  it.each<readonly [string, readonly string[]]>([
    ["fixed by #12, (#13) and #12; not #0, a#14 or #1, which is this", ["#12", "#13"]],
    ["fixed in 1a2b3c4.", ["1a2b3c4"]],
    [`\`${OID}\` and 1a2b3c4d`, [OID, "1a2b3c4d"]],
    ["1a2b3c, 1A2B3C4, x1a2b3c4, 1a2b3c4x, #1a2b3c4", []],
    ["job 550e8400-e29b-41d4-a716-446655440000 on node-1a2b3c4", []],
    [`sha256:${OID}${OID.slice(0, 24)}`, []],
    ["on 20260504 in effaced", ["effaced", "20260504"]],
    [`see ${WEB}/hubs/pull/12/files and <${WEB}/Hubs/commit/${OID}>`, ["#12", OID]],
    [
      `[this](${WEB}/charts/pull/3) and ${WEB}/charts/commit/1a2b3c4`,
      ["1a2b3c4", "charts#3", "charts@1a2b3c4"],
    ],
    ["acme/charts#3 and ACME/Charts@1a2b3c4, Acme/hubs#12", ["#12", "charts#3", "charts@1a2b3c4"]],
    [
      "other/charts#3, https://github.com/other/charts/pull/3, https://x.example/acme/charts/pull/3",
      [],
    ],
    ['acme/"){id}#3 acme/a"b@1a2b3c4', ["#3"]],
  ])("%j", (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it("is bounded, however much it names; what is mostly a number comes last", () => {
    const hex = Array.from({ length: 50 }, (_, index) => `abcdef${1000 + index}`);
    const many = [
      ...Array.from({ length: 60 }, (_, index) => `#${index + 100} ${20_260_000 + index}`),
      ...hex,
      ...Array.from({ length: 9 }, (_, index) => `acme/other-${index}#1`),
    ];
    const all = named(many.join(" "));
    expect(all.filter((one) => one.startsWith("#"))).toHaveLength(40);
    expect(all.filter((one) => /^[\da-f]+$/.test(one))).toEqual(hex.slice(0, 40));
    expect(all.filter((one) => one.startsWith("other"))).toHaveLength(5);
  });
});
