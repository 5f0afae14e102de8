import type { Call } from "../../../src/sandbox/github/index.ts";
import { lookUp, problemsBySchema, problemsOf } from "./openapi.ts";

const JSON_BODY = ["content", "application/json", "schema"] as const;

/**
 * Where no answer can fit GitHub's description: the list of installations wants an account to be a user and an enterprise at once,
 * elsewhere it is either; an item's content may be an issue or a draft, and every issue fits both.
 */
const DESCRIBED_WRONGLY: Readonly<Record<string, RegExp>> = {
  "apps/list-installations": /^\/\d+\/account must /,
  "projects/add-item-for-org": /^\/content(?:\/\S*)? must /,
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function bodyProblems(call: Call, operation: readonly string[]): readonly string[] {
  const { requestBody } = call;
  const described = lookUp(...operation, "requestBody");
  if (requestBody === undefined)
    return described?.["required"] === true ? ["a body is required"] : [];
  if (described === undefined) return ["no body is described"];
  const schema = [...operation, "requestBody", ...JSON_BODY];
  const properties = lookUp(...schema)?.["properties"];
  // The description lets every further key pass, so that a misspelt one would.
  const strange =
    isObject(properties) && isObject(requestBody)
      ? Object.keys(requestBody).filter((key) => !(key in properties))
      : [];
  return [
    ...problemsOf(requestBody, ...schema),
    ...strange.map((key) => `the body's ${key} is not described`),
  ];
}

function queryProblems(call: Call, operation: readonly string[]): readonly string[] {
  const listed = lookUp(...operation)?.["parameters"];
  const parameters = (Array.isArray(listed) ? [...listed.keys()] : []).map((index) =>
    lookUp(...operation, "parameters", String(index)),
  );
  const given = new URL(call.path, "http://github.invalid").searchParams;
  return [...given].flatMap(([name, value]) => {
    const described = parameters.find((each) => each?.["in"] === "query" && each["name"] === name);
    if (described === undefined) return [`the query's ${name} is not described`];
    const { schema } = described;
    if (!isObject(schema) || "$ref" in schema) return [];
    return problemsBySchema(value, schema).map((problem) => `the query's ${name}: ${problem}`);
  });
}

function answerProblems(call: Call, operation: readonly string[]): readonly string[] {
  const { status, responseBody } = call;
  if (status === null || call.faulty || status >= 300) return [];
  const response = [...operation, "responses", String(status)];
  if (lookUp(...response) === undefined) return [`the answer ${status} is not described`];
  // A file asked for as raw text is not JSON.
  if (responseBody === undefined || typeof responseBody === "string") return [];
  return problemsOf(responseBody, ...response, ...JSON_BODY).filter(
    (problem) => !DESCRIBED_WRONGLY[call.operationId ?? ""]?.test(problem),
  );
}

/** What is wrong with a REST call and its answer by GitHub's OpenAPI description. */
export function restProblems(call: Call): readonly string[] {
  if (call.template === null) return [`${call.method} ${call.path} is not known`];
  const operation = ["paths", call.template, call.method.toLowerCase()];
  if (lookUp(...operation)?.["operationId"] !== call.operationId)
    return [`${call.method} ${call.template} is not ${call.operationId}`];
  return [
    ...queryProblems(call, operation),
    ...bodyProblems(call, operation),
    ...answerProblems(call, operation).map((problem) => `answer: ${problem}`),
  ];
}
