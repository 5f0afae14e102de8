import { toJSONSchema } from "zod";
import { policyFile } from "../../src/config/index.ts";

/** A part of a JSON Schema, with what only the docs use still in it. */
type Part = Record<string, unknown>;

/** Says the example in the description, which editors show, and takes out what is no word of JSON Schema. */
function toEditors(part: Part): void {
  const { description, example } = part;
  delete part["takes"];
  delete part["fallback"];
  delete part["example"];
  if (typeof example !== "string") return;
  const before = typeof description === "string" && description !== "" ? `${description} ` : "";
  part["description"] = `${before}For example: ${example}`;
}

/** The whole of `docs/policy.schema.json`: the policy file for editors. Draft 7, the newest that all of them know. */
export function policySchema(): string {
  const schema = toJSONSchema(policyFile, {
    io: "input",
    target: "draft-7",
    override: ({ jsonSchema }) => toEditors(jsonSchema as Part),
  });
  const told = {
    ...schema,
    title: "Sitrep's policy",
    description: "The rules of a repository for Sitrep: .github/sitrep.yml",
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}
