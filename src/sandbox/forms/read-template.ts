import { load } from "js-yaml";
import { z } from "zod";
import { TEMPLATES_PATH } from "../cast/read-templates.ts";
import type { World } from "../github/index.ts";
import type { FormField, IssueTemplate } from "./template.ts";

const labels = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(/\s*,\s*/))])
  .default([])
  .transform((names) => names.filter((name) => name !== ""));

const head = z.object({ name: z.string(), title: z.string().default(""), labels });

const attributes = z.object({
  label: z.string(),
  description: z.string().nullable().default(null),
  placeholder: z.coerce.string().nullable().default(null),
  value: z.string().default(""),
  options: z.array(z.coerce.string()).default([]),
  render: z.string().nullable().default(null),
});

const validations = z.object({ required: z.boolean().default(false) }).prefault({});

const question = z
  .object({
    type: z.enum(["input", "textarea", "dropdown"]),
    id: z.string().optional(),
    attributes,
    validations,
  })
  .transform(({ type, id, attributes: told, validations: { required } }): FormField => {
    return { type, id: id ?? told.label, ...told, required };
  });

const remark = z
  .object({ type: z.literal("markdown"), attributes: z.object({ value: z.string() }) })
  .transform(({ attributes: { value } }): FormField => ({ type: "markdown", text: value }));

const form = head.extend({
  description: z.string(),
  body: z.array(z.union([remark, question])),
});

const front = head.extend({ about: z.string().default("") });

function toForm(file: string, text: string): IssueTemplate {
  const { name, description: about, title, labels: given, body } = form.parse(load(text));
  return { kind: "form", file, name, about, title, labels: given, fields: body };
}

function toText(file: string, text: string): IssueTemplate {
  const [, yaml = "", body = text] = /^---\r?\n([^]*?)\r?\n---\r?\n\s*([^]*)$/.exec(text) ?? [];
  return { kind: "text", file, ...front.parse(load(yaml)), body };
}

/** A template of the repository by its file's name; null when there is none. Throws when it is not what GitHub takes. */
export function readTemplate(world: World, repository: string, file: string): IssueTemplate | null {
  const text = world.file(repository, `${TEMPLATES_PATH}/${file}`);
  if (text === null) return null;
  return file.endsWith(".md") ? toText(file, text) : toForm(file, text);
}
