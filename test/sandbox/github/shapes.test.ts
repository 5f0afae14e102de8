import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { buildSchema, validateSchema } from "graphql";
import { toSchemaSubset } from "../../../scripts/github-shapes/schema-subset.ts";
import { WANTED_OPERATIONS } from "../../../scripts/github-shapes/openapi-wanted.ts";
import { ROUTES } from "../../../src/sandbox/github/rest/routes/index.ts";

const read = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const schema = read("src/sandbox/github/shapes/schema.graphql");
const openapi = read("src/sandbox/github/shapes/openapi.json");

test("the GraphQL subset is what the script makes of GitHub's schema, and is valid by itself", () => {
  const whole = read("node_modules/@octokit/graphql-schema/schema.graphql");
  expect(schema).toBe(toSchemaSubset(whole));
  expect(validateSchema(buildSchema(schema))).toEqual([]);
});

test("the shapes hold no prose and stay small", () => {
  expect(schema).not.toContain('"""');
  expect(openapi).not.toMatch(/"(?:description|summary|example|examples)":"/);
  expect(openapi.length).toBeLessThan(700_000);
});

test("every route is an operation of GitHub's, and each wanted operation has its route", () => {
  const { paths } = JSON.parse(openapi) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  for (const { method, template, operationId } of ROUTES)
    expect(paths[template]?.[method.toLowerCase()]?.operationId).toBe(operationId);
  const answered = ROUTES.map(({ operationId }) => operationId).toSorted();
  expect(answered).toEqual([...WANTED_OPERATIONS].toSorted());
});
