import { expect, it } from "@jest/globals";
import { comparePolicies } from "../../src/config/compare-policies.ts";
import { readPolicy } from "../../src/config/read-policy.ts";

const DEFAULT = ["Hub", "Hub URL", "Service", "Community", "Cluster"];

const policyOf = (text: string) => readPolicy(text).policy;

it.each([
  ["extends: 2i2c-2022", { fields: DEFAULT }],
  ["extends: 2i2c-2026", { fields: DEFAULT }],
  ["related: off", null],
  ["related: {}", { fields: DEFAULT }],
  ["related: { fields: [Region, 'Data centre'] }", { fields: ["Region", "Data centre"] }],
  ["related: { fields: [] }", { fields: [] }],
])("%s says by what earlier incidents are compared", (text, related) => {
  expect(readPolicy(text)).toMatchObject({ problems: [], policy: { related } });
});

it.each([
  ["related: on", "off"],
  ["related: { fields: Hub }", "must be a list"],
  ["related: { field: [Hub] }", "is no field of"],
  ["related: { fields: ['<b>'] }", "of letters, digits"],
  [`related: { fields: [${"a, ".repeat(11)}] }`, "10"],
])("%s is refused with what would work", (text, says) => {
  const { problems } = readPolicy(text);
  expect(problems.map(({ what, mend }) => `${what} ${mend}`).join()).toContain(says);
});

const changed = (text: string): readonly string[] =>
  comparePolicies(policyOf(""), policyOf(text)).map(({ field, to }) => `${field}: ${to}`);

it("tells a list without names from being switched off, in what another policy would change", () => {
  expect(changed("related: off")).toEqual(["related: off", "related.fields: none"]);
  expect(changed("related: { fields: [] }")).toEqual(["related.fields: none"]);
});
