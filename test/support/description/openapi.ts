import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import type { ValidateFunction } from "ajv";
import formats from "ajv-formats";

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}

const FILE = new URL("../../../src/sandbox/github/shapes/openapi.json", import.meta.url);

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** OpenAPI 3.0's `nullable` as JSON Schema says it: ajv takes it only beside a `type`. */
function withoutNullable(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNullable);
  if (!isObject(value)) return value;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withoutNullable(inner)]),
  );
  if (nullable !== true) return nullable === undefined ? rest : { ...rest, nullable };
  const { type, enum: choices } = rest;
  const isPlain = !["allOf", "oneOf", "anyOf"].some((key) => key in rest);
  if (typeof type !== "string" || !isPlain) return { anyOf: [{ type: "null" }, rest] };
  const all = Array.isArray(choices) ? { enum: [...new Set([...choices, null])] } : {};
  return { ...rest, type: [type, "null"], ...all };
}

interface Description {
  readonly ajv: Ajv;
  readonly document: JsonObject;
}

// The description itself is not what is tested, and is compiled anew by every test file: the quick way.
const OPTIONS = {
  strict: false,
  logger: false,
  validateSchema: false,
  code: { optimize: false },
} as const;

let description: Description | null = null;

function describe(): Description {
  if (description !== null) return description;
  const document = withoutNullable(JSON.parse(readFileSync(FILE, "utf8")) as Json) as JsonObject;
  const ajv = new Ajv({ ...OPTIONS, allErrors: true, inlineRefs: false });
  formats.default(ajv);
  ajv.addSchema({ $id: "gh", ...document }, "gh");
  description = { ajv, document };
  return description;
}

/** What stands at a place in GitHub's description, references followed; undefined when there is nothing. */
export function lookUp(...path: readonly string[]): JsonObject | undefined {
  const { document } = describe();
  let here: Json | undefined = document;
  for (const key of path)
    here = Array.isArray(here) ? here[Number(key)] : isObject(here) ? here[key] : undefined;
  const reference = isObject(here) ? here["$ref"] : undefined;
  if (typeof reference === "string") return lookUp(...reference.split("/").slice(1));
  return isObject(here) ? here : undefined;
}

const escaped = (key: string): string =>
  encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));

/** What is wrong with a value by the schema at a place in GitHub's description; empty when nothing is. */
export function problemsOf(value: unknown, ...path: readonly string[]): readonly string[] {
  const validate: ValidateFunction | undefined = describe().ajv.getSchema(
    `gh#/${path.map(escaped).join("/")}`,
  );
  if (validate === undefined) return [`GitHub does not describe ${path.join(" ")}`];
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath || "/"} ${message} ${JSON.stringify(params)}`,
  );
}

const bySchema = new Map<string, ValidateFunction>();

function toValidate(schema: JsonObject): ValidateFunction {
  const key = JSON.stringify(schema);
  const known = bySchema.get(key);
  if (known !== undefined) return known;
  const ajv = new Ajv({ ...OPTIONS, coerceTypes: true });
  formats.default(ajv);
  const validate = ajv.compile({ properties: { value: schema } });
  bySchema.set(key, validate);
  return validate;
}

/** What is wrong with one value by a schema itself, as a query's parameters have it. */
export function problemsBySchema(value: unknown, schema: JsonObject): readonly string[] {
  const validate = toValidate(schema);
  if (validate({ value })) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
