import { expect } from "@jest/globals";
import type { Call, Delivery, EmbeddedGitHub } from "../../src/sandbox/github/index.ts";
import { graphqlProblems } from "./description/graphql-problems.ts";
import { lookUp, problemsOf } from "./description/openapi.ts";
import { restProblems } from "./description/rest-problems.ts";

function callProblems(call: Call): readonly string[] {
  const name = call.operationId ?? call.operationName ?? call.fields.join(", ");
  const problems = call.protocol === "rest" ? restProblems(call) : graphqlProblems(call);
  return problems.map((problem) => `${call.protocol} ${name}: ${problem}`);
}

function deliveryProblems({ event, action, payload }: Delivery): readonly string[] {
  const name = [event, action].flatMap((part) => part?.replaceAll("_", "-") ?? []).join("-");
  if (lookUp("x-webhooks", name) === undefined) return [`webhook ${name} is not described`];
  const schema = ["post", "requestBody", "content", "application/json", "schema"];
  const problems = problemsOf(payload, "x-webhooks", name, ...schema);
  return problems.map((problem) => `webhook ${name}: ${problem}`);
}

/**
 * Holds everything that went between an app and an embedded GitHub against GitHub's own descriptions: each REST call and answer
 * against OpenAPI, each GraphQL document and its variables against the schema, each delivery against the webhooks. For `afterEach`
 * of every test that has an embedded GitHub. `except` names calls that a test makes wrongly on purpose.
 */
export function expectLegalTraffic(
  github: EmbeddedGitHub,
  except: (call: Call) => boolean = () => false,
): void {
  const problems = [
    ...github.calls.all.filter((call) => !except(call)).flatMap(callProblems),
    ...github.deliveries.all.flatMap(deliveryProblems),
  ];
  expect([...new Set(problems)]).toEqual([]);
}

/** The permissions that calls made use of, each at its highest level: what `app.yml` has to ask for. */
export function usedPermissions(calls: readonly Call[]): Readonly<Record<string, string>> {
  const used: Record<string, string> = {};
  for (const permission of calls.flatMap((call) => call.permissions)) {
    const [name = "", level = ""] = permission.split(":");
    if (used[name] !== "write") used[name] = level;
  }
  return used;
}
