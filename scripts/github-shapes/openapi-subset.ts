import { WANTED_OPERATIONS, WANTED_WEBHOOKS } from "./openapi-wanted.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** Keys that hold prose, samples or the publisher's own notes; none of them changes what a document allows. */
const PROSE = new Set([
  "description",
  "summary",
  "title",
  "example",
  "examples",
  "externalDocs",
  "tags",
  "headers",
  "x-github",
  "x-octokit",
  "deprecated",
  "deprecationDate",
  "removalDate",
  "default",
  "servers",
]);

/** Keys whose members are names chosen by the description, so that a member may be called `title`. */
const NAMESPACES = new Set([
  "properties",
  "responses",
  "content",
  "schemas",
  "parameters",
  "paths",
]);

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A description without its prose: the same shapes, no sentence of its authors. */
export function withoutProse(value: Json, insideNamespace = false): Json {
  if (Array.isArray(value)) return value.map((item: Json) => withoutProse(item));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => insideNamespace || !PROSE.has(key));
  return Object.fromEntries(
    kept.map(([key, inner]) => [key, withoutProse(inner, !insideNamespace && NAMESPACES.has(key))]),
  );
}

function references(value: Json, found: Set<string>): void {
  if (Array.isArray(value)) value.forEach((item: Json) => references(item, found));
  else if (isObject(value)) {
    if (typeof value["$ref"] === "string") found.add(value["$ref"]);
    Object.values(value).forEach((inner) => references(inner, found));
  }
}

/** Everything that `roots` refer to, directly or through others, by kind (`schemas`, `parameters`, ...) and name. */
function referenced(roots: Json, components: JsonObject): Record<string, Record<string, Json>> {
  const found = new Set<string>();
  references(roots, found);
  const kept: Record<string, Record<string, Json>> = {};
  for (const reference of found) {
    const [, , kind = "", name = ""] = reference.split("/");
    const component = withoutProse((components[kind] as JsonObject)[name] ?? null);
    (kept[kind] ??= {})[name] = component;
    references(component, found);
  }
  return kept;
}

function jsonOnly(operation: JsonObject): JsonObject {
  const responses = Object.entries((operation["responses"] ?? {}) as JsonObject);
  return {
    ...operation,
    responses: Object.fromEntries(responses.filter(([status]) => status.startsWith("2"))),
  };
}

function wantedPaths(document: JsonObject): Json {
  const wanted = new Set<string>(WANTED_OPERATIONS);
  const paths: Record<string, Record<string, Json>> = {};
  for (const [path, verbs] of Object.entries(document["paths"] as JsonObject))
    for (const [verb, operation] of Object.entries(verbs as JsonObject)) {
      if (!isObject(operation) || !wanted.delete(operation["operationId"] as string)) continue;
      (paths[path] ??= {})[verb] = withoutProse(jsonOnly(operation));
    }
  if (wanted.size > 0) throw new Error(`GitHub does not describe ${[...wanted].join(", ")}`);
  return paths;
}

function wantedWebhooks(document: JsonObject): Json {
  const described = document["x-webhooks"] as JsonObject;
  return Object.fromEntries(
    WANTED_WEBHOOKS.map((name) => {
      const post = (described[name] as JsonObject | undefined)?.["post"];
      if (!isObject(post)) throw new Error(`GitHub does not describe the webhook ${name}`);
      return [name, { post: withoutProse({ requestBody: post["requestBody"] ?? null }) }];
    }),
  );
}

/**
 * The part of GitHub's OpenAPI description that the embedded GitHub and its checks need: the wanted operations (their
 * parameters, bodies and successful answers), the wanted webhooks, and all that these refer to. Throws when GitHub no longer
 * describes one of them.
 */
export function toOpenapiSubset(document: JsonObject): JsonObject {
  const paths = wantedPaths(document);
  const webhooks = wantedWebhooks(document);
  const components = referenced([paths, webhooks], document["components"] as JsonObject);
  return { openapi: document["openapi"] ?? "", paths, "x-webhooks": webhooks, components };
}
